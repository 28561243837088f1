// The properties of a person, an organisation or a group, each changed in its place.

import { partyEntity } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import {
  Bidi,
  ChoiceSelect,
  CivilDateField,
  DateInput,
  DateText,
  Select,
  TextField,
  useFormat,
  useNow,
  useT,
} from '../../../ui';
import { useUserOptions } from '../../operations';
import { useUnitOptions } from '../../policy';
import { ageOn, isYear } from './next-occasion';
import { Property } from './Property';

type TextProperty = 'nationality' | 'legalForm' | 'industry';
type ChoiceProperty = 'language' | 'gender' | 'groupKind';
const columnOf: Readonly<Record<ChoiceProperty, string>> = {
  language: 'language',
  gender: 'gender',
  groupKind: 'group_kind',
};

interface RecordProps {
  readonly record: PartyRecord;
}

export function IdentityProperties({ record }: RecordProps): ReactNode {
  const person = record.kind === 'person';
  const organisation = record.kind === 'organisation';
  return (
    <>
      <OwnerProperty record={record} />
      <UnitProperty record={record} />
      {record.kind === 'group' && <ChoicePropertyLine record={record} field="groupKind" />}
      {record.kind !== 'group' && <BirthProperty record={record} />}
      {person && <ChoicePropertyLine record={record} field="gender" />}
      <ChoicePropertyLine record={record} field="language" />
      {person && <TextPropertyLine record={record} field="nationality" />}
      {organisation && <TextPropertyLine record={record} field="legalForm" />}
      {organisation && <TextPropertyLine record={record} field="industry" />}
      {person && <DeathProperty record={record} />}
    </>
  );
}

function OwnerProperty({ record }: RecordProps): ReactNode {
  const t = useT();
  const users = useUserOptions();
  const label = t('record.field.owner');
  return (
    <Property
      label={label}
      changedBy="assign"
      source={record.sources.owner}
      value={record.owner?.id ?? null}
      shown={record.owner !== null && <Bidi>{record.owner.name}</Bidi>}
      patchOf={(ownerId) => ({ set: { ownerId } })}
      editor={(value, change) => (
        <Select label={label} clearable autoFocus value={value} options={users} onChange={change} />
      )}
    />
  );
}

/** The branch, department or team whose party it is; nothing where the office has no units. */
function UnitProperty({ record }: RecordProps): ReactNode {
  const t = useT();
  const units = useUnitOptions();
  if (units.length === 0) return null;
  const label = t('record.field.unit');
  const unit = units.find(({ value }) => value === record.unitId);
  return (
    <Property
      label={label}
      changedBy="assign"
      value={record.unitId}
      shown={unit !== undefined && <Bidi>{unit.label}</Bidi>}
      patchOf={(unitId) => ({ set: { unitId } })}
      editor={(value, change) => (
        <Select label={label} clearable autoFocus value={value} options={units} onChange={change} />
      )}
    />
  );
}

function ChoicePropertyLine({ record, field }: RecordProps & { readonly field: ChoiceProperty }): ReactNode {
  const t = useT();
  const label = t(`record.field.${field}`);
  const value: string | null = record[field];
  return (
    <Property
      label={label}
      field={`party.${columnOf[field]}`}
      source={record.sources[field]}
      value={value}
      shown={value !== null && t.any(`catalogue.party.${columnOf[field]}.${value}`)}
      patchOf={(next) => ({ set: { [field]: next } })}
      editor={(now, change) => (
        <ChoiceSelect
          entity={partyEntity}
          field={columnOf[field]}
          label={label}
          clearable
          autoFocus
          value={now}
          onChange={change}
        />
      )}
    />
  );
}

function TextPropertyLine({ record, field }: RecordProps & { readonly field: TextProperty }): ReactNode {
  const t = useT();
  const label = t(`record.field.${field}`);
  const value = record[field];
  return (
    <Property
      label={label}
      field={`party.${field === 'legalForm' ? 'legal_form' : field}`}
      source={record.sources[field]}
      value={value ?? ''}
      shown={value !== null && <Bidi>{value}</Bidi>}
      patchOf={(next) => ({ set: { [field]: next.trim() === '' ? null : next } })}
      editor={(now, change) => <TextField label={label} autoFocus value={now} onChange={change} />}
    />
  );
}

const whole = (on: string | null): string | null => (on === null || isYear(on) ? null : on);

function BirthProperty({ record }: RecordProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const label = t(record.kind === 'person' ? 'record.field.birth' : 'record.field.founded');
  const { birth } = record;
  const age = birth === null || isYear(birth.on) ? null : ageOn(birth.on, whole(record.deathOn) ?? format.civilOf(now));
  const shown = birth !== null && (
    <>
      <DateText value={birth.on} style="long" calendar={birth.calendar} secondary />{' '}
      {age !== null && <span className="dw-secondary">({t('record.age', { count: age })})</span>}
    </>
  );
  return (
    <Property
      label={label}
      field="party.birth_on"
      source={record.sources.birth}
      value={birth}
      shown={shown}
      patchOf={(next) => ({ set: { birth: next } })}
      editor={(value, change) => (
        <DateInput label={label} autoFocus value={value} hint={t('record.dateHint')} onChange={change} />
      )}
    />
  );
}

function DeathProperty({ record }: RecordProps): ReactNode {
  const t = useT();
  if (record.deathOn === null) return null;
  const label = t('record.field.death');
  return (
    <Property
      label={label}
      field="party.death_on"
      source={record.sources.deathOn}
      value={record.deathOn as string | null}
      shown={<DateText value={record.deathOn} secondary />}
      patchOf={(deathOn) => ({ set: { deathOn } })}
      editor={(value, change) => <CivilDateField label={label} autoFocus value={value} onChange={change} />}
    />
  );
}
