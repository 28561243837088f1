// What of a party tells it apart from others, prepared once so that many comparisons are cheap.

import type { genders, partyKinds } from '../../catalogue';
import { keyboardReadings } from '../../text/keyboard';
import { nameWords, type NameWords } from '../../text/name-words';
import { birthReadings, type BirthReadings } from './birth-readings';

export interface IdentityName extends NameWords {
  /** Read as if the other keyboard had been meant. */
  readonly isRescued: boolean;
}

export interface IdentityNumber {
  readonly scheme: string;
  /** The comparable form. */
  readonly normal: string;
}

export interface Identity {
  readonly kind: (typeof partyKinds)[number];
  readonly gender: (typeof genders)[number] | null;
  readonly names: readonly IdentityName[];
  readonly birth: BirthReadings | null;
  /** Comparable forms; a scan gives numbers that stand for them. */
  readonly phones: readonly (string | number)[];
  readonly emails: readonly (string | number)[];
  readonly identifiers: readonly IdentityNumber[];
}

export interface IdentitySource {
  readonly kind: Identity['kind'];
  readonly gender?: Identity['gender'] | undefined;
  readonly names: readonly string[];
  /** Gregorian YYYY-MM-DD as stored. */
  readonly birthOn?: string | null | undefined;
  readonly phones: readonly (string | number)[];
  readonly emails: readonly (string | number)[];
  readonly identifiers: readonly IdentityNumber[];
}

export function identityOf(source: IdentitySource): Identity {
  return {
    kind: source.kind,
    gender: source.gender ?? null,
    names: source.names.flatMap(readName),
    birth: source.birthOn === null || source.birthOn === undefined ? null : birthReadings(source.birthOn),
    phones: source.phones,
    emails: source.emails,
    identifiers: source.identifiers,
  };
}

/** A name, and what it says on another keyboard when it says nothing as it stands. */
export function readName(text: string): IdentityName[] {
  const { meant, isSenseless } = keyboardReadings(text);
  const asTyped = isSenseless ? [] : [{ ...nameWords(text), isRescued: false }];
  const rescued = meant.map((reading) => ({ ...nameWords(reading), isRescued: true }));
  return [...asTyped, ...rescued].filter(({ words }) => words.length > 0);
}
