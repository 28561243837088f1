// One page that knows everything about a party: who it is, what happened, whom it is connected with, what changed.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import { useEngineQuery } from '../../../api';
import { EmptyState, ErrorState, LoadingState, PlaceLink, useNavigation, useT } from '../../../ui';
import { PartyDrop } from '../../attachments';
import { useRecentRecords } from '../../search';
import { MergedNotice } from '../merge/MergedNotice';
import { OriginsProvider } from '../merge/origins';
import { DeletedNotice } from './DeletedNotice';
import { PartyHeader } from './PartyHeader';
import styles from './page.module.css';
import { RecordZones } from './RecordZones';
import { PartyContext } from './use-party-edit';

export interface PartyPageProps {
  readonly id: string;
  readonly tab?: string;
}

export function PartyPage({ id, tab }: PartyPageProps): ReactNode {
  const t = useT();
  const record = useEngineQuery('parties.get', { id });
  const { data } = record;
  useRemember(data);
  if (record.error?.code === 'parties.not-found') {
    const back = (
      <PlaceLink to={{ page: 'people' }} className="dw-link">
        {t('record.backToList')}
      </PlaceLink>
    );
    return <EmptyState title={t('record.notFound')} detail={t('record.notFoundText')} action={back} />;
  }
  if (record.error !== null && data === undefined) return <ErrorState error={record.error} onRetry={record.refresh} />;
  if (data === undefined) {
    return (
      <div className={styles.page}>
        <LoadingState lines={10} />
      </div>
    );
  }
  return <LoadedPage record={data} asked={id} tab={tab} />;
}

interface LoadedPageProps {
  readonly record: PartyRecord;
  /** The id that was asked for: of a record that was merged, not the one whose page this is. */
  readonly asked: string;
  readonly tab?: string;
}

function LoadedPage({ record, asked, tab }: LoadedPageProps): ReactNode {
  const navigation = useNavigation();
  const deleted = record.deletedAt !== null;
  const { id, rights } = record;
  const party = useMemo(() => ({ id, deleted, rights }), [id, deleted, rights]);
  return (
    <PartyContext value={party}>
      <OriginsProvider record={record}>
        <PartyDrop
          partyId={record.id}
          deleted={deleted}
          className={styles.page}
          onDropped={() => navigation.replace({ page: 'party', id: record.id, tab: 'files' })}
        >
          {deleted && <DeletedNotice record={record} />}
          <MergedNotice record={record} asked={asked} />
          <PartyHeader record={record} />
          <RecordZones record={record} tab={tab} />
        </PartyDrop>
      </OriginsProvider>
    </PartyContext>
  );
}

/** Opened records are offered again by the search. */
function useRemember(record: PartyRecord | undefined): void {
  const opened = useRecentRecords((state) => state.opened);
  const id = record?.id;
  const kind = record?.kind;
  const name = record?.displayName;
  useEffect(() => {
    if (id !== undefined && kind !== undefined && name !== undefined) opened({ id, kind, name });
  }, [id, kind, name, opened]);
}
