// The last zone of a record: the records merged into it, its roles for the office, its leads, deals and quotes, its relationships, and who may act for whom.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { AuthoritySection } from '../../authority';
import { PartyDeals } from '../../deals';
import { PartyLeads } from '../../leads';
import { PartyTasks } from '../../tasks';
import { QuotesOf } from '../../quotes';
import { RecordsSection } from '../merge/RecordsSection';
import styles from './page.module.css';
import parts from './record.module.css';
import { RelationshipsSection } from './RelationshipsSection';
import { RolesSection } from './RolesSection';
import { useParty } from './use-party-edit';

export function RelatedZone({ record }: { readonly record: PartyRecord }): ReactNode {
  const { deleted, rights } = useParty();
  const allowed = rights.authorise && !deleted;
  const party = { id: record.id, kind: record.kind, name: record.displayName };
  return (
    <div className={styles.zone}>
      {record.records.length > 1 && <RecordsSection record={record} />}
      <RolesSection record={record} />
      <PartyLeads party={party} allowed={!deleted} className={parts.section} />
      <PartyTasks party={party} allowed={!deleted} className={parts.section} />
      <PartyDeals party={party} allowed={!deleted} className={parts.section} />
      <QuotesOf party={party} allowed={!deleted} className={parts.section} />
      <RelationshipsSection record={record} />
      <AuthoritySection party={party} allowed={allowed} />
    </div>
  );
}
