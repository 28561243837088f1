// Is a copy whole? Every page under its seal, every row the ledger counts, and the head of the audit chain.

import { ledgerEntities } from '@shared/catalogue';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Looked } from '../../backup';
import type { ReadDb } from '../../db';
import * as statements from './backups.sql';

/**
 * Reads every page (each carries a MAC under the base's key), checks every index against its table, and compares the rows of
 * each table with what the ledger says was made and taken away. `onPart` is told which of how many parts comes next.
 */
export function lookAtCopy(
  db: ReadDb,
  onPart: (done: number, total: number) => void,
): Result<Looked, Failure<'backups.damaged'>> {
  const parts = ledgerEntities.length + 4;
  onPart(0, parts);
  const wrong = db.all(statements.integrity({})).find(({ verdict }) => verdict !== 'ok');
  if (wrong !== undefined) return fail('backups.damaged', { file: 'data.db', reason: wrong.verdict });
  onPart(2, parts);
  const balances = new Map(db.all(statements.selectBalances({})).map(({ entity, rows }) => [entity, rows]));
  // A copy made by an earlier release has no table for what came since, and no line of the ledger about it.
  const tables = new Set(db.all(statements.selectTables({})).map(({ name }) => name));
  const counts: Record<string, number> = {};
  for (const [index, { key }] of ledgerEntities.entries()) {
    onPart(index + 3, parts);
    const count = tables.has(key) ? countOf(db, key) : 0;
    if (tables.has(key)) counts[key] = count;
    if (count !== (balances.get(key) ?? 0)) return fail('backups.damaged', { file: 'data.db', reason: key });
  }
  for (const table of ['operation', 'change']) counts[table] = countOf(db, table);
  return ok({ counts, audit: headOf(db) });
}

export function headOf(db: ReadDb): Looked['audit'] {
  const head = db.first(statements.selectHead({}));
  return { operations: head?.seq ?? 0, head: head === undefined ? '' : hex(head.hash) };
}

/** The first table that does not have as many rows in one as in the other, of those both databases or only one of them know. */
export function differingTable(left: ReadDb, right: ReadDb): string | null {
  const [own, others] = [left, right].map((db) => db.all(statements.selectPlainTables({})).map(({ name }) => name));
  const only =
    own?.find((name) => others?.includes(name) !== true) ?? others?.find((name) => own?.includes(name) !== true);
  return only ?? own?.find((name) => countOf(left, name) !== countOf(right, name)) ?? null;
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const countOf = (db: ReadDb, table: string): number => db.first(statements.countRows(table))?.count ?? 0;
