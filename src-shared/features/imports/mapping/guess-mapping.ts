// Proposes where each column goes: by a known program's headings, else by heading words, else by what the cells hold.

import type { Calendar, Language } from '../../../locale/language';
import { guessCalendar } from './calendar-guess';
import { guessByContent, nameLikelihood, samplesOf } from './content-clues';
import type { HeaderIndex, HeaderMatch } from './header-match';
import { createHeaderIndex, matchHeader } from './header-match';
import type { KnownSetName } from './known-sets';
import { recogniseSet } from './known-sets';
import type { DateOrder } from './mapping-context';
import type { ImportTarget } from './targets';
import type { ValueWords } from './value-words';
import { createValueWords } from './value-words';

export type GuessOptions = { readonly country: string; readonly language: Language; readonly today: string };
export type GuessedColumn = {
  readonly index: number;
  readonly target: ImportTarget | null;
  readonly confidence: number;
};
export type GuessedMapping = {
  readonly columns: GuessedColumn[];
  readonly known: KnownSetName | null;
  readonly calendar: Calendar;
  readonly calendarConfidence: number;
  readonly dateOrder: DateOrder;
  /** Cells of the first date column, for showing how they read. */
  readonly dateValues: string[];
};

type Rows = readonly (readonly string[])[];
type Guess = HeaderMatch | null;

/** Below this a proposal does more harm than good. */
const LEAST = 0.3;

/** `rows` are data rows without the heading. Without headings the content alone decides. */
export function guessMapping(headers: readonly string[], rows: Rows, options: GuessOptions): GuessedMapping {
  const width = Math.max(headers.length, ...rows.slice(0, 50).map((row) => row.length));
  const set = recogniseSet(headers);
  const samples = Array.from({ length: width }, (_, column) => samplesOf(rows, column));
  const guesses: Guess[] = set
    ? samples.map((_, column) => setGuess(set.targets[column] ?? null))
    : guessColumns(headers, samples, { options, index: createHeaderIndex(), words: createValueWords() });
  const columns = guesses.map((guess, index) => ({
    index,
    target: guess && guess.confidence >= LEAST ? guess.target : null,
    confidence: guess?.confidence ?? 0,
  }));
  const dated =
    columns.find((column) => column.target === 'birth') ?? columns.find((column) => column.target === 'anniversary');
  const values = dated ? (samples[dated.index] ?? []) : [];
  const dates = guessCalendar({ values, header: dated ? (headers[dated.index] ?? '') : '', ...options });
  return {
    columns,
    known: set?.name ?? null,
    calendar: dates.calendar,
    calendarConfidence: dates.confidence,
    dateOrder: dates.order,
    dateValues: values.slice(0, 10),
  };
}

function setGuess(target: ImportTarget | null): Guess {
  return target === null ? null : { target, confidence: 1 };
}

type Knowledge = { readonly options: GuessOptions; readonly index: HeaderIndex; readonly words: ValueWords };

function guessColumns(headers: readonly string[], samples: readonly string[][], knowledge: Knowledge): Guess[] {
  const guesses = samples.map((values, column) => guessColumn(headers[column] ?? '', values, knowledge));
  return withName(withoutRepeats(givenOrDisplay(guesses)), samples);
}

/** Heading and content each propose; where they disagree about phones and e-mails the cells are believed. */
function guessColumn(header: string, values: readonly string[], { options, index, words }: Knowledge): Guess {
  const byHeader = believable(matchHeader(header, index), values, words);
  const byContent = guessByContent({ values, country: options.country, words });
  if (!byHeader) return byContent && header !== '' && byContent.target === 'birth' ? null : byContent;
  if (!byContent || sameFamily(byHeader.target, byContent.target)) return byHeader;
  const contradicted =
    (byContent.target === 'email' || byContent.target === 'phone') &&
    byHeader.confidence < 0.9 &&
    byContent.confidence > 0.8;
  return contradicted ? byContent : byHeader;
}

/** A column of choices whose cells hold none of them is something else. */
function believable(guess: Guess, values: readonly string[], words: ValueWords): Guess {
  if (!guess || values.length === 0) return guess;
  const choose = { kind: words.kind, gender: words.gender, language: words.language, role: words.role }[
    guess.target as string
  ];
  if (choose === undefined) return guess;
  return values.filter((value) => choose(value) !== undefined).length * 2 >= values.length ? guess : null;
}

function sameFamily(left: ImportTarget, right: ImportTarget): boolean {
  return left.split('.')[0] === right.split('.')[0];
}

/** "Name" beside a family name is the given name; a given name beside no family name is the whole name. */
function givenOrDisplay(guesses: readonly Guess[]): Guess[] {
  const has = (target: ImportTarget): boolean => guesses.some((guess) => guess?.target === target);
  const swap = (from: ImportTarget, to: ImportTarget): Guess[] =>
    guesses.map((guess) => (guess?.target === from ? { ...guess, target: to } : guess));
  if (has('name.family') && !has('name.given') && has('name.display')) return swap('name.display', 'name.given');
  if (has('name.given') && !has('name.family') && !has('name.display') && !has('name.father'))
    return swap('name.given', 'name.display');
  return [...guesses];
}

/** Targets that a party has once go to the surest column; the others are left out. */
function withoutRepeats(guesses: readonly Guess[]): Guess[] {
  const best = new Map<ImportTarget, number>();
  guesses.forEach((guess, column) => {
    if (!guess || repeatable(guess.target)) return;
    const known = best.get(guess.target);
    if (known === undefined || (guesses[known]?.confidence ?? 0) < guess.confidence) best.set(guess.target, column);
  });
  return guesses.map((guess, column) =>
    guess && (repeatable(guess.target) || best.get(guess.target) === column) ? guess : null,
  );
}

function repeatable(target: ImportTarget): boolean {
  return /^(?:phone|fax|email|url|messenger|social|note|label|role|address\.\w+\.lines|name\.alias|identifier)/.test(
    target,
  );
}

/** A file must have a name column: the one most like names, when no heading named one. */
function withName(guesses: readonly Guess[], samples: readonly string[][]): Guess[] {
  if (guesses.some((guess) => guess?.target.startsWith('name.') || guess?.target === 'organisation.name'))
    return [...guesses];
  const scored = samples.map((values, column) => (guesses[column] ? 0 : nameLikelihood(values)));
  const best = scored.reduce((left, score, column) => (score > (scored[left] ?? 0) ? column : left), 0);
  if ((scored[best] ?? 0) < 0.4) return [...guesses];
  return guesses.map((guess, column) =>
    column === best ? { target: 'name.display', confidence: Math.min(0.6, scored[best] ?? 0) } : guess,
  );
}
