// The sheets we write and read again: a party with all its parts in one row, an activity, a relationship. Columns and headings come
// from the catalogue; a heading in any of the three languages leads back to the column it was made from.

import {
  activityEntity,
  addressEntity,
  contactPointEntity,
  identifierEntity,
  needEntity,
  occasionEntity,
  participantRoles,
  partyEntity,
  partyNameEntity,
  partyRoleEntity,
  preferenceEntity,
  relationshipEntity,
  valueDriverEntity,
  type Entity,
} from '../../catalogue';

/** The parts a party has any number of, in the order of their columns. */
export const sheetParts: readonly Entity[] = [
  partyNameEntity,
  contactPointEntity,
  addressEntity,
  identifierEntity,
  partyRoleEntity,
  occasionEntity,
  preferenceEntity,
  needEntity,
  valueDriverEntity,
];

const PARTY_FIELDS = [
  'display_name',
  'kind',
  'status',
  'language',
  'owner_id',
  'gender',
  'birth_on',
  'birth_calendar',
  'birth_text',
  'death_on',
  'nationality',
  'legal_form',
  'industry',
  'group_kind',
  'note',
  'created_at',
  'last_activity_at',
] as const;
export const partySheetFields: readonly string[] = PARTY_FIELDS;

/** Of a part: all that is its own. What is computed for comparing and the place in a list say nothing to a reader. */
export const partFields = ({ fields }: Entity): readonly string[] =>
  Object.keys(fields).filter((name) => !['party_id', 'position', 'normal'].includes(name));

/** `own.party.note`, `own.contact_point.2.value`; `own.party.id` is the key by which other files name the party. */
export const ownTarget = (entity: string, field: string, number?: number): string =>
  number === undefined ? `own.${entity}.${field}` : `own.${entity}.${number}.${field}`;

export interface OwnColumn {
  readonly entity: string;
  readonly field: string;
  /** Which of several parts, from 1; absent for the party itself. */
  readonly number?: number;
}

export function ownColumn(target: string): OwnColumn | null {
  const match = /^own\.([a-z_]+)\.(?:(\d{1,3})\.)?([a-z_]+)$/.exec(target);
  if (match === null) return null;
  const [, entity = '', number, field = ''] = match;
  return { entity, field, ...(number === undefined ? {} : { number: Number(number) }) };
}

const partFamilies: Readonly<Record<string, string>> = {
  party_name: 'name',
  contact_point: 'contact',
  party_role: 'role',
};

/** To what a rule for a column belongs, in the words of an import: `name`, `contact`, `birth`, `legal-form` … */
export function ownFamily({ entity, field, number }: OwnColumn): string {
  if (number !== undefined) return partFamilies[entity] ?? entity;
  if (field === 'display_name') return 'name';
  return field.startsWith('birth_') ? 'birth' : field.replaceAll('_', '-');
}

/** The words of an id in one language. */
export type Words = (id: string) => string;

export const keyHeading = (words: Words, entity: string): string =>
  `${words(`catalogue.${entity}`)} · ${words('exports.key')}`;

export function ownHeading(words: Words, { entity, field, number }: OwnColumn): string {
  if (field === 'id') return keyHeading(words, entity);
  const name = words(`catalogue.${entity}.${field}`);
  return number === undefined ? name : `${words(`catalogue.${entity}`)} ${number} · ${name}`;
}

/** The columns of activities and relationships by the targets an import knows; those without one are for the reader only. */
export interface RecordColumn {
  readonly field: string;
  readonly target: string | null;
  heading(words: Words): string;
}

const field = (entity: Entity, name: string, target: string | null = `${entity.key}.${name}`): RecordColumn => ({
  field: name,
  target,
  heading: (words) => words(`catalogue.${entity.key}.${name}`),
});

const keyOf = (entity: Entity, target: string | null): RecordColumn => ({
  field: 'id',
  target,
  heading: (words) => keyHeading(words, entity.key),
});

const party = (part: string, way: 'key' | 'name', partWords: string): RecordColumn => ({
  field: `${part}.${way}`,
  target: way === 'key' ? `party.${part}.key` : null,
  heading: (words) =>
    `${words(partWords)} · ${way === 'key' ? words('exports.key') : words('catalogue.party.display_name')}`,
});

export const activityColumns: readonly RecordColumn[] = [
  keyOf(activityEntity, 'activity.external_key'),
  ...['at', 'kind', 'direction', 'subject', 'body', 'duration_minutes', 'outcome', 'place'].map((name) =>
    field(activityEntity, name),
  ),
  field(activityEntity, 'author_id', 'activity.author'),
  ...participantRoles.flatMap((role) =>
    (['name', 'key'] as const).map((way) => party(role, way, `catalogue.activity_party.role.${role}`)),
  ),
];

export const relationshipColumns: readonly RecordColumn[] = [
  keyOf(relationshipEntity, null),
  ...['from', 'to'].flatMap((end) =>
    (['name', 'key'] as const).map((way) => party(end, way, `catalogue.relationship.${end}_party_id`)),
  ),
  ...['type', 'position', 'note', 'from_on', 'to_on'].map((name) => field(relationshipEntity, name)),
];

export type OwnSheet = {
  readonly into: 'parties' | 'activities' | 'relationships';
  readonly targets: readonly (string | null)[];
};

/** Several parties in one cell. */
export const BETWEEN_PARTIES = ' ::: ';

/** The sheet of ours that headings belong to, whatever its language; null for anybody else's. */
export function recogniseOwnSheet(headers: readonly string[], languages: readonly Words[]): OwnSheet | null {
  const first = headers[0]?.trim();
  for (const words of languages) {
    if (first === keyHeading(words, partyEntity.key)) return { into: 'parties', targets: partyTargets(headers, words) };
    if (first === keyHeading(words, activityEntity.key))
      return { into: 'activities', targets: recordTargetsOf(activityColumns, headers, words) };
    if (first === keyHeading(words, relationshipEntity.key))
      return {
        into: 'relationships',
        targets: recordTargetsOf(relationshipColumns, headers, words),
      };
  }
  return null;
}

function recordTargetsOf(
  columns: readonly RecordColumn[],
  headers: readonly string[],
  words: Words,
): (string | null)[] {
  const byHeading = new Map(columns.map((column) => [column.heading(words), column.target]));
  return headers.map((header) => byHeading.get(header.trim()) ?? null);
}

function partyTargets(headers: readonly string[], words: Words): (string | null)[] {
  const own = new Map(
    ['id', ...partySheetFields].map((name) => [
      ownHeading(words, { entity: partyEntity.key, field: name }),
      ownTarget(partyEntity.key, name),
    ]),
  );
  return headers.map((header) => own.get(header.trim()) ?? partTarget(header.trim(), words));
}

function partTarget(header: string, words: Words): string | null {
  const match = /^(.+) (\d{1,3}) · (.+)$/u.exec(header);
  if (match === null) return null;
  const [, what = '', number = '', name = ''] = match;
  for (const entity of sheetParts) {
    if (words(`catalogue.${entity.key}`) !== what) continue;
    const found = partFields(entity).find((candidate) => words(`catalogue.${entity.key}.${candidate}`) === name);
    if (found !== undefined) return ownTarget(entity.key, found, Number(number));
  }
  return null;
}
