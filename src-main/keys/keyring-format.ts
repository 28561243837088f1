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
});
const recoverySlot = z.looseObject({ ...slotHead, type: z.literal('recovery'), kdf: codeKdf, wrapped });
/** `escrow`, `os` and whatever later releases add. */
const otherSlot = z.looseObject({
  id: z.string().max(64),
  type: z
    .string()
    .max(32)
    .refine((type) => type !== 'user' && type !== 'recovery'),
});

const bodySchema = z.looseObject({
  fmt: z.literal(keyringFormat),
  vaultId: hex(16),
  gen: z.int().positive(),
  db: z.looseObject({
    file: z.string().regex(/^data-[1-9][0-9]{0,8}\.db$/),
    cipher: z.literal('sqlcipher4'),
    salt: hex(16),
    pageSize: z.literal(4096),
  }),
  policy: z.looseObject({
    /** Idle minutes until the base locks itself. */
    lockMin: z.int().min(1).max(15),
    bindDevice: z.boolean(),
    minKdf: z.looseObject({ memoryKiB: z.int(), passes: z.int() }),
  }),
  slots: z.array(z.union([userSlot, recoverySlot, otherSlot])).max(1000),
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
export type Slot = Keyring['slots'][number];
export type KeyringPolicy = Keyring['policy'];

export const isUserSlot = (slot: Slot): slot is UserSlot => slot.type === 'user';
export const isRecoverySlot = (slot: Slot): slot is RecoverySlot => slot.type === 'recovery';

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
  return parsed.success ? ok(parsed.data) : fail('keys.keyring-damaged', { reason: 'shape' });
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
