// One recovery card of a set: its number, how many of the set open the base, and its share of their secret, as twelve groups of
// digits. Groups tell slips of the hand; two bytes of a hash over the whole tell groups that were exchanged or left out.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { equalBytes, sha256 } from './crypto';
import { formatGroups, parseGroups } from './digit-groups';

export const cardGroups = 12;
/** A 16-byte secret's share: as many bytes, and the place it was taken at. */
export const shareBytes = 17;
const setBytes = 3;
const checkBytes = 2;

export interface Card {
  /** From 1. */
  readonly number: number;
  readonly needed: number;
  /** Six hex digits: the beginning of the slot's id. */
  readonly set: string;
  readonly share: Buffer;
}

/** details of each: `{ at }`, the place of the card among those given, from 1. */
export type CardError =
  /** details: `{ digits, expected }`. */
  | Failure<'keys.card-incomplete'>
  /** details: `{ groups }`, from 1. */
  | Failure<'keys.card-mistyped'>
  /** Every group is one, but together they are no card. */
  | Failure<'keys.card-damaged'>;

export const setOf = (slotId: string): string => slotId.slice(0, setBytes * 2);

export function formatCard({ number, needed, set, share }: Card): string {
  const body = Buffer.concat([Buffer.from([number, needed]), Buffer.from(set, 'hex'), share]);
  return formatGroups(Buffer.concat([body, checkOf(body)]));
}

/** `at`: the place of this card among those given, from 1. */
export function parseCard(typed: string, at = 1): Result<Card, CardError> {
  const read = parseGroups(typed, cardGroups);
  if (!read.ok) return fail(`keys.card-${read.error.code}`, { ...read.error.details, at });
  const body = read.value.subarray(0, -checkBytes);
  const [number = 0, needed = 0] = body;
  const isWhole = equalBytes(checkOf(body), read.value.subarray(-checkBytes));
  if (!isWhole || number === 0 || needed < 2) return fail('keys.card-damaged', { at });
  const set = body.subarray(2, 2 + setBytes).toString('hex');
  return ok({ number, needed, set, share: body.subarray(2 + setBytes) });
}

const checkOf = (body: Uint8Array): Buffer =>
  sha256(Buffer.concat([Buffer.from('diwan/card/v1\0'), body])).subarray(0, checkBytes);
