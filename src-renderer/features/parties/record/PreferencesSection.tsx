// The human card: how to address somebody, when to call, what to leave unsaid.

import { preferenceEntity } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Bidi, ChoiceSelect, TextField, useT } from '../../../ui';
import { PartForm } from './PartForm';
import { PartSection } from './PartSection';
import type { PartFormProps } from './PartSection';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

type Preference = PartyRecord['preferences'][number];

export function PreferencesSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  return (
    <PartSection
      title={t('record.section.preferences')}
      addLabel={t('record.addPreference')}
      part="preference"
      items={record.preferences}
      show={(preference) => <PreferenceWords preference={preference} />}
      form={(props) => <PreferenceForm {...props} />}
    />
  );
}

function PreferenceWords({ preference }: { readonly preference: Preference }): ReactNode {
  const t = useT();
  return (
    <>
      <span className={styles.quietLine}>{t.any(`catalogue.preference.key.${preference.key}`)}</span>
      <span className={styles.addressLine}>
        <Bidi>{preference.value}</Bidi>
      </span>
    </>
  );
}

function PreferenceForm({ item, onClose }: PartFormProps<Preference>): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const [key, setKey] = useState<Preference['key']>(item?.key ?? 'form-of-address');
  const [value, setValue] = useState(item?.value ?? '');
  const save = (): Promise<boolean> =>
    edit.save({ put: { preferences: [{ id: item?.id, key, value }] } }, t('record.section.preferences'));
  return (
    <PartForm edit={edit} ready={value.trim() !== ''} onSave={save} onClose={onClose}>
      <ChoiceSelect
        entity={preferenceEntity}
        field="key"
        label={t('record.field.kind')}
        value={key}
        onChange={(next) => next !== null && setKey(next)}
      />
      <TextField label={t('record.field.value')} autoFocus value={value} onChange={setValue} />
    </PartForm>
  );
}
