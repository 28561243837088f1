// The first zone of a record: how to reach and treat somebody, then everything else that is known.

import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { Bidi, Panel, TextField, useFormat, useT } from '../../../ui';
import { ConsentSection } from '../../consent';
import { CompletenessPanel } from '../../quality';
import { AddressesSection } from './AddressesSection';
import { ContactSection } from './ContactSection';
import { IdentifiersSection } from './IdentifiersSection';
import { IdentityProperties } from './IdentityProperties';
import { NamesSection } from './NamesSection';
import { NeedsSection } from './NeedsSection';
import { OccasionsSection } from './OccasionsSection';
import { PreferencesSection } from './PreferencesSection';
import { Property } from './Property';
import { ValueDriversSection } from './ValueDriversSection';
import page from './page.module.css';
import styles from './record.module.css';

export function PropertiesZone({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <div className={page.zone}>
      {record.deletedAt === null && <CompletenessPanel partyId={record.id} />}
      <ContactSection record={record} />
      {record.kind !== 'group' && (
        <ConsentSection partyId={record.id} deleted={record.deletedAt !== null} language={record.language} />
      )}
      {record.kind === 'person' && <PreferencesSection record={record} />}
      <NeedsSection record={record} />
      <ValueDriversSection record={record} />
      <Panel title={t('record.section.identity')} flush className={styles.section}>
        <div className={styles.properties}>
          <IdentityProperties record={record} />
          <NoteProperty record={record} />
        </div>
      </Panel>
      <NamesSection record={record} />
      <AddressesSection record={record} />
      <IdentifiersSection record={record} />
      <OccasionsSection record={record} />
      <p className={page.since}>{t('record.since', { date: format.instant(record.createdAt, { time: false }) })}</p>
    </div>
  );
}

function NoteProperty({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const label = t('record.field.note');
  return (
    <Property
      label={label}
      field="party.note"
      source={record.sources.note}
      value={record.note ?? ''}
      shown={
        record.note !== null &&
        record.note !== '' && (
          <span className={styles.note}>
            <Bidi>{record.note}</Bidi>
          </span>
        )
      }
      patchOf={(note) => ({ set: { note: note.trim() === '' ? null : note } })}
      editor={(value, change) => <TextField label={label} rows={4} autoFocus value={value} onChange={change} />}
    />
  );
}
