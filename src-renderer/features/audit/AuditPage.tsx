// The log of the office: who did and who read what, with filters; its head, its verification, and the ways to take it out.

import { addDays } from '@shared/locale/civil';
import { instantInZone } from '@shared/locale/zoned-time';
import type { AuditFilter } from '@shared/features/access/access.contract';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { FixedPage, PageTitle, useLocaleSettings, useT } from '../../ui';
import { ExportButton, ReceiptsButton } from '../exports';
import { AuditFilters, everything } from './AuditFilters';
import type { Chosen } from './AuditFilters';
import { AuditList } from './AuditList';
import { HeadPanel } from './HeadPanel';

export function AuditPage(): ReactNode {
  const t = useT();
  const { timeZone } = useLocaleSettings();
  const [chosen, setChosen] = useState(everything);
  const filter = useMemo(() => filterOf(chosen, timeZone), [chosen, timeZone]);
  return (
    <FixedPage>
      <PageTitle
        detail={t('audit.subtitle')}
        actions={
          <>
            <ReceiptsButton />
            <ExportButton source={{ list: 'audit', filter, name: t('audit.title') }} />
          </>
        }
      >
        {t('audit.title')}
      </PageTitle>
      <HeadPanel />
      <AuditFilters chosen={chosen} onChange={setChosen} />
      <AuditList
        filter={filter}
        label={t('audit.title')}
        empty={t('audit.empty')}
        onWhat={(what) => setChosen({ ...chosen, what })}
      />
    </FixedPage>
  );
}

/** Days are those of the office, the last one included. */
function filterOf({ kind, what, userId, person, purpose, fromOn, toOn }: Chosen, timeZone: string): AuditFilter {
  return {
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(what === null ? {} : { what }),
    ...(userId === null ? {} : { userId }),
    ...(purpose === null ? {} : { purpose }),
    ...(person === null ? {} : { partyId: person.id }),
    ...(fromOn === null ? {} : { from: instantInZone(fromOn, 0, timeZone) }),
    ...(toOn === null ? {} : { to: instantInZone(addDays(toOn, 1), 0, timeZone) }),
  };
}
