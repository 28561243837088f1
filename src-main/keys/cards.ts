// Recovery cards: one secret shared out so that any `needed` of them put it together again (Shamir, by an audited library) and fewer
// tell nothing. Too few, or shares of different secrets, give another secret without a word: the seal of the slot is what tells.

import { combine, split } from 'shamir-secret-sharing';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { formatCard, parseCard, setOf, shareBytes, type Card, type CardError } from './card';
import { sha256 } from './crypto';
import { isCardsSlot, type CardsSlot, type Keyring } from './keyring-format';
import type { SecretBundle } from './secret-bundle';
import { newSlotId, slotHead, unwrapPaperSlot, wrapForCards, type SlotContext } from './slots';
import type { VaultSecret } from './secret-bundle';
import type { Random } from '@shared/core/clock';

const secretBytes = shareBytes - 1;
export const mostCards = 15;

export type CardsError =
  | CardError
  /** No set of this base has it now: of another base, or replaced. details: `{ at, card }`. */
  | Failure<'keys.card-foreign'>
  /** details: `{ given, needed }`. */
  | Failure<'keys.cards-too-few'>
  | Failure<'keys.wrong-cards'>;

export interface CardsWish {
  readonly needed: number;
  readonly count: number;
}

/** A set nobody has typed back yet, and the text of each of its cards, which is kept nowhere. */
export async function makeCardsSlot(
  { needed, count }: CardsWish,
  vault: VaultSecret,
  { context, random }: { readonly context: SlotContext; readonly random: Random },
): Promise<{ readonly slot: CardsSlot; readonly cards: readonly string[] }> {
  const id = newSlotId(random);
  const secret = Uint8Array.from(random.bytes(secretBytes));
  const shares = await split(secret, count, needed);
  const cards = shares.map((share, index) =>
    formatCard({ number: index + 1, needed, set: setOf(id), share: Buffer.from(share) }),
  );
  const paper = wrapForCards(secret, vault, { id, context, random });
  secret.fill(0);
  const slot: CardsSlot = {
    ...slotHead(id, context),
    type: 'cards',
    kdf: { name: 'hkdf-sha256' },
    ...paper,
    needed,
    cards: shares.map((share, index) => hashOf(context.vaultId, id, { number: index + 1, share })),
    typedBack: [],
  };
  for (const share of shares) share.fill(0);
  return { slot, cards };
}

/** The set of this base a typed card belongs to, and the card. */
export function findCard(
  keyring: Keyring,
  typed: string,
  at = 1,
): Result<{ readonly slot: CardsSlot; readonly card: Card }, CardError | Failure<'keys.card-foreign'>> {
  const card = parseCard(typed, at);
  if (!card.ok) return card;
  const slot = keyring.slots
    .filter(isCardsSlot)
    .find(({ id, cards }) => cards[card.value.number - 1] === hashOf(keyring.vaultId, id, card.value));
  return slot === undefined
    ? fail('keys.card-foreign', { at, card: card.value.number })
    : ok({ slot, card: card.value });
}

/** With cards of one set, in any order; one given twice counts once. */
export async function openWithCards(
  keyring: Keyring,
  typed: readonly string[],
): Promise<Result<{ readonly slot: CardsSlot; readonly bundle: SecretBundle; readonly cards: number[] }, CardsError>> {
  const sets = new Map<CardsSlot, Map<number, Card>>();
  for (const [index, text] of typed.entries()) {
    const found = findCard(keyring, text, index + 1);
    if (!found.ok) return found;
    const { slot, card } = found.value;
    sets.set(slot, (sets.get(slot) ?? new Map<number, Card>()).set(card.number, card));
  }
  const [largest] = [...sets].toSorted(([, a], [, b]) => b.size - a.size);
  if (largest === undefined) return fail('keys.cards-too-few', { given: 0, needed: 2 });
  const [slot, cards] = largest;
  if (cards.size < slot.needed) return fail('keys.cards-too-few', { given: cards.size, needed: slot.needed });
  const secret = await combine([...cards.values()].map(({ share }) => Uint8Array.from(share)));
  const bundle = unwrapPaperSlot(slot, keyring.vaultId, secret);
  secret.fill(0);
  return bundle === null
    ? fail('keys.wrong-cards')
    : ok({ slot, bundle, cards: [...cards.keys()].toSorted((a, b) => a - b) });
}

/** Of 128 random bits and more: it gives nothing away. */
const hashOf = (vaultId: string, slotId: string, { number, share }: { number: number; share: Uint8Array }): string =>
  sha256(Buffer.concat([Buffer.from(`diwan/card-hash/v1\0${vaultId}\0${slotId}\0${number}\0`), share])).toString('hex');
