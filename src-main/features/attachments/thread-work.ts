// What threads do for attachments: sealing a file into the base, and giving one back as it was.

import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { sealFile, unsealFile, type Sealed } from '../../blobs';
import type { TaskThread, ThreadTask } from '../../jobs';
import { systemRandom } from '../../keys';

const SealInput = z.object({
  baseFolder: z.string(),
  path: z.string(),
  tag: z.string(),
  limitBytes: z.number(),
  /** Bytes of the files before it, and of all of them, for the progress. */
  done: z.number(),
  total: z.number(),
});

export const sealInThread: ThreadTask<unknown, Sealed> = {
  name: 'attachments.seal',
  run(thread, given) {
    const { baseFolder, path, tag, limitBytes, done, total } = SealInput.parse(given);
    const onBytes = counting(thread, { note: 'sealing', done, total });
    return endedByCancel(() => sealFile({ path, limitBytes }, { baseFolder, tag, random: systemRandom, onBytes }));
  },
};

const UnsealInput = z.object({
  blob: z.string(),
  fileKey: z.instanceof(Uint8Array),
  target: z.string(),
  total: z.number(),
});

export const unsealInThread: ThreadTask<unknown, { readonly bytes: number }> = {
  name: 'attachments.unseal',
  run(thread, given) {
    const { total, ...unsealing } = UnsealInput.parse(given);
    const onBytes = counting(thread, { note: 'unsealing', done: 0, total });
    return endedByCancel(() => unsealFile({ ...unsealing, onBytes }));
  },
};

class Cancelled extends Error {}

function counting(
  thread: TaskThread,
  { note, done, total }: { readonly note: string; readonly done: number; readonly total: number },
): (count: number) => void {
  const at = { done };
  return (count) => {
    if (thread.isCancelled()) throw new Cancelled();
    at.done += count;
    thread.progress({ done: Math.min(at.done, total), total, note });
  };
}

function endedByCancel<T>(work: () => Result<T, Failure>): Result<T, Failure> {
  try {
    const result = work();
    return result.ok ? ok(result.value) : result;
  } catch (error) {
    if (error instanceof Cancelled) return fail('jobs.cancelled');
    throw error;
  }
}
