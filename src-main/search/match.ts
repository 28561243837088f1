// From what a person typed to what the full-text tables understand.

import { plainQueryWords, queryTokens, type QueryWord } from '@shared/text/search-tokens';
import { fold } from '@shared/text/fold';
import { phoneQueryDigits } from '@shared/text/phone';

/** What kind of thing was typed decides which index is asked first. */
export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'email'; readonly part: string }
  | { readonly kind: 'words'; readonly part: string | null };

const LEAST_PART = 3;

export function typed(text: string): Typed {
  if (!text.includes('@') && fold(text) === '') return { kind: 'nothing' };
  const digits = phoneQueryDigits(text);
  if (digits !== null) return { kind: 'digits', digits };
  const part = text.trim().toLowerCase();
  const isMailLike = /^[\x21-\x7e]+$/.test(part) && part.length >= LEAST_PART;
  if (isMailLike && /[@.]/.test(part)) return { kind: 'email', part };
  return { kind: 'words', part: isMailLike ? part : null };
}

/** One way in which a document may hold a word. */
export interface Alternative {
  readonly column: 'words' | 'skeletons';
  readonly text: string;
  readonly prefix: boolean;
}

/** One word asked for: a document must hold any of its alternatives. */
export type Part = readonly Alternative[];

export interface Reading {
  readonly by: 'words' | 'spelling';
  /** A document must hold every one. */
  readonly parts: readonly Part[];
}

/** What words are read as, strictest first: as typed; every word as a prefix; by skeleton, whatever the script. */
export function readingsOf(text: string): readonly Reading[] {
  const { words, joined } = queryTokens(text);
  if (words.length === 0) return [];
  const query = { words, joins: joined.flatMap((reading) => joinOf(words, reading)) };
  const strict = everyWord(query, (word) => [direct(word, word.prefix)]);
  const loose = everyWord(query, (word) => [direct(word, true)]);
  const phonetic = everyWord(query, bySkeleton);
  const isSpelling = phonetic.some((part) => part.some(({ column }) => column === 'skeletons'));
  return [
    { by: 'words', parts: strict },
    ...(words.length > 1 ? [{ by: 'words' as const, parts: loose }] : []),
    ...(isSpelling ? [{ by: 'spelling' as const, parts: phonetic }] : []),
  ];
}

/** The MATCH text for documents that hold every part. */
export const matchOf = (parts: readonly Part[]): string =>
  parts.map((part) => (part.length === 1 ? asked(part[0]!) : `(${part.map(asked).join(' OR ')})`)).join(' AND ');

const asked = ({ column, text, prefix }: Alternative): string => `${column} : ${quoted(text, prefix)}`;

/** The MATCH text for activities: every word, the last as a prefix. */
export function activityMatch(text: string): string | null {
  const words = plainQueryWords(text);
  return words.length === 0 ? null : words.map((word) => quoted(word.text, word.prefix)).join(' AND ');
}

/** More would not narrow the search, but each is one more long list to walk. */
const MOST_GRAMS = 5;
const MOST_LETTERS = 16;
/** Of a domain, which thousands share, its beginning tells most. */
const DOMAIN_LETTERS = 5;

/** Some trigrams of a part of an e-mail address, for a trigram index without positions; the caller checks the part itself. */
export function trigramMatch(part: string): string {
  const at = part.indexOf('@');
  const telling = part.slice(0, at < 0 ? MOST_LETTERS : at + DOMAIN_LETTERS);
  const places = telling.length - LEAST_PART;
  const count = Math.min(MOST_GRAMS, places + 1);
  const grams = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const from = count === 1 ? 0 : Math.round((index * places) / (count - 1));
    grams.add(telling.slice(from, from + LEAST_PART));
  }
  return [...grams].map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' AND ');
}

/** Neighbours read as one word: the words from `from` up to `to` are there when `word` is. */
interface Join {
  readonly from: number;
  readonly to: number;
  readonly word: QueryWord;
}

/** Where a reading of the query has one word in place of several. */
function joinOf(words: readonly QueryWord[], reading: readonly QueryWord[]): Join[] {
  const same = (a: QueryWord | undefined, b: QueryWord | undefined): boolean => a?.text === b?.text;
  const most = Math.min(words.length, reading.length - 1);
  let from = 0;
  while (from < most && same(words[from], reading[from])) from += 1;
  let rest = reading.length - from - 1;
  while (rest > 0 && !same(words[words.length - rest], reading[reading.length - rest])) rest -= 1;
  const word = reading[from];
  return word === undefined || reading.length - rest !== from + 1 ? [] : [{ from, to: words.length - rest, word }];
}

/**
 * Every word, or in its place a neighbour it is written together with. Each word is asked for once: a query of whole readings, one
 * per join, walked the long lists of common names once for each of them, eight times as long at half a million people.
 */
function everyWord(
  query: { words: readonly QueryWord[]; joins: readonly Join[] },
  one: (word: QueryWord) => Part,
): readonly Part[] {
  const parts = query.words.map((word, index) => {
    const covering = query.joins
      .filter(({ from, to }) => from <= index && index < to)
      .flatMap((join) => one(join.word));
    return [...one(word), ...covering];
  });
  return parts.some((part) => part.length === 0) ? [] : parts;
}

const quoted = (word: string, prefix: boolean): string => `"${word}"${prefix ? '*' : ''}`;

const direct = (word: QueryWord, prefix: boolean): Alternative => ({ column: 'words', text: word.text, prefix });

const LEAST_SKELETON = 2;

/** A word of digits or an unknown script has no skeleton and must match as it is. */
function bySkeleton(word: QueryWord): Part {
  const codes = word.skeletons.filter((code) => code.length >= LEAST_SKELETON);
  if (codes.length === 0) return word.skeletons.length === 0 ? [direct(word, word.prefix)] : [];
  return codes.map((text) => ({ column: 'skeletons', text, prefix: word.prefix }));
}
