// Everything known of some parties at once: a few statements for hundreds of them, whoever was merged taken as the one they are.

import { partyEntity, type Entity } from '@shared/catalogue';
import { sheetParts } from '@shared/features/exports/own-sheet';
import type { ReadDb, Tables } from '../../db';
import { survivorOf } from '../parties';
import { selectHasMembers, selectMembersOf, selectPartsOf, selectRowsById, type EntityRow } from './projection.sql';

export interface PartyFacts {
  readonly id: string;
  /** By which other files name it: that of a former system, else the id. */
  readonly key: string;
  readonly party: EntityRow;
  /** By entity; of a merged party those of all its records. */
  readonly parts: ReadonlyMap<string, readonly EntityRow[]>;
}

export type FactsOf = (ids: readonly string[]) => PartyFacts[];

/** Answers the facts of parties in the order of their ids; those that are not there are left out. */
export function createFactsOf(db: ReadDb, entities: readonly Entity[] = sheetParts): FactsOf {
  const merges = db.first(selectHasMembers()) !== undefined;
  return (ids) => {
    const wanted = JSON.stringify(ids);
    const rows = new Map(db.all(selectRowsById(partyEntity, wanted)).map((row) => [row.id, row]));
    const rootOf = merges ? rootsOf(db, wanted) : new Map<string, string>();
    const all = rootOf.size === 0 ? wanted : JSON.stringify([...ids, ...rootOf.keys()]);
    const parts = new Map(entities.map((entity) => [entity.key, partsOf(db.all(selectPartsOf(entity, all)), rootOf)]));
    const roots = new Set(rootOf.values());
    return ids.flatMap((id) => {
      const row = rows.get(id);
      if (row === undefined) return [];
      const party = roots.has(id) ? shownRow(db, row) : row;
      const ofParty = new Map(entities.map(({ key }) => [key, parts.get(key)?.get(id) ?? nothing]));
      return [{ id, key: String(party['external_key'] ?? id), party, parts: ofParty }];
    });
  };
}

const nothing: readonly EntityRow[] = [];

const rootsOf = (db: ReadDb, wanted: string): Map<string, string> =>
  new Map(db.all(selectMembersOf(wanted)).map(({ id, root_id }) => [id, root_id]));

/** The party's own first, then those of the records linked under it. */
function partsOf(rows: readonly EntityRow[], rootOf: ReadonlyMap<string, string>): Map<string, EntityRow[]> {
  const found = new Map<string, EntityRow[]>();
  const put = (party: string, row: EntityRow): void => {
    const list = found.get(party);
    if (list === undefined) found.set(party, [row]);
    else list.push(row);
  };
  for (const row of rows) if (!rootOf.has(String(row['party_id']))) put(String(row['party_id']), row);
  if (rootOf.size === 0) return found;
  for (const row of rows) {
    const root = rootOf.get(String(row['party_id']));
    if (root !== undefined) put(root, row);
  }
  return found;
}

const shownRow = (db: ReadDb, row: EntityRow): EntityRow =>
  survivorOf(db, row as unknown as Tables['party']).party as unknown as EntityRow;
