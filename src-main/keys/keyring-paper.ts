// Ways in by paper and safe: the recovery code, cards that several people keep, the data key for an age recipient. The rights of each
// caller were checked at the door.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { findCard, makeCardsSlot, mostCards, type CardsWish } from './cards';
import type { CardError } from './card';
import { sealForRecipient } from './escrow';
import {
  commitSlots,
  readTrusted,
  slotContext,
  type KeyringChangeError,
  type KeyringDeps,
  type KeyringSession,
} from './keyring-change';
import {
  isCardsSlot,
  isEscrowSlot,
  isFinished,
  isRecoverySlot,
  type CardsSlot,
  type RecoverySlot,
} from './keyring-format';
import type { KeyringError } from './keyring-files';
import { readKeyring } from './keyring-store';
import type { KeyringVersion } from './lineage';
import { createRecoverySecret, formatRecoveryCode } from './recovery-code';
import { newSlotId, slotHead, wrapRecoverySlot } from './slots';

/** A new printed code. The one before goes on opening the base until the new one was typed back (`confirmRecoveryCode`). */
export async function renewRecoveryCode(
  session: KeyringSession,
  deps: KeyringDeps,
): Promise<Result<KeyringVersion & { readonly recoveryCode: string }, KeyringChangeError>> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const code = createRecoverySecret(deps.random);
  const context = slotContext(keyring.value, session.unlocked, deps);
  const slot = await wrapRecoverySlot(code, session.unlocked.secret, { context, random: deps.random });
  const recoveryCode = formatRecoveryCode(code);
  code.fill(0);
  // One that was begun and left is on no paper for sure.
  const others = keyring.value.slots.filter((other) => !isRecoverySlot(other) || other.awaited === undefined);
  const written = commitSlots(session, keyring.value, [...others, { ...slot, awaited: true }]);
  return written.ok ? ok({ ...written.value, recoveryCode }) : written;
}

/** The code typed back from its paper: the ones before it open nothing from now on, except copies of the base made earlier. `null`
 * when it was in force already. */
export function confirmRecoveryCode(
  session: KeyringSession,
  slotId: string,
): Result<KeyringVersion | null, KeyringChangeError> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const { slots } = keyring.value;
  const found = slots.filter(isRecoverySlot).find(({ id }) => id === slotId);
  if (found?.awaited === undefined) return ok(null);
  const { awaited: _, ...slot } = found;
  return commitSlots(session, keyring.value, [...slots.filter((other) => !isRecoverySlot(other)), slot]);
}

export interface NewCards extends KeyringVersion {
  readonly set: string;
  /** Shown and printed once. */
  readonly cards: readonly string[];
}

/** A new set beside the one there is, which goes on opening the base until every card of the new one was typed back. */
export async function makeCards(
  session: KeyringSession,
  wish: CardsWish,
  deps: KeyringDeps,
): Promise<Result<NewCards, KeyringChangeError>> {
  if (wish.needed < 2 || wish.needed > wish.count || wish.count > mostCards)
    throw new Error(`no set of cards has ${wish.needed} of ${wish.count}`);
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const context = slotContext(keyring.value, session.unlocked, deps);
  const { slot, cards } = await makeCardsSlot(wish, session.unlocked.secret, { context, random: deps.random });
  // A set that was begun and left is of no use to anybody: its cards are on no paper for sure.
  const others = keyring.value.slots.filter((other) => !isCardsSlot(other) || isFinished(other));
  const written = commitSlots(session, keyring.value, [...others, slot]);
  return written.ok ? ok({ ...written.value, set: slot.id, cards }) : written;
}

export interface TypedBack {
  readonly number: number;
  /** Numbers still to be typed back; with the last the sets before it are gone. */
  readonly left: readonly number[];
  readonly version: KeyringVersion;
}

export function confirmCard(
  session: KeyringSession,
  typed: string,
): Result<TypedBack, KeyringChangeError | CardError | Failure<'keys.card-foreign'>> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const found = findCard(keyring.value, typed);
  if (!found.ok) return found;
  const { slot, card } = found.value;
  const typedBack = [...new Set([...slot.typedBack, card.number])].toSorted((a, b) => a - b);
  const next: CardsSlot = { ...slot, typedBack };
  const others = keyring.value.slots.filter(
    (other) => other.id !== slot.id && !(isFinished(next) && isCardsSlot(other)),
  );
  const written = commitSlots(session, keyring.value, [...others, next]);
  return written.ok ? ok({ number: card.number, left: missing(next), version: written.value }) : written;
}

export interface EscrowWritten extends KeyringVersion {
  readonly id: string;
  /** The bytes of the age file. */
  readonly file: Buffer;
}

export async function addEscrow(
  session: KeyringSession,
  recipient: string,
  deps: KeyringDeps,
): Promise<Result<EscrowWritten, KeyringChangeError | Failure<'keys.recipient-invalid'>>> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const context = slotContext(keyring.value, session.unlocked, deps);
  const age = await sealForRecipient(context.vaultId, session.unlocked.secret, recipient);
  if (!age.ok) return age;
  const id = newSlotId(deps.random);
  const others = keyring.value.slots.filter((other) => !isEscrowSlot(other) || other.recipient !== recipient);
  const slot = { ...slotHead(id, context), type: 'escrow' as const, recipient, age: age.value };
  const written = commitSlots(session, keyring.value, [...others, slot]);
  return written.ok ? ok({ ...written.value, id, file: Buffer.from(age.value, 'base64') }) : written;
}

/** Takes a set of cards or an escrow away. Copies of the base made earlier still open with it. */
export function removePaperSlot(
  session: KeyringSession,
  id: string,
): Result<KeyringVersion, KeyringChangeError | Failure<'keys.slot-unknown'>> {
  const keyring = readTrusted(session);
  if (!keyring.ok) return keyring;
  const isIt = (slot: (typeof keyring.value.slots)[number]): boolean =>
    slot.id === id && (isCardsSlot(slot) || isEscrowSlot(slot));
  if (!keyring.value.slots.some(isIt)) return fail('keys.slot-unknown', { id });
  return commitSlots(
    session,
    keyring.value,
    keyring.value.slots.filter((slot) => !isIt(slot)),
  );
}

export interface CardSet {
  readonly id: string;
  readonly needed: number;
  readonly count: number;
  readonly left: readonly number[];
  readonly createdAt: number;
}

export interface PaperWays {
  /** `standardTools`: the code also opens the data key with `age`. `renewedAt`: of a newer one that waits to be typed back. */
  readonly code: {
    readonly createdAt: number;
    readonly standardTools: boolean;
    readonly renewedAt: number | null;
  } | null;
  readonly cards: readonly CardSet[];
  readonly escrows: readonly { readonly id: string; readonly recipient: string; readonly createdAt: number }[];
}

/** Unverified: what the file says. */
export function paperWays(dir: string): Result<PaperWays, KeyringError> {
  const stored = readKeyring(dir);
  if (!stored.ok) return stored;
  const { slots } = stored.value.keyring;
  return ok({
    code: codeOf(slots.filter(isRecoverySlot)),
    cards: slots.filter(isCardsSlot).map(cardSet),
    escrows: slots.filter(isEscrowSlot).map(({ id, recipient, createdAt }) => ({ id, recipient, createdAt })),
  });
}

function codeOf(slots: readonly RecoverySlot[]): PaperWays['code'] {
  const code = slots.find(({ awaited }) => awaited === undefined);
  const renewed = slots.find(({ awaited }) => awaited === true);
  return code === undefined
    ? null
    : { createdAt: code.createdAt, standardTools: code.age !== undefined, renewedAt: renewed?.createdAt ?? null };
}

/** Whose card this is, for whoever is still outside. */
export function checkCard(
  dir: string,
  typed: string,
): Result<CardSet & { readonly number: number }, KeyringError | CardError | Failure<'keys.card-foreign'>> {
  const stored = readKeyring(dir);
  if (!stored.ok) return stored;
  const found = findCard(stored.value.keyring, typed);
  return found.ok ? ok({ ...cardSet(found.value.slot), number: found.value.card.number }) : found;
}

function cardSet(slot: CardsSlot): CardSet {
  const { id, needed, cards, createdAt } = slot;
  return { id, needed, count: cards.length, left: missing(slot), createdAt };
}

const missing = ({ cards, typedBack }: CardsSlot): number[] =>
  cards.map((_, index) => index + 1).filter((number) => !typedBack.includes(number));
