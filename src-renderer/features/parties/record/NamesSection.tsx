// Names in several scripts and parts: as used, by law, in Latin letters, earlier ones.

import { partyNameEntity } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Bidi, ChoiceSelect, TextField, useT } from '../../../ui';
import { useDistinct } from '../merge/origins';
import { PartForm, orNull } from './PartForm';
import { PartSection } from './PartSection';
import type { PartFormProps } from './PartSection';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

type Name = PartyRecord['names'][number];
const partKeys = ['prefix', 'given', 'father', 'grandfather', 'family', 'kunya', 'nickname'] as const;
type PartKey = (typeof partKeys)[number];

export function NamesSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  return (
    <PartSection
      title={t('record.section.names')}
      addLabel={t('record.addName')}
      part="name"
      items={useDistinct(record.names, (name) => name.text)}
      removable={(name) => record.names.filter(({ partyId }) => partyId === name.partyId).length > 1}
      show={(name) => <NameWords name={name} />}
      form={(props) => <NameForm {...props} person={record.kind === 'person'} />}
    />
  );
}

function NameWords({ name }: { readonly name: Name }): ReactNode {
  const t = useT();
  const parts = partKeys.flatMap((key) => (name[key] ? [`${t(`record.field.${key}`)}: ${name[key]}`] : []));
  return (
    <>
      <span className={styles.strong}>
        <Bidi>{name.text}</Bidi>
      </span>
      <span className={styles.quiet}>{t.any(`catalogue.party_name.kind.${name.kind}`)}</span>
      {parts.length > 0 && (
        <span className={styles.quietLine}>
          <Bidi>{parts.join(' · ')}</Bidi>
        </span>
      )}
    </>
  );
}

function NameForm({ item, onClose, person }: PartFormProps<Name> & { readonly person: boolean }): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const [kind, setKind] = useState<Name['kind']>(item?.kind ?? 'transliteration');
  const [text, setText] = useState(item?.text ?? '');
  const [parts, setParts] = useState(
    () => Object.fromEntries(partKeys.map((key) => [key, item?.[key] ?? ''])) as Record<PartKey, string>,
  );
  const save = (): Promise<boolean> => {
    const filled = Object.fromEntries(partKeys.map((key) => [key, orNull(parts[key])]));
    return edit.save(
      { put: { names: [{ id: item?.id, kind, text, ...(person ? filled : {}) }] } },
      t('record.section.names'),
    );
  };
  return (
    <PartForm edit={edit} ready={text.trim() !== ''} onSave={save} onClose={onClose}>
      <TextField label={t('record.field.text')} autoFocus value={text} onChange={setText} />
      <ChoiceSelect
        entity={partyNameEntity}
        field="kind"
        value={kind}
        onChange={(next) => next !== null && setKind(next)}
      />
      {person && (
        <details className={styles.details} open={Object.values(parts).some((part) => part !== '')}>
          <summary>{t('record.parts')}</summary>
          <div className={styles.fieldPair}>
            {partKeys.map((key) => (
              <TextField
                key={key}
                label={t(`record.field.${key}`)}
                value={parts[key]}
                onChange={(value) => setParts({ ...parts, [key]: value })}
              />
            ))}
          </div>
        </details>
      )}
    </PartForm>
  );
}
