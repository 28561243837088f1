// The long part of a rotation, on a thread: the database and the keys of its subjects under a new key, in files beside the present ones,
// and looked at until nothing is in doubt. The base is closed meanwhile.

import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { syncFile } from '../../backup';
import { copySubjectKeys, keysFileOf, rekeySubjectKeys, subjectKeysOpen } from '../../blobs';
import { copyDatabase, openDatabase, readConnection, rekeyDatabase } from '../../db';
import type { TaskThread, ThreadTask } from '../../jobs';
import { differingTable, headOf, lookAtCopy } from '../backups';

const RekeyInput = z.object({
  /** Must not exist. */
  file: z.string(),
  /** 48 raw bytes. */
  key: z.instanceof(Uint8Array),
});
type Rekeying = z.infer<typeof RekeyInput>;

export interface Rekeyed {
  readonly operations: number;
}

/** The thread's file and key are those of the present database. What fails or is ended is the caller's to clear away. */
export const rekeyInThread: ThreadTask<unknown, Rekeyed> = {
  name: 'keys.rekey',
  run(thread, given) {
    const to = RekeyInput.parse(given);
    try {
      return rekey(thread, to);
    } finally {
      to.key.fill(0);
    }
  },
};

function rekey(thread: TaskThread, to: Rekeying): Result<Rekeyed, Failure> {
  const { databaseFile, key: present } = thread;
  thread.progress({ done: 0, note: 'rotation-copying' });
  const copied = copyDatabase({ file: databaseFile, key: present, target: to.file });
  if (!copied.ok) return copied;
  const keysFile = keysFileOf(to.file);
  const hasKeys = copySubjectKeys({ databaseFile, databaseKey: present }, keysFile);
  if (thread.isCancelled()) return fail('keys.rotation-cancelled');
  thread.progress({ done: 0, note: 'rotation-sealing' });
  rekeyDatabase({ file: to.file, key: present, next: to.key });
  syncFile(to.file);
  if (hasKeys) {
    rekeySubjectKeys(keysFile, { from: present, to: to.key });
    syncFile(keysFile);
  }
  if (thread.isCancelled()) return fail('keys.rotation-cancelled');
  return compare(thread, to);
}

/** Every page under the new key, every row where it was, the log up to the same line. */
function compare(thread: TaskThread, to: Rekeying): Result<Rekeyed, Failure> {
  const unsound = fail('keys.rotation-unsound');
  const opened = openDatabase({ file: to.file, key: to.key, mode: 'snapshot' });
  if (!opened.ok) return unsound;
  try {
    const fresh = readConnection(opened.value);
    const looked = lookAtCopy(fresh, (done, total) => thread.progress({ done, total, note: 'backup-checking' }));
    if (!looked.ok) return fail('keys.rotation-unsound', { ...looked.error.details });
    const differing = differingTable(thread.db, fresh);
    if (differing !== null) return fail('keys.rotation-unsound', { reason: differing });
    const { audit } = looked.value;
    if (audit.head !== headOf(thread.db).head) return fail('keys.rotation-unsound', { reason: 'operation' });
    const place = { databaseFile: to.file, databaseKey: to.key };
    return subjectKeysOpen(place) ? ok({ operations: audit.operations }) : unsound;
  } finally {
    opened.value.close();
  }
}
