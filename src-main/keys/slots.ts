// One slot: how a passphrase or a recovery code wraps the base's keys, and how it gives them back.

import type { Random } from '@shared/core/clock';
import { openCarried } from './carry';
import { hkdfSha256, nonceBytes, seal, unseal, type KeyPair } from './crypto';
import { kdfSaltBytes, type KdfCost, type PassphraseKdf } from './kdf';
import { sealKeyForCode } from './escrow';
import type { CardsSlot, RecoverySlot, UserSlot } from './keyring-format';
import { passphraseBytes, passphraseFold } from './passphrase';
import { formatRecoveryCode } from './recovery-code';
import {
  createAgreementKey,
  decodeBundle,
  encodeBundle,
  publicHalves,
  wipeVault,
  type SecretBundle,
  type UserKeys,
  type VaultSecret,
} from './secret-bundle';

export interface SlotContext {
  readonly vaultId: string;
  /** The keyring generation the slot is made in; part of what the wrap is bound to. */
  readonly gen: number;
  readonly createdAt: number;
  /** The user who made the slot; `null` while the base is being created or recovered. */
  readonly by: string | null;
}

export interface UserSlotInput {
  readonly userId: string;
  readonly login: string;
  readonly passphrase: string;
  readonly mustChange: boolean;
  readonly vault: VaultSecret;
  readonly keys: UserKeys;
}

export interface SlotDeps {
  readonly random: Random;
  readonly kdf: PassphraseKdf;
}

/** A slot a person opens with a passphrase. `cost` has to be within the bounds of kdf.ts. */
export async function wrapUserSlot(
  input: UserSlotInput,
  context: SlotContext,
  deps: SlotDeps & { cost: KdfCost },
): Promise<UserSlot> {
  const { random, kdf, cost } = deps;
  const id = newSlotId(random);
  const salt = Buffer.from(random.bytes(kdfSaltBytes));
  const stretched = await stretch(input.passphrase, { ...cost, salt }, kdf);
  return {
    id,
    type: 'user',
    gen: context.gen,
    label: input.login,
    userId: input.userId,
    mustChange: input.mustChange,
    publicKeys: publicHalves(input.keys),
    kdf: { name: 'argon2id', fold: passphraseFold, ...cost, salt: salt.toString('hex') },
    wrapped: wrap(
      { vault: input.vault, user: input.keys, agreement: input.keys.agreement },
      { ...context, id, type: 'user', secret: stretched },
      random,
    ),
    createdAt: context.createdAt,
    by: context.by,
  };
}

/** `null` for a wrong passphrase; the caller has already checked the file's sum and the cost bounds. */
export async function unwrapUserSlot(
  slot: UserSlot,
  vaultId: string,
  { passphrase, kdf }: { passphrase: string; kdf: PassphraseKdf },
): Promise<SecretBundle | null> {
  const { memoryKiB, passes, lanes, salt } = slot.kdf;
  const secret = await stretch(passphrase, { memoryKiB, passes, lanes, salt: Buffer.from(salt, 'hex') }, kdf);
  return unwrap(slot, { vaultId, gen: slot.gen, id: slot.id, type: 'user', secret });
}

interface PaperSlotDeps {
  readonly context: SlotContext;
  readonly random: Random;
}

/** The slot the printed code opens, here and with the stock tools. 128 random bits need no stretching. */
export async function wrapRecoverySlot(
  code: Uint8Array,
  vault: VaultSecret,
  { context, random }: PaperSlotDeps,
): Promise<RecoverySlot> {
  const id = newSlotId(random);
  return {
    ...slotHead(id, context),
    type: 'recovery',
    kdf: { name: 'hkdf-sha256' },
    ...wrapForPaper({ ...context, id, type: 'recovery', secret: Buffer.from(code) }, vault, random),
    ...(await sealKeyForCode(context.vaultId, vault, formatRecoveryCode(code))),
  };
}

/** What the secret that cards share opens: the wrap and the id it is bound to. */
export const wrapForCards = (
  secret: Uint8Array,
  vault: VaultSecret,
  { id, context, random }: PaperSlotDeps & { readonly id: string },
): Pick<CardsSlot, 'wrapped' | 'agreement'> =>
  wrapForPaper({ ...context, id, type: 'cards', secret: Buffer.from(secret) }, vault, random);

function wrapForPaper(
  input: WrapInput,
  vault: VaultSecret,
  random: Random,
): { wrapped: UserSlot['wrapped']; agreement: string } {
  const agreement = createAgreementKey(random);
  const wrapped = wrap({ vault, user: null, agreement }, input, random);
  agreement.privateKey.fill(0);
  return { wrapped, agreement: agreement.publicKey.toString('hex') };
}

export const newSlotId = (random: Random): string => Buffer.from(random.bytes(8)).toString('hex');

export const slotHead = (id: string, { gen, createdAt, by }: SlotContext) => ({ id, gen, label: '', createdAt, by });

/** With the recovery code or the secret put together from cards; `null` when it is another one. */
export const unwrapPaperSlot = (
  slot: RecoverySlot | CardsSlot,
  vaultId: string,
  secret: Uint8Array,
): SecretBundle | null =>
  unwrap(slot, { vaultId, gen: slot.gen, id: slot.id, type: slot.type, secret: Buffer.from(secret) });

interface WrapInput {
  readonly vaultId: string;
  readonly gen: number;
  readonly id: string;
  readonly type: 'user' | 'recovery' | 'cards';
  /** Overwritten by wrap and unwrap. */
  readonly secret: Buffer;
}

async function stretch(
  passphrase: string,
  parameters: KdfCost & { salt: Buffer },
  kdf: PassphraseKdf,
): Promise<Buffer> {
  const bytes = passphraseBytes(passphrase);
  const stretched = await kdf(bytes, parameters);
  bytes.fill(0);
  return stretched;
}

function wrap(bundle: SecretBundle, input: WrapInput, random: Random): UserSlot['wrapped'] {
  const nonce = Buffer.from(random.bytes(nonceBytes));
  const plain = encodeBundle(bundle);
  const key = keyOf(input);
  const sealed = seal({ key, nonce, context: contextOf(input) }, plain);
  plain.fill(0);
  key.fill(0);
  return { nonce: nonce.toString('hex'), sealed: sealed.toString('base64') };
}

function unwrap(slot: UserSlot | RecoverySlot | CardsSlot, input: WrapInput): SecretBundle | null {
  const { wrapped } = slot;
  const key = keyOf(input);
  const nonce = Buffer.from(wrapped.nonce, 'hex');
  const plain = unseal({ key, nonce, context: contextOf(input) }, Buffer.from(wrapped.sealed, 'base64'));
  key.fill(0);
  if (plain === null) return null;
  const bundle = decodeBundle(plain);
  plain.fill(0);
  return bundle === null ? null : upToDate(bundle, slot, input.vaultId);
}

/** Since a rotation the data key is the carried one; the wrapped one opens copies from before. */
function upToDate(
  bundle: SecretBundle,
  { id, carried }: UserSlot | RecoverySlot | CardsSlot,
  vaultId: string,
): SecretBundle | null {
  if (carried === undefined) return bundle;
  const own: KeyPair | null = bundle.agreement;
  const vault = own === null ? null : openCarried(carried, own, { vaultId, slotId: id });
  wipeVault(bundle.vault);
  return vault === null ? null : { ...bundle, vault };
}

function keyOf({ vaultId, id, secret }: WrapInput): Buffer {
  const key = hkdfSha256({ secret, info: `diwan/kek/v1\0${vaultId}\0${id}` });
  secret.fill(0);
  return key;
}

/** Binds a wrap to its base, generation, slot and purpose, so that it opens nowhere else. The parts contain no NUL. */
const contextOf = ({ vaultId, gen, id, type }: WrapInput): Buffer =>
  Buffer.from(`diwan/slot/v1\0${vaultId}\0${gen}\0${id}\0${type}`, 'utf8');
