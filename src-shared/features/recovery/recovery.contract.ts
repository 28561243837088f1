// Ways into a base when passphrases are gone: the printed code, cards that several people keep, an age key in somebody's safe.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Instant } from '../../core/schemas';
import { oneCardErrors, Passphrase } from './proof';

export const leastCards = 2;
export const mostCards = 15;

const CardNumber = z.number().int().min(1).max(mostCards);
const SlotId = z.string().regex(/^[0-9a-f]{16}$/);

export const CardSet = z.object({
  id: SlotId,
  /** How many of them open the base. */
  needed: z.number().int(),
  count: z.number().int(),
  /** Numbers of the cards not typed back yet; the set is in force when there are none. */
  left: z.array(CardNumber),
  createdAt: Instant,
});
export type CardSet = z.infer<typeof CardSet>;

const secretErrors = [
  'keys.wrong-passphrase',
  'keys.too-many-attempts',
  'keys.keyring-altered',
  'files.disk-full',
  'files.read-only',
  'files.io',
] as const;
const keyringErrors = ['keys.keyring-damaged', 'keys.keyring-missing', 'keys.keyring-newer'] as const;

export const recoveryContract = defineContract('recovery', {
  status: query({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({
      code: z
        .object({
          createdAt: Instant,
          /** It opens the data with the `age` and `sqlcipher` tools too; codes of the first releases do not. */
          standardTools: z.boolean(),
          /** Of a newer code that was not typed back yet; both open the base. */
          renewedAt: Instant.nullable(),
        })
        .nullable(),
      cards: z.array(CardSet),
      escrows: z.array(z.object({ id: SlotId, recipient: z.string(), createdAt: Instant })),
    }),
    errors: [...keyringErrors],
  }),
  /** A new set of cards. They are answered once; the set before it opens the base until each new card was typed back. */
  makeCards: action({
    permission: 'base.manage',
    input: z
      .strictObject({
        passphrase: Passphrase,
        needed: z.number().int().min(leastCards).max(mostCards),
        count: z.number().int().min(leastCards).max(mostCards),
      })
      .refine(({ needed, count }) => needed <= count, 'needed'),
    output: z.object({ set: SlotId, baseId: z.string(), madeAt: Instant, cards: z.array(z.string()) }),
    errors: [...secretErrors],
  }),
  /** A card typed back from its paper. With the last of a set, the sets before it open nothing any more. */
  confirmCard: action({
    permission: 'base.manage',
    input: z.strictObject({ card: z.string().max(300) }),
    output: z.object({ number: CardNumber, left: z.array(CardNumber) }),
    errors: [...oneCardErrors, 'keys.keyring-altered', 'files.disk-full', 'files.read-only', 'files.io'],
  }),
  /** Cards lost or no longer trusted: the whole set stops opening the base. */
  revokeCards: action({
    permission: 'base.manage',
    input: z.strictObject({ passphrase: Passphrase, set: SlotId }),
    output: z.object({}),
    errors: ['keys.slot-unknown', ...secretErrors],
  }),
  /** Which card of which set a typed one is; of the base of this engine, or of a backup. Opens nothing. */
  checkCard: action({
    permission: 'public',
    input: z.strictObject({ card: z.string().max(300), backup: z.string().min(1).max(4096).optional() }),
    output: CardSet.extend({ number: CardNumber }),
    errors: [...oneCardErrors, ...keyringErrors, 'backups.folder-missing'],
  }),
  /** Writes the data key to a file that only the holder of an age key opens, with the `age` tool. */
  addEscrow: action({
    permission: 'base.manage',
    input: z.strictObject({
      passphrase: Passphrase,
      /** `age1…` */
      recipient: z.string().trim().min(10).max(4000),
      /** A token of the save dialog; on the command line the path. */
      file: z
        .string()
        .min(1)
        .max(4096)
        .regex(/^[^\0]+$/),
    }),
    output: z.object({ id: SlotId }),
    errors: ['keys.recipient-invalid', ...secretErrors, 'files.not-found'],
  }),
  removeEscrow: action({
    permission: 'base.manage',
    input: z.strictObject({ passphrase: Passphrase, id: SlotId }),
    output: z.object({}),
    errors: ['keys.slot-unknown', ...secretErrors],
  }),
});
