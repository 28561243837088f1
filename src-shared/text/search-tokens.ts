// The contract between what the search index stores and what a query asks for: any spelling finds any other.
//
// Stored per name (indexTokens): every folded word; the word without its article ال; neighbours joined (عبد الله → عبدالله,
// علی رضا → علیرضا, Abd al-Rahman → abdalrahman); the skeleton variants of words and of joined neighbours.
// Asked (queryTokens): a record is found when, for at least one alternative, EVERY word of it is found; a word is found when
// its text is among the stored words or one of its skeletons among the stored skeletons. `prefix` words match the beginning.
// As both sides fold, drop ال and join alike, أحمد finds احمد, القحطاني finds قحطاني and back, عبدالله finds عبد الله and back;
// as skeletons know no script, Mohammed finds محمد and back.
import { fold } from './fold';
import { skeletons } from './skeleton';

export interface IndexTokens {
  words: string[];
  skeletons: string[];
}

export interface QueryWord {
  /** Folded, without a leading ال when at least three letters remain. */
  text: string;
  /** Any of these stored skeletons will do; empty for numbers and other scripts. */
  skeletons: readonly string[];
  /** Only the last word is still being typed. */
  prefix: boolean;
}

export interface QueryTokens {
  /** The words as typed (articles written apart dropped). Empty when the query holds no letter or digit. */
  words: QueryWord[];
  /** The same query with one pair of neighbours joined; try each beside `words`. */
  joined: QueryWord[][];
}

/** Joined neighbours longer than this are no compound name anybody writes as one word. */
const MAX_JOINED_LENGTH = 16;
/** Queries longer than this ask for more words than any name has; the rest is left out. */
const MAX_QUERY_WORDS = 8;

/** Tokens under which a name or title can be found. */
export function indexTokens(text: string): IndexTokens {
  const parts = partsOf(text);
  const words = new Set([...parts, ...innerParts(text)]);
  for (const part of Array.from(words)) words.add(withoutArticle(part)).add(part.replace(/^لل(?=...)/, ''));
  const codes = new Set(parts.filter((part) => !articles.has(part)).flatMap(skeletons));
  for (const { from, joined } of joins(parts)) {
    if (isFamilyName(parts[from + 1] ?? '') && !compoundHeads.has(parts[from] ?? '')) continue;
    words.add(joined);
    for (const code of skeletons(joined)) codes.add(code);
  }
  return { words: [...words], skeletons: [...codes] };
}

/** Words under which a long text can be found: with light stems, without joins and skeletons. */
export function indexTextWords(text: string): string[] {
  const words = new Set<string>();
  for (const part of partsOf(text)) {
    words.add(part);
    words.add(withoutArticle(part));
    words.add(part.replace(arabicProclitic, '').replace(persianPlural, ''));
  }
  return [...words];
}

/** What to ask the index for; see the head of this file. */
export function queryTokens(text: string): QueryTokens {
  const parts = partsOf(text).slice(0, MAX_QUERY_WORDS);
  const joined = joins(parts).map((join) => [...parts.slice(0, join.from), join.joined, ...parts.slice(join.to)]);
  return { words: queryWords(parts), joined: joined.map(queryWords) };
}

/** Articles written apart, in both scripts and with their assimilated forms (ar-Rashid, as-Sayed). */
const articles = new Set(['ال', 'al', 'el', 'ul', 'ol', 'ad', 'ar', 'as', 'ash', 'az', 'an', 'at']);
/** و ف ب ك before the article, and لل. At least three letters remain. */
const arabicProclitic = /^(?:[وفبك]ال|لل)(?=...)/;
/** Persian plural endings; fold has already removed the half-space before them. At least three letters remain. */
const persianPlural = /(?<=...)(?:ها|هاي|هايي|هايم|هايش)$/;

/** First words whose neighbour with an article belongs to them: عبد الرحمن, أبو القاسم, أم الخير. */
const compoundHeads = new Set(['عبد', 'ابو', 'ابا', 'ابي', 'ام', 'ذو', 'بنت']);
/** القحطاني after a given name is a name of its own; الله and الدين end a compound (حبيب الله, نور الدين). */
const isFamilyName = (word: string): boolean => word.startsWith('ال') && word !== 'الله' && word !== 'الدين';

/** What stands on either side of a half-space, hyphen or apostrophe begins a word of its own: کاظمی‌نژاد, O’Connor. */
const innerParts = (text: string): string[] =>
  innerMark.test(text) ? partsOf(text.replace(new RegExp(innerMark, 'gu'), ' ')).filter((part) => part.length > 1) : [];
const innerMark = /[\u200c'’‘ʼ‐-‑-]/u;

const withoutArticle = (word: string): string => (word.length >= 5 && word.startsWith('ال') ? word.slice(2) : word);

function partsOf(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** The words of a query alone, for what is found only as it is written. */
export const plainQueryWords = (text: string): Pick<QueryWord, 'text' | 'prefix'>[] =>
  plainWords(partsOf(text).slice(0, MAX_QUERY_WORDS));

const queryWords = (parts: readonly string[]): QueryWord[] =>
  plainWords(parts).map(({ part, text, prefix }) => ({ text, skeletons: skeletons(part), prefix }));

function plainWords(parts: readonly string[]): { part: string; text: string; prefix: boolean }[] {
  const last = parts.length - 1;
  return parts
    .map((part, index) => ({ part, text: withoutArticle(part), prefix: index === last }))
    .filter((word) => word.prefix || !articles.has(word.text));
}

/** Neighbours that may be one word elsewhere; an article between two words joins both with it. */
function joins(parts: readonly string[]): { from: number; to: number; joined: string }[] {
  const found = [];
  for (let from = 0; from < parts.length - 1; from += 1) {
    const to = articles.has(parts[from + 1] ?? '') && from + 2 < parts.length ? from + 3 : from + 2;
    const joined = parts.slice(from, to).join('');
    if (joined.length <= MAX_JOINED_LENGTH && !/\d/.test(joined)) found.push({ from, to, joined });
  }
  return found;
}
