// The shape of keyring.json and the two values that guard it: `sum`, which anybody can check and which tells damage from a wrong
// passphrase, and `mac`, which only a holder of the data key can make and which shows that somebody changed the file on purpose.
// Members and slot types this release does not know are kept as they are.

import { z } from 'zod';
import { fail, ok, type Result } from '@shared/core/result';
import { canonicalJson } from './canonical-json';
import { equalBytes, hmacSha256, sha256 } from './crypto';
import { asJson, keyringFormat, parseSummed, sumOf, type KeyringReadError } from './keyring-sum';
import { deriveSubkey } from './subkeys';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const base64 = z.base64().max(8192);
const instant = z.int().nonnegative();

const wrapped = z.looseObject({ nonce: hex(12), sealed: base64 });
const argon2Kdf = z.looseObject({
  name: z.literal('argon2id'),
  fold: z.literal(1),
  memoryKiB: z.int(),
  passes: z.int(),
  lanes: z.int(),
  salt: hex(16),
});
const codeKdf = z.looseObject({ name: z.literal('hkdf-sha256') });
/** The data key since a rotation, for the slot's own agreement key (`carry.ts`). It stands above the one in `wrapped`. */
const carried = z.looseObject({ gen: z.int().positive(), ephemeral: hex(32), nonce: hex(12), sealed: base64 });
const slotHead = {
  id: hex(8),
  gen: z.int().positive(),
  label: z.string().max(256),
  createdAt: instant,
  by: z.string().max(64).nullable(),
};

const userSlot = z.looseObject({
  ...slotHead,
  type: z.literal('user'),
  userId: z.string().min(1).max(64),
  /** The passphrase was chosen by somebody else and has to be changed at the next unlock. */
  mustChange: z.boolean(),
  publicKeys: z.looseObject({ signing: hex(32), agreement: hex(32) }),
  kdf: argon2Kdf,
  wrapped,
  carried: carried.optional(),
});
/** Of slots that paper opens. Those of earlier releases have no agreement key: no rotation can carry them. */
const paperKeys = { agreement: hex(32).optional(), carried: carried.optional() };
const recoverySlot = z.looseObject({
  ...slotHead,
  type: z.literal('recovery'),
  kdf: codeKdf,
  wrapped,
  ...paperKeys,
  /** The data key for the stock tools (`escrow.ts`): for `recipient`, or of earlier releases under the code itself; the first had none. */
  age: base64.optional(),
  /** An age key of the slot's own, and what opens it: the same code. */
  recipient: z.string().max(256).optional(),
  identity: base64.optional(),
  /** Not typed back yet: the code before it goes on opening the base. */
  awaited: z.literal(true).optional(),
});
/** Opened by any `needed` of its cards. */
const cardsSlot = z.looseObject({
  ...slotHead,
  type: z.literal('cards'),
  kdf: codeKdf,
  wrapped,
  ...paperKeys,
  needed: z.int().min(2).max(255),
  /** SHA-256 of each card in the order of their numbers: a card that is not of this set is known before the others are there. */
  cards: z.array(hex(32)).min(2).max(255),
  /** Numbers of the cards typed back; the set counts when it is all of them. */
  typedBack: z.array(z.int().positive()).max(255),
});
/** The data key for whoever holds the key of an age recipient. */
const escrowSlot = z.looseObject({
  ...slotHead,
  type: z.literal('escrow'),
  recipient: z.string().max(4096),
  age: base64,
});
const ownTypes = new Set(['user', 'recovery', 'cards', 'escrow']);
/** Whatever later releases add. */
const otherSlot = z.looseObject({
  id: z.string().max(64),
  type: z
    .string()
    .max(32)
    .refine((type) => !ownTypes.has(type)),
});

/** One version of the key that values of a class are sealed under, for everybody who has it (`class-keys.ts`). */
const keyClass = z.looseObject({
  class: z.string().min(1).max(64),
  version: z.int().positive(),
  createdAt: instant,
  /** Fields, as `entity.field`, whose values are sealed when they are written. Of the newest version only. */
  fields: z.array(z.string().max(128)).max(200),
  /** By agreement keys of slots. */
  holders: z.array(z.looseObject({ to: hex(32), ephemeral: hex(32), nonce: hex(12), sealed: base64 })).max(1000),
  /** For the stock tools, by age recipients of slots. */
  escrow: z.array(z.looseObject({ recipient: z.string().max(4096), age: base64 })).max(100),
});

const bodySchema = z.looseObject({
  fmt: z.literal([1, 2, keyringFormat]),
  vaultId: hex(16),
  gen: z.int().positive(),
  db: z.looseObject({
    file: z.string().regex(/^data-[1-9][0-9]{0,8}\.db$/),
    cipher: z.literal('sqlcipher4'),
    salt: hex(16),
    pageSize: z.literal(4096),
    /** The generation that made the data key; of a base that was never rotated, none. */
    since: z.int().positive().optional(),
  }),
  policy: z.looseObject({
    /** Idle minutes until the base locks itself. */
    lockMin: z.int().min(1).max(15),
    bindDevice: z.boolean(),
    minKdf: z.looseObject({ memoryKiB: z.int(), passes: z.int() }),
  }),
  slots: z.array(z.union([userSlot, recoverySlot, cardsSlot, escrowSlot, otherSlot])).max(1000),
  classes: z.array(keyClass).max(1000).optional(),
  /** SHA-256 of the generation before, `null` in the first. */
  prevGenHash: hex(32).nullable(),
  /** SHA-256 of the generations before that one, newest first: a base that knows any of them knows this keyring's descent. */
  ancestors: z.array(hex(32)).max(64).optional(),
});
const keyringSchema = bodySchema.extend({ mac: hex(32), sum: hex(32) });

export type Keyring = z.infer<typeof keyringSchema>;
export type KeyringBody = z.infer<typeof bodySchema>;
export type UserSlot = z.infer<typeof userSlot>;
export type RecoverySlot = z.infer<typeof recoverySlot>;
export type CardsSlot = z.infer<typeof cardsSlot>;
export type EscrowSlot = z.infer<typeof escrowSlot>;
export type Carried = z.infer<typeof carried>;
export type KeyClassRecord = z.infer<typeof keyClass>;
export type Slot = Keyring['slots'][number];
export type KeyringPolicy = Keyring['policy'];

export const isUserSlot = (slot: Slot): slot is UserSlot => slot.type === 'user';
export const isRecoverySlot = (slot: Slot): slot is RecoverySlot => slot.type === 'recovery';
export const isCardsSlot = (slot: Slot): slot is CardsSlot => slot.type === 'cards';
export const isEscrowSlot = (slot: Slot): slot is EscrowSlot => slot.type === 'escrow';
/** Keys of a slot's own that others use: to seal to it, or to check what it has signed. */
export function publicKeysOf(slot: Slot): string[] {
  if (isUserSlot(slot)) return [slot.publicKeys.signing, slot.publicKeys.agreement];
  return (isRecoverySlot(slot) || isCardsSlot(slot)) && slot.agreement !== undefined ? [slot.agreement] : [];
}

/** Every card was typed back. */
export const isFinished = ({ cards, typedBack }: CardsSlot): boolean => typedBack.length === cards.length;

/** The text of a keyring file: readable, ended by a line feed. */
export function sealKeyring(body: KeyringBody, dek: Uint8Array): string {
  const withMac = { ...body, mac: macOf(body, dek) };
  return `${JSON.stringify({ ...withMac, sum: sumOf(withMac) }, null, 1)}\n`;
}

/** Reads and checks shape and sum. Nothing in the result is trusted before `hasValidMac` says so. */
export function parseKeyring(text: string): Result<Keyring, KeyringReadError> {
  const json = parseSummed(text);
  if (!json.ok) return json;
  const parsed = keyringSchema.safeParse(json.value);
  const isWhole = parsed.success && parsed.data.slots.every((slot) => holdsKey(slot, parsed.data));
  return isWhole ? ok(parsed.data) : fail('keys.keyring-damaged', { reason: 'shape' });
}

/** A slot from before the rotation without its carried key would open the copies from before, and look as if the base were damaged. */
function holdsKey(slot: Slot, { db: { since = 1 } }: Keyring): boolean {
  if (!isUserSlot(slot) && !isRecoverySlot(slot) && !isCardsSlot(slot)) return true;
  return Math.max(slot.gen, slot.carried?.gen ?? 0) >= since;
}

/** True when the file is as a holder of the data key wrote it: no slot, label or policy added, changed or removed since. */
export function hasValidMac({ mac, sum: _, ...body }: Keyring, dek: Uint8Array): boolean {
  return equalBytes(Buffer.from(mac, 'hex'), Buffer.from(macOf(body, dek), 'hex'));
}

/** Names this generation: it goes into the next one, and into the database so that an older keyring put back is noticed. */
export const keyringHash = (keyring: Keyring): string => sha256(canonicalJson(asJson(keyring))).toString('hex');

const macOf = (body: object, dek: Uint8Array): string => {
  const { vaultId } = z.looseObject({ vaultId: z.string() }).parse(body);
  return hmacSha256(deriveSubkey(dek, vaultId, 'keyring-mac'), canonicalJson(asJson(body))).toString('hex');
};
