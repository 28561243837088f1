// A database under another key. Only ever of a copy that nobody uses: killed half-way, neither key opens it, and the copy is thrown away.

import BetterSqlite3 from 'better-sqlite3';
import { applyKey, rawKeyLiteral } from './connection-profile';
import { addonFolder, nativeBinding } from './native-binding';

export interface Rekeying {
  /** At rest, without a log beside it (as `copyDatabase` leaves it). */
  readonly file: string;
  /** 48 raw bytes each; they stay the caller's. */
  readonly key: Uint8Array;
  readonly next: Uint8Array;
}

/** On the disk when it returns. Needs as much room again beside the file, for the pages as they were. Throws SQLite's error. */
export function rekeyDatabase({ file, key, next }: Rekeying): void {
  const database = new BetterSqlite3(file, {
    fileMustExist: true,
    ...nativeBinding(process.versions['napi'], addonFolder()),
  });
  try {
    applyKey(database, key);
    // Nothing in clear text in the system's temporary folder; the log of pages is the copy's own and encrypted as they are.
    for (const pragma of ['temp_store = memory', 'synchronous = full', 'journal_mode = delete'])
      database.pragma(pragma);
    const literal = rawKeyLiteral(next);
    database.rekey(literal);
    literal.fill(0);
  } finally {
    database.close();
  }
}
