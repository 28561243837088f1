// Rights: what each role sees and may do, the units of the office, and who stands in for whom.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { Answer, Page, PageTitle, Segments, useT } from '../../ui';
import { CoverTab } from './CoverTab';
import { OrganisationTab } from './OrganisationTab';
import { RolesTab } from './RolesTab';

const tabs = ['roles', 'organisation', 'cover'] as const;
type Tab = (typeof tabs)[number];

export function RightsPage(): ReactNode {
  const t = useT();
  const [tab, setTab] = useState<Tab>('roles');
  const policy = useEngineQuery('policy.get', {});
  const options = tabs.map((value) => ({ value, label: t(`policy.tab.${value}`) }));
  return (
    <Page wide>
      <PageTitle
        detail={t('policy.lead')}
        actions={<Segments label={t('policy.view')} value={tab} options={options} onChange={setTab} />}
      >
        {t('common.page-rights')}
      </PageTitle>
      <Answer of={policy} lines={8}>
        {({ roles, units, standIns }) => (
          <>
            {tab === 'roles' && <RolesTab roles={roles} units={units} />}
            {tab === 'organisation' && <OrganisationTab units={units} />}
            {tab === 'cover' && <CoverTab standIns={standIns} />}
          </>
        )}
      </Answer>
    </Page>
  );
}
