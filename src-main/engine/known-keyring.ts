// What the encrypted base remembers of its keyring, so that an older one put back into the folder does not go unnoticed.

import { compiled, statement, tables, type ReadDb, type WriteDb } from '../db';
import type { KeyringVersion } from '../keys';

const KEY = 'keyring';

/** `null` in a base that was never opened by a release that remembers. */
export function knownKeyring(db: ReadDb): KeyringVersion | null {
  const row = db.first(selectKnown({}));
  return row === undefined ? null : (JSON.parse(row.value) as KeyringVersion);
}

/** Durable on return: `meta` belongs to this device and has no history. */
export function rememberKeyring(db: WriteDb, { generation, keyringHash }: KeyringVersion): void {
  if (knownKeyring(db)?.keyringHash === keyringHash) return;
  const value = JSON.stringify({ generation, keyringHash } satisfies KeyringVersion);
  db.run(
    compiled(
      tables
        .insertInto('meta')
        .values({ key: KEY, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
    ),
  );
}

const selectKnown = statement<Record<string, never>, { value: string }>(() =>
  tables.selectFrom('meta').select('value').where('key', '=', KEY),
);
