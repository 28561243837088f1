// What a column can become when rows are activities, relationships or later entities: read off the catalogue, so that an entity
// joins by one line here.

import type { Entity, Field } from '../../../catalogue';
import { activityEntity, participantRoles, relationshipEntity } from '../../../catalogue';

export const importEntities = ['parties', 'activities', 'relationships'] as const;
export type ImportInto = (typeof importEntities)[number];
export type RecordInto = Exclude<ImportInto, 'parties'>;

/** How a row names a party that is in the base already, from the surest to the last resort. */
export const referenceWays = ['key', 'phone', 'email', 'name'] as const;
export type ReferenceWay = (typeof referenceWays)[number];

export type RecordEntity = {
  readonly entity: Entity;
  /** The parts parties play; the first alone must be found when `anyOf` is false. */
  readonly parts: readonly string[];
  /** Whether one found party of any part is enough; otherwise each part must be found. */
  readonly anyOf: boolean;
  /** A user of this base or of the former system: `<entity>.author`. */
  readonly hasAuthor: boolean;
};

export const recordEntities: Readonly<Record<RecordInto, RecordEntity>> = {
  activities: { entity: activityEntity, parts: participantRoles, anyOf: true, hasAuthor: true },
  relationships: { entity: relationshipEntity, parts: ['from', 'to'], anyOf: false, hasAuthor: false },
};

/** Set by the product and not by a file: references, what is computed, instants that are stamped once. */
function isImported(name: string, field: Field): boolean {
  if (field.type === 'reference' || field.type === 'json' || field.derived === true) return false;
  if (name === 'recorded_by') return false;
  return !(field.type === 'instant' && (field.merge === 'once' || field.merge === 'guard'));
}

export function importedFields({ entity }: RecordEntity): readonly (readonly [string, Field])[] {
  return Object.entries(entity.fields).filter(([name, field]) => isImported(name, field));
}

/** `activity.at`, `activity.at-time` for a time in a column of its own, `activity.author`, `party.sender.email`. */
export function recordTargets(into: RecordInto): readonly string[] {
  const record = recordEntities[into];
  const { key } = record.entity;
  const fields = importedFields(record).flatMap(([name, field]) =>
    field.type === 'instant' ? [`${key}.${name}`, `${key}.${name}-time`] : [`${key}.${name}`],
  );
  const parties = record.parts.flatMap((part) => referenceWays.map((way) => `party.${part}.${way}`));
  return [...fields, ...(record.hasAuthor ? [`${key}.author`] : []), ...parties];
}

export type PartyTarget = { readonly part: string; readonly way: ReferenceWay };

export function partyTarget(target: string): PartyTarget | null {
  const [prefix, part, way] = target.split('.');
  return prefix === 'party' && part !== undefined && (referenceWays as readonly (string | undefined)[]).includes(way)
    ? { part, way: way as ReferenceWay }
    : null;
}
