// The keys a base was under before: what opens the copies that were made then. They lie inside the encrypted base, whose holder may
// read everything those copies hold.

import { compiled, statement, tables } from './query';
import type { ReadDb, WriteDb } from './connection';
import { openDatabase } from './open';

const PREFIX = 'past-key-';

export interface PastKey {
  /** Of the first keyring that had another key. */
  readonly generation: number;
  /** 48 raw bytes. */
  readonly key: Uint8Array;
}

/** The latest first. */
export const pastKeys = (db: ReadDb): PastKey[] =>
  db
    .all(selectPast({}))
    .map(({ key, value }) => ({ generation: Number(key.slice(PREFIX.length)), key: Buffer.from(value, 'base64') }))
    .toSorted((a, b) => b.generation - a.generation);

/** Which of the keys, 48 raw bytes each, opens a database that nobody uses; null when none does. */
export function keyThatOpens(file: string, keys: readonly Uint8Array[]): Uint8Array | null {
  for (const key of keys) {
    const opened = openDatabase({ file, key, mode: 'reader' });
    if (!opened.ok) continue;
    opened.value.close();
    return key;
  }
  return null;
}

/**
 * `meta` belongs to this device and has no history. Where a restored copy has begun generations anew, another key may bear the number:
 * both stay, the one that is kept now under the next lower number that is free.
 */
export function keepPastKey(db: WriteDb, { generation, key }: PastKey): void {
  const value = Buffer.from(key).toString('base64');
  const known = pastKeys(db);
  if (known.some((one) => Buffer.from(one.key).equals(key))) return;
  const taken = new Set(known.map((one) => one.generation));
  const free = Array.from({ length: taken.size + 1 }, (_, below) => generation - below).find((one) => !taken.has(one))!;
  db.run(compiled(tables.insertInto('meta').values({ key: `${PREFIX}${free}`, value })));
}

const selectPast = statement<Record<string, never>, { key: string; value: string }>(() =>
  tables.selectFrom('meta').selectAll().where('key', '>=', PREFIX).where('key', '<', `${PREFIX}:`),
);
