// Small list arithmetic on code variants, shared by the two scripts so that both cap their variants alike.

/**
 * Variants of one word's code, primary first. Small letters are consonants; vowels are marked between them: digits for the
 * vowel letters of Arabic script (0 ain, 1 alef, 2 yeh, 3 waw), capitals for those of Latin script, as written.
 */
export type Codes = readonly string[];

/** More variants than this are dropped: they would cost index space and find no name anybody writes. */
export const MAX_VARIANTS = 4;

/** Every code followed by every ending, capped; the primary ending is kept for all codes first. */
export function appendTo(codes: Codes, endings: readonly string[]): Codes {
  if (endings.length === 1) return endings[0] === '' ? codes : codes.map((code) => code + (endings[0] ?? ''));
  return endings.flatMap((ending) => codes.map((code) => code + ending)).slice(0, MAX_VARIANTS);
}

/** Every code with its last letters replaced. */
export const withoutTail = (codes: Codes, length: number, tail: string): Codes =>
  codes.map((code) => code.slice(0, code.length - length) + tail);

/** Distinct, non-empty, capped. */
export const distinctCodes = (codes: Codes): string[] =>
  [...new Set(codes)].filter((code) => code !== '').slice(0, MAX_VARIANTS);

/** The skeleton alone: what is left of a code without its vowel marks. */
export const consonantsOf = (code: string): string => code.replace(/[^a-z]/g, '');
