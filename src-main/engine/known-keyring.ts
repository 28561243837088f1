// What the encrypted base remembers of its keyring, so that an older one put back into the folder does not go unnoticed.

import { compiled, statement, tables, type ReadDb, type WriteDb } from '../db';
import type { KeyringSession, KeyringVersion } from '../keys';
import type { Base } from './base';

const KEY = 'keyring';

export const keyringSessionOf = (base: Pick<Base, 'folder' | 'unlocked' | 'read'>): KeyringSession => ({
  dir: base.folder,
  unlocked: base.unlocked,
  known: () => knownKeyring(base.read),
});

/** `null` in a base that was never opened by a release that remembers. */
export function knownKeyring(db: ReadDb): KeyringVersion | null {
  const row = db.first(selectKnown({}));
  return row === undefined ? null : (JSON.parse(row.value) as KeyringVersion);
}

/** Durable on return: `meta` belongs to this device and has no history. */
export function rememberKeyring(db: WriteDb, { generation, keyringHash, slotKeys = [] }: KeyringVersion): void {
  const known = knownKeyring(db);
  if (known?.keyringHash === keyringHash && known.slotKeys !== undefined) return;
  const value = JSON.stringify({ generation, keyringHash, slotKeys } satisfies KeyringVersion);
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
