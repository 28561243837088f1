// How dear a guess at a passphrase is. The floor stops a doctored keyring from making guesses cheap,
// the cap stops it from making the machine run out of memory.

import { argon2id, type Argon2Parameters } from './argon2';
import type { Clock, Random } from '@shared/core/clock';

/** Turns a folded passphrase into 32 bytes. `argon2id` everywhere except in tests, which count on the bounds below all the same. */
export type PassphraseKdf = (secret: Uint8Array, parameters: Argon2Parameters) => Promise<Buffer>;

/** Argon2id cost without the salt. Memory in KiB. */
export interface KdfCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

export const systemKdf: PassphraseKdf = argon2id;

export const kdfFloor: KdfCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
export const kdfCap: KdfCost = { memoryKiB: 512 * 1024, passes: 6, lanes: 4 };
export const kdfSaltBytes = 16;

export const isAllowedCost = ({ memoryKiB, passes, lanes }: KdfCost): boolean =>
  memoryKiB >= kdfFloor.memoryKiB &&
  memoryKiB <= kdfCap.memoryKiB &&
  passes >= kdfFloor.passes &&
  passes <= kdfCap.passes &&
  lanes >= kdfFloor.lanes &&
  lanes <= kdfCap.lanes;

export interface CalibrationInput {
  readonly kdf: PassphraseKdf;
  readonly clock: Clock;
  readonly random: Random;
  /** What one unlock may take on this machine, in ms. */
  readonly targetMs?: number;
  /** What one derivation may take of this machine's memory; never below the floor. */
  readonly memoryLimitKiB?: number;
}

/** The dearest cost, by doubling memory from the floor, whose derivation is expected to stay within the target on this machine. */
export async function calibrate(input: CalibrationInput): Promise<KdfCost> {
  const { kdf, clock, random, targetMs = 500, memoryLimitKiB = kdfCap.memoryKiB } = input;
  const probe = random.bytes(kdfSaltBytes);
  let cost = kdfFloor;
  while (cost.memoryKiB * 2 <= Math.min(kdfCap.memoryKiB, memoryLimitKiB)) {
    const startedAt = clock.now();
    await kdf(probe, { ...cost, salt: probe });
    // Time grows in proportion to memory, so twice the memory is tried only when twice the time still fits.
    if ((clock.now() - startedAt) * 2 > targetMs) return cost;
    cost = { ...cost, memoryKiB: cost.memoryKiB * 2 };
  }
  return cost;
}
