// What the cells of a column look like, for columns whose headings say nothing.

import { toLatinDigits } from '../../../locale/digits';
import { normaliseEmail } from '../../../text/email';
import { normalisePhone } from '../../../text/phone';
import type { HeaderMatch } from './header-match';
import { schemeOfNationalId } from './national-ids';
import { numericParts } from './read-date';
import { isNothing } from '../../../text/spreadsheet-guard';
import type { ValueWords } from './value-words';

export type ColumnSample = {
  readonly values: readonly string[];
  readonly country: string;
  readonly words: ValueWords;
};

const ENOUGH = 3;

/** Cells that hold something, at most 50. */
export function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  return rows
    .map((row) => (row[column] ?? '').trim())
    .filter((text) => text !== '' && !isNothing(text))
    .slice(0, 50);
}

/** The likeliest target by content alone, null when nothing stands out. */
export function guessByContent({ values, country, words }: ColumnSample): HeaderMatch | null {
  if (values.length < ENOUGH) return null;
  const share = (test: (value: string) => boolean): number => values.filter(test).length / values.length;
  const email = share((value) => normaliseEmail(value).valid);
  if (email >= 0.8) return { target: 'email', confidence: 0.9 * email };
  const national = share((value) => schemeOfNationalId(value, country) !== null);
  if (national >= 0.9 && values.length >= 5) return { target: 'identifier.national', confidence: 0.75 * national };
  const phone = share((value) => looksLikePhone(value) && normalisePhone(value, country).valid);
  if (phone >= 0.7) return { target: 'phone', confidence: 0.85 * phone };
  if (share((value) => /^(?:https?:\/\/|www\.)\S+$/i.test(value)) >= 0.8) return { target: 'url', confidence: 0.8 };
  if (share((value) => words.gender(value) !== undefined) === 1 && new Set(values).size <= 4)
    return { target: 'gender', confidence: 0.7 };
  if (share(looksLikeBirth) >= 0.8) return { target: 'birth', confidence: 0.5 };
  return null;
}

function looksLikePhone(value: string): boolean {
  const digits = toLatinDigits(value).replace(/\D/g, '');
  return digits.length >= 7 && digits.length <= 16 && !/\p{L}{2}/u.test(value) && !looksLikeDate(value);
}

export function looksLikeDate(value: string): boolean {
  const text = toLatinDigits(value).replace(/[T\s]+\d{1,2}:\d{2}.*$/, '');
  return !/^\d+$/.test(text) && numericParts(text, { calendar: 'gregory', order: 'dmy', today: '2099-12-31' }) !== null;
}

/** Years at which people alive now are born, in any of the three calendars. */
function looksLikeBirth(value: string): boolean {
  const text = toLatinDigits(value).replace(/[T\s]+\d{1,2}:\d{2}.*$/, '');
  const parts = /^\d+$/.test(text)
    ? null
    : numericParts(text, { calendar: 'gregory', order: 'dmy', today: '2099-12-31' });
  return parts !== null && ((parts.year >= 1920 && parts.year <= 2015) || (parts.year >= 1300 && parts.year <= 1440));
}

/** Mostly letters, two words or more, hardly ever repeated: names rather than cities. */
export function nameLikelihood(values: readonly string[]): number {
  if (values.length === 0) return 0;
  const worded = values.filter((value) => /^[\p{L}\p{M}\s.'\-\u200c()]+$/u.test(value) && value.length <= 80);
  const several = worded.filter((value) => /\S\s+\S/.test(value)).length;
  const distinct = new Set(values).size / values.length;
  return (worded.length / values.length) * (0.4 + (0.6 * several) / values.length) * distinct;
}
