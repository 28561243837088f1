// The one field that mends a finding, saved where it stands by the ordinary change of a record. Enter saves.

import { identifierEntity, partyEntity } from '@shared/catalogue';
import type { Place } from '@shared/features/quality/quality.contract';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay } from '../../api';
import {
  Button,
  ChoiceSelect,
  CivilDateField,
  DateInput,
  ErrorState,
  PlaceLink,
  Select,
  TextField,
  useT,
} from '../../ui';
import { useDone, useUserOptions } from '../operations';
import { fixKind, isFilled, patchOf } from './fix';
import type { Entry, FixKind } from './fix';
import styles from './quality.module.css';
import { fieldWords } from './words';

export interface FixFieldProps {
  readonly partyId: string;
  readonly place: Place;
  /** The part that is wrong, and what stands there; null when something is missing. */
  readonly recordId: string | null;
  readonly evidence?: string | null;
  readonly autoFocus?: boolean;
  onDone?(): void;
}

export function FixField(props: FixFieldProps): ReactNode {
  const t = useT();
  const may = useMay();
  const kind = fixKind(props.place, props.recordId);
  if (kind !== null && may('parties.write')) return <FixForm {...props} kind={kind} />;
  return (
    <PlaceLink to={{ page: 'party', id: props.partyId }} className="dw-link">
      {t('quality.open')}
    </PlaceLink>
  );
}

function FixForm({
  partyId,
  place,
  recordId,
  evidence,
  autoFocus,
  kind,
  onDone,
}: FixFieldProps & { readonly kind: FixKind }): ReactNode {
  const t = useT();
  const done = useDone();
  const update = useEngineCommand('parties.update');
  const [entry, setEntry] = useState<Entry>({
    text: recordId === null || kind !== 'text' ? '' : (evidence ?? ''),
    date: null,
    scheme: place.values['scheme'] ?? 'other',
  });
  const label = fieldWords(t, place);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isFilled(entry, kind) || update.pending) return;
    const answer = await update.run({ id: partyId, ...patchOf(place, recordId, entry) });
    if (!answer.ok) return;
    done(answer, t('record.saved', { field: label }));
    onDone?.();
  };
  return (
    <form className={styles.fix} onSubmit={(event) => void submit(event)} aria-label={label}>
      <FixInput kind={kind} place={place} label={label} entry={entry} autoFocus={autoFocus} onChange={setEntry} />
      <Button small type="submit" disabled={!isFilled(entry, kind)} pending={update.pending}>
        {t('record.save')}
      </Button>
      {update.error !== null && <ErrorState inline error={update.error} />}
    </form>
  );
}

interface FixInputProps {
  readonly kind: FixKind;
  readonly place: Place;
  readonly label: string;
  readonly entry: Entry;
  readonly autoFocus: boolean | undefined;
  onChange(entry: Entry): void;
}

function FixInput({ kind, place, label, entry, autoFocus, onChange }: FixInputProps): ReactNode {
  const t = useT();
  const common = { label, hideLabel: true, placeholder: label, autoFocus } as const;
  const write = (text: string | null): void => onChange({ ...entry, text: text ?? '' });
  const latin = place.of === 'contact_point' || kind === 'number';
  if (kind === 'user') return <UserField {...common} value={entry.text} onChange={write} />;
  if (kind === 'date')
    return <DateInput {...common} value={entry.date} onChange={(date) => onChange({ ...entry, date })} />;
  if (kind === 'day') {
    const day = (on: string | null): void =>
      onChange({ ...entry, date: on === null ? null : { on, calendar: 'gregory', text: '' } });
    return <CivilDateField {...common} value={entry.date?.on ?? null} onChange={day} />;
  }
  if (kind === 'choice')
    return (
      <ChoiceSelect
        {...common}
        entity={partyEntity}
        field={place.field ?? ''}
        value={entry.text || null}
        onChange={write}
      />
    );
  const text = <TextField {...common} direction={latin ? 'ltr' : 'auto'} value={entry.text} onChange={write} />;
  if (kind === 'text') return text;
  return (
    <>
      <ChoiceSelect
        label={t('catalogue.identifier.scheme')}
        hideLabel
        entity={identifierEntity}
        field="scheme"
        value={entry.scheme}
        onChange={(scheme) => onChange({ ...entry, scheme: scheme ?? 'other' })}
      />
      {text}
    </>
  );
}

interface UserFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly value: string;
  onChange(id: string | null): void;
}

export function UserField({ value, ...rest }: UserFieldProps): ReactNode {
  return <Select {...rest} options={useUserOptions()} value={value === '' ? null : value} />;
}
