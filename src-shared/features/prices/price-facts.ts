// What a price may depend on. What tells something of a person that must not drive a price is barred here, by what the catalogue says
// of its field; both the saving of a rule and every evaluation ask this.

import { catalogue, type Entity } from '../../catalogue';

/** Facts of a client's class that rules may ask, as `entity.field`. Each is still held against the catalogue. */
export const customerFacts = [
  'party.kind',
  'party.legal_form',
  'party.industry',
  'party.group_kind',
  'party_role.type',
  'party_role.stage',
  'party_role.terms',
] as const;
export type CustomerFact = (typeof customerFacts)[number];

/** unknown: no fact that rules may ask. protected, sensitive, personal: the catalogue says so of it, or of what it repeats. */
export type Bar = 'protected' | 'sensitive' | 'personal' | 'unknown';

/** Why a field may not drive a price; null when it may. */
export function barOf(key: string): Bar | null {
  const found = barOfField(...parts(key));
  if (found !== null) return found;
  return (customerFacts as readonly string[]).includes(key) ? null : 'unknown';
}

/** Choices of a fact; undefined for one that is text. */
export const choicesOf = (fact: CustomerFact): readonly string[] | undefined => {
  const [entity, field] = parts(fact);
  return entityCalled(entity)?.fields[field]?.choices;
};

/** Whatever way its name is written, and whatever it repeats: `Party.Birth_On `, `birth_text`, `identifier.normal`. */
function barOfField(entityKey: string, fieldName: string): Bar | null {
  const entity = entityCalled(entityKey);
  const field = entity?.fields[fieldName];
  if (entity === undefined || field === undefined) return 'unknown';
  if (field.protected === true) return 'protected';
  if (field.of !== undefined) {
    const [first = '', second] = field.of.split('.');
    const repeated = second === undefined ? barOfField(entity.key, first) : barOfField(first, second);
    if (repeated !== null) return repeated;
  }
  return field.privacy === 3 ? 'sensitive' : field.privacy === 2 ? 'personal' : null;
}

function parts(key: string): [entity: string, field: string] {
  const [entity = '', ...field] = key
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
    .split('.');
  return [entity, field.join('.')];
}

const entityCalled = (key: string): Entity | undefined => catalogue.find((entity) => entity.key === key);
