// The kinds of data that an authority is about, made of the catalogue's fields: each field about people belongs to one.

import { maskableFields, type FieldKey } from '../policy/policy';

export const matters = ['contact', 'personal', 'appointments', 'medical', 'financial', 'documents'] as const;
export type Matter = (typeof matters)[number];

/** What a minor who is old enough to speak for themselves may be told about themselves. */
export const mattersOfMinors: readonly Matter[] = ['contact', 'appointments'];

/** By entity, and by field where a field is about something else than its entity. What stands in neither is told to nobody. */
const matterOfPlace: Readonly<Record<string, Matter>> = {
  party: 'personal',
  'party.note': 'medical',
  party_name: 'personal',
  contact_point: 'contact',
  address: 'contact',
  identifier: 'financial',
  party_role: 'personal',
  role_stage_event: 'personal',
  relationship: 'personal',
  occasion: 'personal',
  preference: 'contact',
  need: 'personal',
  value_driver: 'personal',
  activity: 'appointments',
  'activity.body': 'medical',
  'activity.outcome': 'medical',
  attachment: 'documents',
};

/** The office's own fields have no name yet that could be told. */
const untold: readonly FieldKey[] = ['party.ext'];

/** The matter of a field (`entity.field`); null of what the office keeps for itself, and of what nobody has placed. */
export const matterOf = (key: FieldKey): Matter | null =>
  untold.includes(key) ? null : (matterOfPlace[key] ?? matterOfPlace[key.split('.')[0]!] ?? null);

/** Fields that are told with a matter, in the order of the catalogue. */
export const fieldsOf = (matter: Matter): readonly FieldKey[] =>
  maskableFields.filter((key) => matterOf(key) === matter);
