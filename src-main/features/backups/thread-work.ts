// What helper threads do for backups: writing a copy, restoring one on the side, comparing it with the present base.

import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import {
  forgetKeys,
  removeOwnPartials,
  rotate,
  writeBackup,
  type BaseOfCopies,
  type Looked,
  type Steps,
} from '../../backup';
import { createSubjectKeys } from '../../blobs';
import { databaseErrorCode, openDatabase, pastKeys, readConnection } from '../../db';
import type { TaskThread, ThreadTask } from '../../jobs';
import { BackupRotation } from '@shared/features/backups/backups.contract';
import { lookAtCopy } from './look';

const WriteInput = z.object({
  baseFolder: z.string(),
  target: z.string(),
  name: z.string(),
  readme: z.string(),
  origin: z.object({ vaultId: z.string(), deviceId: z.string() }),
  draft: z.object({ vaultId: z.string(), appVersion: z.string(), schema: z.number(), madeAt: z.number() }),
  /** Null for a copy made once to a place of the person's own choice, where nothing is taken away. */
  rotation: BackupRotation.nullable(),
});
export type WriteInput = z.infer<typeof WriteInput>;
export interface Written {
  readonly folder: string;
  readonly bytes: number;
  readonly operations: number;
  readonly rotatedOut: readonly string[];
}

export const writeInThread: ThreadTask<unknown, Written> = {
  name: 'backups.write',
  run(thread, given) {
    const input = WriteInput.parse(given);
    return endedByCancel(() => write(thread, input));
  },
};

function write(thread: TaskThread, input: WriteInput): Result<Written, Failure> {
  const { key, databaseFile } = thread;
  removeOwnPartials(input.target, input.origin);
  const seen: { looked: Looked | null } = { looked: null };
  const look = (copy: string): ReturnType<typeof lookAt> => {
    const looked = lookAt(thread, copy);
    if (looked.ok) seen.looked = looked.value;
    return looked;
  };
  const written = writeBackup({ baseFolder: input.baseFolder, databaseFile, key }, input, {
    draft: input.draft,
    steps: { ...stepsOf(thread), look },
  });
  if (!written.ok) return written;
  // Copies made before the key of the base was changed are its copies all the same.
  const base = { vaultId: input.origin.vaultId, keys: [key, ...pastKeys(thread.db).map((past) => past.key)] };
  forgetErased(thread, input, base);
  const gone = input.rotation === null ? [] : rotate(input.target, base, input.rotation);
  return ok({ ...written.value, operations: seen.looked?.audit.operations ?? 0, rotatedOut: gone });
}

/** What was erased in the base is erased in every copy on this target. */
function forgetErased({ databaseFile, key }: TaskThread, { target, draft }: WriteInput, base: BaseOfCopies): void {
  const keys = createSubjectKeys({ databaseFile, databaseKey: key }, 'reader');
  try {
    forgetKeys(target, base, { subjects: keys.destroyed(), erasures: keys.erasures(), at: draft.madeAt });
  } finally {
    keys.close();
  }
}

/** Opens a copy at rest and looks whether it is whole. */
export function lookAt(thread: TaskThread, file: string): Result<Looked, Failure<'backups.damaged'>> {
  const opened = openDatabase({ file, key: thread.key, mode: 'snapshot' });
  if (!opened.ok) return fail('backups.damaged', { file: 'data.db', reason: opened.error.code });
  try {
    return lookAtCopy(readConnection(opened.value), (done, total) => {
      throwIfCancelled(thread);
      thread.progress({ done, total, note: 'backup-checking' });
    });
  } catch (error) {
    if (databaseErrorCode(error) !== 'db.damaged') throw error;
    return fail('backups.damaged', { file: 'data.db' });
  } finally {
    opened.value.close();
  }
}

class Cancelled extends Error {}

export function throwIfCancelled({ isCancelled }: TaskThread): void {
  if (isCancelled()) throw new Cancelled();
}

export function endedByCancel<T>(work: () => Result<T, Failure>): Result<T, Failure> {
  try {
    return work();
  } catch (error) {
    if (error instanceof Cancelled) return fail('backups.cancelled');
    throw error;
  }
}

/** Progress by bytes, and an end between two steps when the job is to end. */
export function stepsOf(thread: TaskThread): Pick<Steps, 'onStep' | 'onBytes'> {
  const at: { note: string; done: number; total: number } = { note: '', done: 0, total: 0 };
  const tell = (): void => thread.progress({ done: Math.min(at.done, at.total), total: at.total, note: at.note });
  return {
    onStep(note, bytes) {
      throwIfCancelled(thread);
      Object.assign(at, { note, done: 0, total: bytes });
      tell();
    },
    onBytes(count) {
      throwIfCancelled(thread);
      at.done += count;
      tell();
    },
  };
}
