// The survivor view: one party out of the records linked as one. Computed from their own rows each time, stored nowhere.

import {
  shownColumns,
  shownFields,
  sourceOf,
  type ShownChoices,
  type ShownField,
} from '@shared/features/parties/cluster';
import type { ReadDb, Tables } from '../../db';
import { clusterOfRoot } from '../clusters';
import * as statements from './parties.sql';

type PartyRow = Tables['party'];

export interface Survivor {
  /** The root's row, with the shown value in every single-valued field. */
  readonly party: PartyRow;
  /** The root first, then in the order in which they were linked. */
  readonly members: readonly PartyRow[];
  /** The members with the one whose name is shown first. */
  readonly byName: readonly PartyRow[];
  /** The record that each shown value comes from; empty for a party that was never merged. */
  readonly sources: Readonly<Partial<Record<ShownField, string>>>;
}

export function survivorOf(db: ReadDb, root: PartyRow): Survivor {
  const cluster = clusterOfRoot(db, root.id);
  if (cluster.memberIds.length === 1) return { party: root, members: [root], byName: [root], sources: {} };
  const members = cluster.memberIds.flatMap((id) => (id === root.id ? [root] : db.all(statements.selectParty({ id }))));
  const choices = cluster.links.toReversed().map((link) => JSON.parse(link.choices) as ShownChoices);
  return survivorAmong(members, choices);
}

/** The view of some records whether they are linked or not: what a merge of them would show. */
export function survivorAmong(members: readonly PartyRow[], choices: readonly ShownChoices[]): Survivor {
  const holders = members.map((row) => ({ id: row.id, has: (field: ShownField) => hasValue(row, field) }));
  const sources: Partial<Record<ShownField, string>> = {};
  for (const field of shownFields) sources[field] = sourceOf(field, holders, choices);
  const rowOf = (field: ShownField): PartyRow => members.find(({ id }) => id === sources[field])!;
  const shown = Object.entries(shownColumns).flatMap(([field, columns]) =>
    columns.map((column) => [column, rowOf(field as ShownField)[column]] as const),
  );
  const named = rowOf('name');
  return {
    party: { ...members[0]!, ...Object.fromEntries(shown) },
    members,
    byName: [named, ...members.filter((row) => row !== named)],
    sources,
  };
}

export const hasValue = (row: PartyRow, field: ShownField): boolean =>
  field === 'name' ? row.display_name !== '' : row[shownColumns[field][0]] !== null;
