// Wrong passphrases slow down the next attempt: four are free, then 30 s, doubling to 15 min. It is friction for somebody at this
// machine, nothing more: whoever holds a copy of the folder is held up by Argon2id alone, and may delete this file.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Clock } from '@shared/core/clock';
import { fileErrorCode, writeFileAtomic } from '../files';

export const attemptsFile = 'unlock-attempts.json';
export const freeAttempts = 4;
const firstPauseMs = 30_000;
const longestPauseMs = 15 * 60_000;

/** details: `{ retryAt }`, ms UTC. */
export type TooManyAttempts = Failure<'keys.too-many-attempts'>;

const attemptsSchema = z.object({
  fmt: z.literal(1),
  slots: z.record(z.string(), z.object({ wrong: z.int().nonnegative(), lastAt: z.int() })),
});
type Attempts = z.infer<typeof attemptsSchema>;

/** How long the next attempt waits after so many wrong ones in a row, in ms. */
export const pauseAfter = (wrong: number): number =>
  wrong < freeAttempts ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(wrong - freeAttempts, 10));

/**
 * Counts an attempt as wrong before it is made, so that ending the program half-way gains nothing; `forgetAttempts` undoes it.
 * A clock set back makes the pause start anew, once, instead of lasting until the old time comes round.
 */
export function beginAttempt(dir: string, slotId: string, clock: Clock): Result<void, TooManyAttempts> {
  const attempts = readAttempts(dir);
  const { wrong, lastAt } = attempts.slots[slotId] ?? { wrong: 0, lastAt: 0 };
  const now = clock.now();
  const since = Math.min(lastAt, now);
  const retryAt = since + pauseAfter(wrong);
  if (now < retryAt) {
    if (since !== lastAt) writeAttempts(dir, withSlot(attempts, slotId, { wrong, lastAt: now }));
    return fail('keys.too-many-attempts', { retryAt });
  }
  writeAttempts(dir, withSlot(attempts, slotId, { wrong: wrong + 1, lastAt: now }));
  return ok(undefined);
}

/** A correct passphrase, or a new one, starts the count again. */
export function forgetAttempts(dir: string, slotId: string): void {
  const attempts = readAttempts(dir);
  if (attempts.slots[slotId] === undefined) return;
  const { [slotId]: _, ...slots } = attempts.slots;
  writeAttempts(dir, { fmt: 1, slots });
}

/** When the next attempt on a slot is allowed, ms UTC; `null` when at once. For the lock screen's countdown. */
export function nextAttemptAt(dir: string, slotId: string, clock: Clock): number | null {
  const slot = readAttempts(dir).slots[slotId];
  if (slot === undefined) return null;
  const retryAt = Math.min(slot.lastAt, clock.now()) + pauseAfter(slot.wrong);
  return clock.now() < retryAt ? retryAt : null;
}

const withSlot = (attempts: Attempts, slotId: string, slot: Attempts['slots'][string]): Attempts => ({
  fmt: 1,
  slots: { ...attempts.slots, [slotId]: slot },
});

/** A missing or damaged file counts as no attempts: deleting it is as easy as damaging it. */
function readAttempts(dir: string): Attempts {
  try {
    const parsed = attemptsSchema.safeParse(JSON.parse(readFileSync(join(dir, attemptsFile), 'utf8')));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError) && fileErrorCode(error) === null) throw error;
  }
  return { fmt: 1, slots: {} };
}

/** A folder that cannot be written cannot count; refusing the right passphrase for that would only lock the owner out. */
function writeAttempts(dir: string, attempts: Attempts): void {
  try {
    writeFileAtomic(join(dir, attemptsFile), JSON.stringify(attempts));
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
  }
}
