// Where a day begins: log what happened, see what happened in the office and whose record changed. One column of work.

import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useEngineQuery, useMay, useSession } from '../../api';
import { Page, PageTitle, useFormat, useNow, useT } from '../../ui';
import { QuickLog, useTakeQuickLogWish } from '../activities';
import type { QuickLogHandle } from '../activities';
import { LeadsTile } from '../leads';
import { ChangedParties } from './ChangedParties';
import { EmptyOffice } from './EmptyOffice';
import { OfficeActivities } from './OfficeActivities';

export function HomePage(): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const me = useSession();
  const counts = useEngineQuery('base.counts', {});
  const empty = counts.data !== undefined && counts.data.parties === 0;
  return (
    <Page narrow>
      <PageTitle detail={format.date(format.civilOf(now), { style: 'full' })}>
        {t('home.greeting', { name: me.displayName })}
      </PageTitle>
      {empty ? <EmptyOffice /> : <Work />}
    </Page>
  );
}

const nobody: readonly never[] = [];

function Work(): ReactNode {
  const may = useMay();
  const bar = useRef<QuickLogHandle>(null);
  const writable = may('activities.write');
  useTakeQuickLogWish(bar);
  return (
    <>
      {writable && <QuickLog place="home" parties={nobody} askWho handle={bar} />}
      <LeadsTile />
      <OfficeActivities />
      <ChangedParties />
    </>
  );
}
