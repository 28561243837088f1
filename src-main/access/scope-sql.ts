// A scope as a condition on a row of `party`. Whose ids are meant stands in temporary tables that `dress` fills.

import type { RuleScope, Scope } from '@shared/features/policy/policy';
import { fold } from '@shared/text/fold';

/** Temporary tables of one column `id`, by what a scope calls them. */
export const reachTables = {
  own: 'reach_own',
  team: 'reach_team',
  subtree: 'reach_subtree',
  teamUnits: 'reach_team_unit',
  subtreeUnits: 'reach_subtree_unit',
  cities: 'reach_city',
} as const;

/** Whose records a scope means, by the table of their ids. */
export type People = 'own' | 'team' | 'subtree';

/** Of what is not a party: a scope that is about parties means the person's own. */
export const peopleOf = (scope: Exclude<Scope, 'all'>): People =>
  scope === 'team' || scope === 'subtree' ? scope : 'own';

/** The records that an emergency access has opened, and nothing else. */
export const OPENED = 'opened';
export const openedTable = 'reach_opened';
export type Within = Scope | typeof OPENED;

/** What makes a party one of a scope: who owns it, and what else is enough. */
interface Terms {
  readonly owners: People;
  /** Conditions on the party's row, each enough by itself. */
  readonly also: readonly string[];
}

const within = (column: string, table: keyof typeof reachTables): string =>
  `${column} IN (SELECT id FROM temp.${reachTables[table]})`;

/**
 * SQL text that holds for the parties of a scope, `row` being an alias of `main.party`; undefined when it holds for all. Records
 * merged into one party are in a scope together. The first conditions are answered by the indexes of the lists.
 */
export const partyInScope = (scope: Within | undefined, row: string): string | undefined =>
  rowInScope(scope, { row, id: `${row}.id`, root: `coalesce(${row}.root_id, ${row}.id)` });

/** The same for documents of the search index, which know whose their party is; null where they do not know enough. */
export function documentInScope(scope: Within | undefined, row: string): string | null | undefined {
  if (typeof scope === 'object' || scope === 'territory') return null;
  const id = `${row}.party_id`;
  return rowInScope(scope, { row, id, root: id });
}

/** A row that has `shown_owner_id`, `unit_id` and `more_owners` of a party, and what its id, and that of its root, is there. */
interface Holding {
  readonly row: string;
  readonly id: string;
  readonly root: string;
}

function rowInScope(scope: Within | undefined, { row, id, root }: Holding): string | undefined {
  if (scope === 'all') return undefined;
  if (scope === undefined) return 'false';
  if (scope === OPENED) return `${id} IN (SELECT id FROM temp.${openedTable})`;
  const { owners, also } = termsOf(scope, row);
  const plain = [within(`${row}.shown_owner_id`, owners), ...also].join(' OR ');
  const merged = `EXISTS (SELECT 1 FROM main.party q WHERE (q.id = ${root} OR q.root_id = ${root}) AND ${recordInScope(scope, 'q')})`;
  return `(${plain} OR (${row}.more_owners = 1 AND ${byRole(owners, id)}) OR (${row}.more_owners = 2 AND ${merged}))`;
}

const byRole = (owners: People, id: string): string =>
  `EXISTS (SELECT 1 FROM main.party_role r WHERE r.party_id = ${id}
    AND (${within('r.owner_id', owners)} OR ${within('r.deputy_id', owners)}))`;

/** One record by itself, whatever it is merged with. */
function recordInScope(scope: Exclude<Scope, 'all'>, row: string): string {
  const { owners, also } = termsOf(scope, row);
  return `(${[within(`${row}.owner_id`, owners), ...also, byRole(owners, `${row}.id`)].join(' OR ')})`;
}

function termsOf(scope: Exclude<Scope, 'all'>, row: string): Terms {
  if (typeof scope === 'object') return { owners: 'own', also: [fits(scope.rule, row)] };
  switch (scope) {
    case 'own':
      return { owners: 'own', also: [] };
    case 'team':
      return { owners: 'team', also: [within(`${row}.unit_id`, 'teamUnits')] };
    case 'subtree':
      return { owners: 'subtree', also: [within(`${row}.unit_id`, 'subtreeUnits')] };
    case 'territory':
      return { owners: 'own', also: [within(`${row}.city_key`, 'cities')] };
  }
}

function fits({ kinds, languages, cities, roleTypes, unitIds }: RuleScope, row: string): string {
  const parts = [
    kinds && `${row}.kind IN (${listOf(kinds)})`,
    languages && `${row}.language IN (${listOf(languages)})`,
    cities && `${row}.city_key IN (${listOf(cities.map(fold))})`,
    unitIds && `${row}.unit_id IN (${listOf(unitIds)})`,
    roleTypes &&
      `EXISTS (SELECT 1 FROM main.party_role fit WHERE fit.party_id = ${row}.id AND fit.stage <> 'ended' AND fit.type IN (${listOf(roleTypes)}))`,
  ];
  return `(${parts.filter((part) => part !== undefined).join(' AND ')})`;
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const listOf = (values: readonly string[]): string => values.map(literal).join(', ');
