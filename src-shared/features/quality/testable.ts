// What a rule can look at: the entities of a party and their fields, straight from the catalogue, and the questions each type allows.

import { entityOf, type Field } from '../../catalogue';

export const testedEntities = [
  'party',
  'party_name',
  'contact_point',
  'address',
  'identifier',
  'party_role',
  'relationship',
  'occasion',
  'preference',
  'need',
  'value_driver',
  'activity_party',
] as const;
export type TestedEntity = (typeof testedEntities)[number];

export const testKinds = [
  'empty',
  'filled',
  'in',
  'not-in',
  'older',
  'within',
  'matches',
  'matches-not',
  'shared',
] as const;
export type TestKind = (typeof testKinds)[number];

/** Keys for sorting and grouping, and what says only whose a row is. */
const technical =
  /^(sort_\w+|city_key|role_types|ext|root_id|shown_\w+|external_key|position|birth_calendar|birth_text)$/;

/** Identity numbers and the like (class 3) stay out: a finding would tell about them. */
const isTestable = (name: string, field: Field): boolean =>
  field.privacy < 3 && field.secret !== true && field.to !== 'party' && !technical.test(name);

export function testableFields(entity: TestedEntity): Readonly<Record<string, Field>> {
  return Object.fromEntries(Object.entries(entityOf(entity).fields).filter(([name, field]) => isTestable(name, field)));
}

/** The questions that make sense of a field; none for a field that cannot be asked about. */
export function testsOf(entity: TestedEntity, name: string): readonly TestKind[] {
  const field = testableFields(entity)[name];
  if (field === undefined) return [];
  // One index holds numbers and mail addresses by their comparable form: only there can others with the same be found at once.
  const shared: readonly TestKind[] = entity === 'contact_point' && name === 'normal' ? ['shared'] : [];
  return [...(byType[field.type] ?? []), ...shared];
}

const presence = ['empty', 'filled'] as const;
const byType: Partial<Readonly<Record<Field['type'], readonly TestKind[]>>> = {
  text: [...presence, 'in', 'not-in', 'matches', 'matches-not'],
  'long-text': [...presence, 'matches', 'matches-not'],
  choice: [...presence, 'in', 'not-in'],
  calendar: [...presence, 'in', 'not-in'],
  flag: presence,
  integer: presence,
  reference: presence,
  instant: [...presence, 'older', 'within'],
  'civil-date': [...presence, 'older', 'within'],
};
