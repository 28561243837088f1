// Records that are somebody's own, whoever owns the party they are about: an activity is its author's, a deal, lead, task or quote its owner's.

import { catalogue, type Field } from '@shared/catalogue';
import type { Scope } from '@shared/features/policy/policy';
import { peopleOf, reachTables } from './scope-sql';

export const ownRecords = [
  {
    entity: 'activity',
    person: 'author_id',
    unit: null,
    read: 'activities.read',
    write: 'activities.write',
    assign: null,
  },
  { entity: 'deal', person: 'owner_id', unit: null, read: 'deals.read', write: 'deals.write', assign: 'deals.assign' },
  {
    entity: 'lead',
    person: 'owner_id',
    unit: 'unit_id',
    read: 'leads.read',
    write: 'leads.write',
    assign: 'leads.assign',
  },
  { entity: 'task', person: 'owner_id', unit: null, read: 'tasks.read', write: 'tasks.write', assign: 'tasks.assign' },
  {
    entity: 'quote',
    person: 'owner_id',
    unit: null,
    read: 'quotes.read',
    write: 'quotes.write',
    assign: 'quotes.assign',
  },
] as const;
export type OwnRecord = (typeof ownRecords)[number];
export type OwnEntity = OwnRecord['entity'];

export const ownRecordOf = (entity: string): OwnRecord | undefined => ownRecords.find((one) => one.entity === entity);

const isPartOf = (field: Field | undefined, entity: string): boolean => field?.to === entity && field.loose !== true;

/** The entities of a record of its own and of what is part of it: those that refer to it and not only loosely. */
const parts: ReadonlyMap<OwnEntity, readonly string[]> = new Map(
  ownRecords.map(({ entity }) => [
    entity,
    catalogue
      .filter(({ key, fields }) => key === entity || isPartOf(fields[`${entity}_id`], entity))
      .map(({ key }) => key),
  ]),
);
export const partsOf = (entity: OwnEntity): readonly string[] => parts.get(entity)!;

/**
 * SQL text that holds for the records of a scope, `row` being an alias of their table; undefined when it holds for all. Where a scope is
 * about parties it means the person's own.
 */
export function recordOfPeople(
  { person, unit }: { readonly person: string; readonly unit: string | null },
  scope: Scope | undefined,
  row: string,
): string | undefined {
  if (scope === undefined) return 'false';
  if (scope === 'all') return undefined;
  const people = peopleOf(scope);
  const own = within(`${row}.${person}`, people);
  if (unit === null || people === 'own') return own;
  return `(${own} OR ${within(`${row}.${unit}`, people === 'team' ? 'teamUnits' : 'subtreeUnits')})`;
}

const within = (column: string, table: keyof typeof reachTables): string =>
  `${column} IN (SELECT id FROM temp.${reachTables[table]})`;
