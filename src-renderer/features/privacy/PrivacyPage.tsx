// The privacy desk: what the office processes data for, whom it does not contact, and what it has to show for that.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMay } from '../../api';
import { Page, PageTitle, Segments, useT } from '../../ui';
import { tabs } from './tabs';

export function PrivacyPage(): ReactNode {
  const t = useT();
  const may = useMay();
  const allowed = tabs.filter(({ permissions }) => permissions.some(may));
  const [chosen, setChosen] = useState(allowed[0]?.id ?? '');
  const options = allowed.map(({ id }) => ({ value: id, label: t.any(`privacy.tab.${id}`) }));
  const tab = allowed.find(({ id }) => id === chosen);
  return (
    <Page wide>
      <PageTitle detail={t('privacy.lead')}>{t('common.page-privacy')}</PageTitle>
      {options.length > 1 && (
        <div>
          <Segments label={t('privacy.view')} value={chosen} options={options} onChange={setChosen} />
        </div>
      )}
      {tab !== undefined && <tab.Panel key={tab.id} />}
    </Page>
  );
}
