// Finds what a heading means: exactly, or by the longest known phrase in it, and how much a row of cells looks like headings.

import { fold } from '../../../text/fold';
import { headerWords } from './header-words';
import { recordHeaderWords } from './record-header-words';
import type { ImportTarget } from './targets';

export type HeaderMatch<Target extends string = ImportTarget> = {
  readonly target: Target;
  readonly confidence: number;
};
export type HeaderIndex<Target extends string = ImportTarget> = ReadonlyMap<string, Target>;

const PHRASE_CONFIDENCE = 0.6;
const EXACT_CONFIDENCE = 0.95;

/** Folded phrases → target. Built by whoever guesses, once per guess: under a millisecond. */
export const createHeaderIndex = (): HeaderIndex => indexOf<ImportTarget>(headerWords);

export function indexOf<Target extends string>(
  words: Readonly<Partial<Record<Target, readonly string[]>>>,
): HeaderIndex<Target> {
  const index = new Map<string, Target>();
  for (const [target, lines] of Object.entries(words) as [Target, readonly string[]][])
    for (const word of lines.flatMap((line) => line.split(' | '))) {
      const key = headerKey(word);
      // Joint as well: half-spaces fold to nothing, and databases write `fathername`.
      for (const written of [key, key.replaceAll(' ', '')]) if (!index.has(written)) index.set(written, target);
    }
  return index;
}

/** camelCase and underscores parted, folded: `firstName`, `First_Name` and `first name` agree. */
export function headerKey(text: string): string {
  return fold(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_\-.:*()/\\]+/g, ' '));
}

export function matchHeader<Target extends string>(
  header: string,
  index: HeaderIndex<Target>,
): HeaderMatch<Target> | null {
  const key = headerKey(header);
  if (key === '') return null;
  // A number at the end counts repetitions: "Phone 2" is a phone.
  const plain = key.replace(/ ?\d+$/, '');
  const exact = index.get(key) ?? index.get(plain) ?? index.get(key.replaceAll(' ', ''));
  if (exact !== undefined) return { target: exact, confidence: EXACT_CONFIDENCE };
  return longestPhrase(plain, index);
}

function longestPhrase<Target extends string>(key: string, index: HeaderIndex<Target>): HeaderMatch<Target> | null {
  const words = key.split(' ');
  for (let length = Math.min(4, words.length - 1); length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const phrase = words.slice(from, from + length).join(' ');
      const target = phrase.length >= 3 ? index.get(phrase) : undefined;
      if (target !== undefined) return { target, confidence: PHRASE_CONFIDENCE * (length / words.length) ** 0.5 };
    }
  return null;
}

/** 0…1: known words say yes; digits, at-signs, long or repeated texts say no; so does a body of the same nature. */
export function headingLikelihood(cells: readonly string[], body: readonly (readonly string[])[]): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const width = typicalWidth(body);
  if (filled.length === 0 || filled.length < width / 2 || (width > 1 && filled.length < 2)) return 0;
  if (filled.some((cell) => cell.length > 80 || cell.includes('@') || /\p{N}{4}/u.test(cell))) return 0;
  const indexes = [createHeaderIndex(), ...Object.values(recordHeaderWords).map((words) => indexOf(words))];
  const knownIn = (index: HeaderIndex<string>): number =>
    filled.filter((cell) => (matchHeader(cell, index)?.confidence ?? 0) > 0.5).length;
  const known = Math.max(...indexes.map(knownIn));
  const distinct = new Set(filled).size === filled.length;
  if (!distinct && known === 0) return 0;
  const contrast =
    body.length > 0 && cells.some((cell, column) => cell.trim() !== '' && mostlyDigits(body, column)) ? 0.45 : 0;
  return Math.min(1, contrast + (known > 0 ? 0.4 + (0.5 * known) / filled.length : 0) + (distinct ? 0.1 : 0));
}

function typicalWidth(body: readonly (readonly string[])[]): number {
  const widths = body
    .slice(0, 20)
    .map((row) => row.filter((cell) => cell.trim() !== '').length)
    .toSorted((left, right) => left - right);
  return widths[Math.floor(widths.length / 2)] ?? 1;
}

function mostlyDigits(body: readonly (readonly string[])[], column: number): boolean {
  const cells = body
    .slice(0, 20)
    .map((row) => row[column]?.trim() ?? '')
    .filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => /\p{N}{3}|@/u.test(cell)).length * 2 > cells.length;
}
