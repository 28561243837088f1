// The privacy desk: what the office processes data for, whom it does not contact, and what it has to show for that.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMay } from '../../api';
import { PageTitle, Segments, useT } from '../../ui';
import styles from './privacy.module.css';
import { tabs } from './tabs';

export function PrivacyPage(): ReactNode {
  const t = useT();
  const may = useMay();
  const allowed = tabs.filter(({ permission }) => may(permission));
  const [chosen, setChosen] = useState(allowed[0]?.id ?? '');
  const options = allowed.map(({ id }) => ({ value: id, label: t.any(`privacy.tab.${id}`) }));
  const tab = allowed.find(({ id }) => id === chosen);
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <PageTitle detail={t('privacy.lead')}>{t('common.page-privacy')}</PageTitle>
        {options.length > 1 && (
          <div>
            <Segments label={t('privacy.view')} value={chosen} options={options} onChange={setChosen} />
          </div>
        )}
        {tab !== undefined && <tab.Panel key={tab.id} />}
      </div>
    </div>
  );
}
