// Forgetting many documents at once. Each by itself is cut out of every list of the full-text tables, so that no trace of a word stays:
// some milliseconds a party. Of very many it is cheaper to note first that they are gone, and to write the tables anew without them.

import { compiled, tables, type ReadDb, type WriteDb } from '../db';
import { mergePieces, type PieceStore } from './merge-pieces';
import { newestDocument } from './party-index';
import { secureTables } from './search.sql';

/** Stands while something that was forgotten may still be read in the tables. */
const KEY = 'search.forgetting';
const LEAST = 1_000;
/** Documents written anew in the time in which one change is forgotten by itself. */
const DOCUMENTS_A_CHANGE = 16;

/** Whether so many changes to be taken back are worth writing the tables anew. */
export const isWorthForgettingInBulk = (db: ReadDb, changes: number): boolean =>
  changes >= LEAST && changes * DOCUMENTS_A_CHANGE >= newestDocument(db);

export function beginForgetting({ local }: PieceStore): void {
  local(
    compiled(
      tables
        .insertInto('meta')
        .values({ key: KEY, value: '1' })
        .onConflict((one) => one.doNothing()),
    ),
  );
  for (const { loosely } of secureTables) local(loosely);
}

/** To be called at the end, and by whoever finds it left undone. What `goesOn` cuts short is finished by the next call. */
export async function finishForgetting(store: PieceStore, goesOn: () => boolean): Promise<void> {
  if (!isLeft(store.db)) return;
  for (const { securely } of secureTables) store.local(securely);
  if (await mergePieces(store, goesOn)) store.local(compiled(tables.deleteFrom('meta').where('key', '=', KEY)));
}

/** After an opening: from now on nothing is forgotten loosely, whatever was interrupted. */
export function guardForgetting(db: WriteDb): void {
  if (isLeft(db)) for (const { securely } of secureTables) db.run(securely);
}

const isLeft = (db: ReadDb): boolean =>
  db.first(compiled(tables.selectFrom('meta').select('value').where('key', '=', KEY))) !== undefined;
