// The key that the whole base is encrypted with: since when it is in use, whether it should be changed, and changing it.

import { z } from 'zod';
import { keyClasses, sealableFields } from '../../catalogue';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Instant } from '../../core/schemas';
import { Passphrase } from '../recovery/proof';

/** Ways in that cannot be taken along because an earlier or a later release made them; they are made anew first. */
export const Uncarried = z.object({
  code: z.boolean(),
  /** Ids of sets of cards. */
  cards: z.array(z.string()),
  others: z.number().int(),
});

const SealableField = z.enum(sealableFields.map(({ key }) => key));
export const sealStates = ['open', 'sealing', 'sealed', 'unsealing'] as const;

const keyringErrors = [
  'keys.keyring-altered',
  'keys.keyring-damaged',
  'keys.keyring-missing',
  'keys.keyring-newer',
] as const;
const changeErrors = ['keys.class-not-held', 'files.disk-full', 'files.read-only', 'files.io'] as const;
/** Of the job that brings what is stored in line with what was chosen. */
export const resealErrors = ['door.sealed'] as const;

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
      /** A copy under an older key took the base's place, and the key was not changed since; names of those who had left and are in again. */
      olderKey: z.object({ at: Instant, returned: z.array(z.string()) }).nullable(),
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
    approval: { rule: 'keys', exactly: () => ({}), first: true },
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
  /** Which fields are sealed, and who has the keys of their classes. */
  classes: query({
    permission: 'base.manage',
    whole: true,
    input: z.strictObject({}),
    output: z.object({
      fields: z.array(
        z.object({
          field: SealableField,
          class: z.enum(keyClasses),
          state: z.enum(sealStates),
          /** Values there are, and how many of them are sealed. */
          values: z.number().int(),
          sealed: z.number().int(),
        }),
      ),
      classes: z.array(
        z.object({
          class: z.enum(keyClasses),
          version: z.number().int(),
          createdAt: Instant,
          /** Whoever asks has it. */
          isHeld: z.boolean(),
          /** People whose role needs it; who waits gets it when somebody who has it is signed in. */
          holders: z.array(z.object({ userId: z.string(), name: z.string(), waits: z.boolean() })),
          /** People whose role shows them nothing of what is sealed under it. */
          without: z.array(z.string()),
          /** Codes and sets of cards, and age keys, that open it as well. */
          papers: z.number().int(),
          escrows: z.number().int(),
        }),
      ),
    }),
    errors: keyringErrors,
  }),
  /** Seals a field from now on; the job seals what is there already. */
  seal: action({
    permission: 'base.manage',
    approval: { rule: 'rights', exactly: ({ field }) => ({ field }) },
    input: z.strictObject({ field: SealableField }),
    output: z.object({ jobId: Id }),
    errors: [...keyringErrors, ...changeErrors],
  }),
  unseal: action({
    permission: 'base.manage',
    approval: { rule: 'rights', exactly: ({ field }) => ({ field }) },
    input: z.strictObject({ field: SealableField }),
    output: z.object({ jobId: Id }),
    errors: [...keyringErrors, ...changeErrors],
  }),
  /** A new key for a class: whoever had the one before and has it no more reads nothing that is written from now on. */
  renewClass: action({
    permission: 'base.manage',
    approval: { rule: 'keys', exactly: (input) => input },
    input: z.strictObject({ class: z.enum(keyClasses) }),
    output: z.object({ jobId: Id }),
    errors: [...keyringErrors, ...changeErrors],
  }),
  /** Ends a change of the key that still may end: the base is then as it was. */
  cancelRotation: action({
    permission: 'public',
    input: z.strictObject({}),
    output: z.object({}),
    errors: [],
  }),
});
