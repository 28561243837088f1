// The key that the whole base is encrypted with: since when it is in use, whether it should be changed, and changing it.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Instant } from '../../core/schemas';
import { Passphrase } from '../recovery/proof';

/** Ways in that cannot be taken along because an earlier or a later release made them; they are made anew first. */
export const Uncarried = z.object({
  code: z.boolean(),
  /** Ids of sets of cards. */
  cards: z.array(z.string()),
  others: z.number().int(),
});

export const keysContract = defineContract('keys', {
  status: query({
    permission: 'base.manage',
    whole: true,
    input: z.strictObject({}),
    output: z.object({
      /** When the key was last changed; null when it is the one the base was made with. */
      rotatedAt: Instant.nullable(),
      /** People whose way in was taken away since: copies they may have kept are under the present key. */
      leftSince: z.array(z.string()),
      uncarried: Uncarried,
      /** Recipients of age keys, whose files outside the base open only copies from before the last change. */
      escrows: z.array(z.string()),
      /** Of the database now, and what changing needs beside it. */
      bytes: z.number(),
      bytesNeeded: z.number(),
      freeBytes: z.number().nullable(),
    }),
    errors: ['keys.keyring-damaged', 'keys.keyring-missing', 'keys.keyring-newer'],
  }),
  /**
   * Encrypts everything under a new key. The base is closed meanwhile and open again when it answers; cut off at any moment it is as it
   * was before. Progress is told like that of a job of the kind `keys.rotate`.
   */
  rotate: action({
    permission: 'base.manage',
    input: z.strictObject({ passphrase: Passphrase }),
    output: z.object({ generation: z.number().int(), operations: z.number().int(), bytes: z.number() }),
    errors: [
      'keys.wrong-passphrase',
      'keys.too-many-attempts',
      'keys.keyring-altered',
      'keys.slots-not-carried',
      'keys.rotation-space',
      'keys.rotation-busy',
      'keys.rotation-cancelled',
      'keys.rotation-unsound',
      'base.in-use',
      'db.damaged',
      'db.disk-full',
      'db.read-only',
      'db.io',
      'files.disk-full',
      'files.read-only',
      'files.io',
    ],
  }),
  /** Ends a change of the key that still may end: the base is then as it was. */
  cancelRotation: action({
    permission: 'public',
    input: z.strictObject({}),
    output: z.object({}),
    errors: [],
  }),
});
