// Locking and opening packages by their passphrase, away from the engine's own thread: either keeps a processor busy for a second.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Passphrase } from '@shared/features/recovery/proof';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ThreadTask } from '../../jobs';
import { newPackageLock, openPackageLock, type PackageLock, type SealedFor } from '../../keys';
import { keyFile } from './package/sealed-package';

/** Runs a task of this feature on a thread. */
export type OnThread = <Output>(task: string, input: unknown) => Promise<Result<Output, Failure>>;

const SealedForInput = z.union([
  z.strictObject({ passphrase: Passphrase }),
  z.strictObject({ recipients: z.array(z.string()).min(1) }),
]);
const OpenInput = z.object({ passphrase: Passphrase, folder: z.string() });

export const lockInThread: ThreadTask<unknown, PackageLock> = {
  name: 'exports.lock',
  run: async (_thread, given) => ok(await newPackageLock(SealedForInput.parse(given))),
};

export const openLockInThread: ThreadTask<unknown, string> = {
  name: 'exports.openLock',
  run(_thread, given) {
    const { folder, passphrase } = OpenInput.parse(given);
    return openPackageLock(readFileSync(join(folder, keyFile)), passphrase);
  },
};

/** A package's own key, for these. */
export async function packageLockFor(sealedFor: SealedFor, onThread: OnThread): Promise<PackageLock> {
  const made = await onThread<PackageLock>(lockInThread.name, sealedFor);
  if (!made.ok) throw new Error(`a package could not be locked: ${made.error.code}`);
  return made.value;
}

type Locked = Failure<'exports.password-needed' | 'exports.password-wrong'>;

/** The key of a package that is under a passphrase; null when it is open text. */
export async function identityOf(
  folder: string,
  passphrase: string | undefined,
  onThread: OnThread,
): Promise<Result<string | null, Locked>> {
  if (!existsSync(join(folder, keyFile))) return ok(null);
  if (passphrase === undefined) return fail('exports.password-needed');
  const opened = await onThread<string>(openLockInThread.name, { folder, passphrase });
  return opened.ok ? opened : fail('exports.password-wrong');
}
