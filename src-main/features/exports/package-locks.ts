// Locking and opening packages by their passphrase, away from the engine's own thread: either keeps a processor busy for a second.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Passphrase } from '@shared/features/recovery/proof';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ThreadTask } from '../../jobs';
import { checkPassphrase, newPackageLock, openPackageLock, type PackageLock } from '../../keys';
import { keyFile } from './package/sealed-package';

/** Runs a task of this feature on a thread. */
export type OnThread = <Output>(task: string, input: unknown) => Promise<Result<Output, Failure>>;

const LockInput = z.object({ passphrase: Passphrase });
const OpenInput = LockInput.extend({ folder: z.string() });

export const lockInThread: ThreadTask<unknown, PackageLock> = {
  name: 'exports.lock',
  run: async (_thread, given) => ok(await newPackageLock(LockInput.parse(given).passphrase)),
};

export const openLockInThread: ThreadTask<unknown, string> = {
  name: 'exports.openLock',
  run(_thread, given) {
    const { folder, passphrase } = OpenInput.parse(given);
    return openPackageLock(readFileSync(join(folder, keyFile)), passphrase);
  },
};

type WeakPassphrase = Failure<'keys.weak-passphrase'>;

/** A new lock, or undefined when no passphrase was chosen. Whoever finds a package has all the time in the world: weak ones are refused. */
export async function lockFor(
  passphrase: string | undefined,
  onThread: OnThread,
): Promise<Result<PackageLock | undefined, WeakPassphrase>> {
  if (passphrase === undefined) return ok(undefined);
  const reasons = await checkPassphrase(passphrase);
  if (reasons.length > 0) return fail('keys.weak-passphrase', { reasons });
  const made = await onThread<PackageLock>(lockInThread.name, { passphrase });
  if (!made.ok) throw new Error(`a package could not be locked: ${made.error.code}`);
  return made;
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
