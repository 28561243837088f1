// Argon2id, apart from the other primitives: its native code is loaded when a passphrase is to be turned into a key, not by
// whoever only reads what stands in a keyring.

import { hashRaw } from '@node-rs/argon2';
import { keyBytes } from './crypto';

/** Argon2id cost: memory in KiB, passes, lanes, and the 16-byte salt of the slot. */
export interface Argon2Parameters {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Uint8Array;
}

/** Argon2id version 1.3 (RFC 9106), 32 bytes, off the main thread. Memory use is `memoryKiB` for the duration. */
export const argon2id = (secret: Uint8Array, { memoryKiB, passes, lanes, salt }: Argon2Parameters): Promise<Buffer> =>
  // 2 is Argon2id and 1 is version 0x13 in @node-rs/argon2, whose constants are type-only and cannot be imported.
  hashRaw(secret, {
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    outputLen: keyBytes,
    salt,
    algorithm: 2,
    version: 1,
  });
