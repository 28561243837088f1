// What a column can become when rows are activities, relationships or later entities: read off the catalogue, so that an entity
// joins by its lines here.

import type { Entity, Field } from '../../../catalogue';
import {
  activityEntity,
  authorityEntity,
  consentEventEntity,
  participantRoles,
  relationshipEntity,
} from '../../../catalogue';
import { matters } from '../../authority/matters';
import { purposePresets } from '../../privacy/presets';
import { relationshipTypes } from '../../relationships/relationship-types';

export const importEntities = ['parties', 'activities', 'relationships', 'authorities', 'consents'] as const;
export type ImportInto = (typeof importEntities)[number];
export type RecordInto = Exclude<ImportInto, 'parties'>;

/** How a row names a party that is in the base already, from the surest to the last resort. */
export const referenceWays = ['key', 'number', 'phone', 'email', 'name'] as const;
export type ReferenceWay = (typeof referenceWays)[number];

export type RecordEntity = {
  readonly entity: Entity;
  /** The parts parties play; the first alone must be found when `anyOf` is false. */
  readonly parts: readonly string[];
  /** Whether one found party of any part is enough; otherwise each part must be found. */
  readonly anyOf: boolean;
  /** A user of this base or of the former system: `<entity>.author`. */
  readonly hasAuthor: boolean;
  /** The message that says which part it is. */
  readonly partWord: (part: string) => string;
  /** The field that `recordType` of a mapping fills where the row is silent. */
  readonly sort: string;
  /** Choices that the catalogue does not hold: by field, each with the message that says it. */
  readonly choices?: Readonly<Record<string, ChoicesOfField>>;
  /** Fields of the catalogue that only the product fills. */
  readonly own?: readonly string[];
};

export interface ChoicesOfField {
  readonly of: readonly string[];
  readonly word: (choice: string) => string;
  /** one: as it is. list: several in one cell, kept as JSON. open: or a word that only the office knows. */
  readonly as: 'one' | 'list' | 'open';
}

export const recordEntities: Readonly<Record<RecordInto, RecordEntity>> = {
  activities: {
    entity: activityEntity,
    parts: participantRoles,
    anyOf: true,
    hasAuthor: true,
    partWord: (part) => `catalogue.activity_party.role.${part}`,
    sort: 'kind',
    own: ['recorded_by'],
  },
  relationships: {
    entity: relationshipEntity,
    parts: ['from', 'to'],
    anyOf: false,
    hasAuthor: false,
    partWord: (part) => `catalogue.relationship.${part}_party_id`,
    sort: 'type',
    choices: {
      type: { of: relationshipTypes.map(({ key }) => key), word: (key) => `relationships.type.${key}`, as: 'one' },
    },
  },
  authorities: {
    entity: authorityEntity,
    parts: ['subject', 'agent'],
    anyOf: false,
    hasAuthor: false,
    partWord: (part) => `catalogue.authority.${part === 'agent' ? 'agent_id' : 'party_id'}`,
    sort: 'basis',
    choices: { matters: { of: matters, word: (matter) => `authority.matter.${matter}`, as: 'list' } },
    own: ['disputed_at', 'dispute_note', 'withdrawn_at', 'withdrawn_reason'],
  },
  consents: {
    entity: consentEventEntity,
    parts: ['subject'],
    anyOf: false,
    hasAuthor: false,
    partWord: () => 'catalogue.consent_event.party_id',
    sort: 'purpose_id',
    choices: {
      purpose_id: { of: purposePresets.map(({ id }) => id), word: (id) => `privacy.purpose.${id}`, as: 'open' },
    },
  },
};

/** Set by the product and not by a file: references, what is computed, instants that are stamped once. */
function isImported({ own, choices }: RecordEntity, name: string, field: Field): boolean {
  if (choices?.[name] !== undefined) return true;
  if (field.type === 'reference' || field.type === 'json' || field.derived === true) return false;
  if (own?.includes(name) === true) return false;
  return !(field.type === 'instant' && (field.merge === 'once' || field.merge === 'guard'));
}

export function importedFields(record: RecordEntity): readonly (readonly [string, Field])[] {
  return Object.entries(record.entity.fields).filter(([name, field]) => isImported(record, name, field));
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

/** Nobody plans further ahead, and a year of five digits is a slip. */
const LATEST = '2199-12-31';

/** The last day a date of such rows may name: who was born, was, and what somebody said, they have said. */
export const latestDay = (into: ImportInto, today: string): string =>
  into === 'parties' || into === 'consents' ? today : LATEST;

export type PartyTarget = { readonly part: string; readonly way: ReferenceWay };

export function partyTarget(target: string): PartyTarget | null {
  const [prefix, part, way] = target.split('.');
  return prefix === 'party' && part !== undefined && (referenceWays as readonly (string | undefined)[]).includes(way)
    ? { part, way: way as ReferenceWay }
    : null;
}
