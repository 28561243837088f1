// The last zone of a record: the records merged into it, its roles for the office and its relationships.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { RecordsSection } from '../merge/RecordsSection';
import styles from './page.module.css';
import { RelationshipsSection } from './RelationshipsSection';
import { RolesSection } from './RolesSection';

export function RelatedZone({ record }: { readonly record: PartyRecord }): ReactNode {
  return (
    <div className={styles.zone}>
      {record.records.length > 1 && <RecordsSection record={record} />}
      <RolesSection record={record} />
      <RelationshipsSection record={record} />
    </div>
  );
}
