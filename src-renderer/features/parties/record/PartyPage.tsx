// One page that knows everything about a party: who it is, what happened, whom it is connected with, what changed.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import { useEngineQuery } from '../../../api';
import { EmptyState, ErrorState, LoadingState, PlaceLink, useT } from '../../../ui';
import { useRecentRecords } from '../../search';
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
  return <LoadedPage record={data} tab={tab} />;
}

function LoadedPage({ record, tab }: { readonly record: PartyRecord; readonly tab?: string }): ReactNode {
  const deleted = record.deletedAt !== null;
  const party = useMemo(() => ({ id: record.id, deleted }), [record.id, deleted]);
  return (
    <PartyContext value={party}>
      <div className={styles.page}>
        {deleted && <DeletedNotice record={record} />}
        <PartyHeader record={record} />
        <RecordZones record={record} tab={tab} />
      </div>
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
