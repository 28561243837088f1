// Rights: what each role sees and may do, the units of the office, and who stands in for whom.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { ErrorState, LoadingState, PageTitle, Segments, useT } from '../../ui';
import { CoverTab } from './CoverTab';
import { OrganisationTab } from './OrganisationTab';
import styles from './policy.module.css';
import { RolesTab } from './RolesTab';

const tabs = ['roles', 'organisation', 'cover'] as const;
type Tab = (typeof tabs)[number];

export function RightsPage(): ReactNode {
  const t = useT();
  const [tab, setTab] = useState<Tab>('roles');
  const policy = useEngineQuery('policy.get', {});
  const options = tabs.map((value) => ({ value, label: t(`policy.tab.${value}`) }));
  const { data } = policy;
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <PageTitle
          detail={t('policy.lead')}
          actions={<Segments label={t('policy.view')} value={tab} options={options} onChange={setTab} />}
        >
          {t('common.page-rights')}
        </PageTitle>
        {policy.error !== null && data === undefined && <ErrorState error={policy.error} onRetry={policy.refresh} />}
        {data === undefined && policy.error === null && <LoadingState lines={8} />}
        {data !== undefined && tab === 'roles' && <RolesTab roles={data.roles} units={data.units} />}
        {data !== undefined && tab === 'organisation' && <OrganisationTab units={data.units} />}
        {data !== undefined && tab === 'cover' && <CoverTab standIns={data.standIns} />}
      </div>
    </div>
  );
}
