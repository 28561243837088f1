// Proposes where each column goes: by a known program's headings, else by heading words, else by what the cells hold.

import type { OwnSheet } from '../../exports/own-sheet';
import { guessByContent, nameLikelihood, samplesOf } from './content-clues';
import { datesOf, guessRecordColumns } from './guess-records';
import type { GuessedColumn, GuessedMapping, GuessOptions } from './guessed';
import type { HeaderIndex, HeaderMatch } from './header-match';
import { createHeaderIndex, matchHeader } from './header-match';
import type { RecognisedSet } from './known-sets';
import { recogniseSet } from './known-sets';
import type { ImportInto } from './record-targets';
import type { ImportTarget } from './targets';
import type { ValueWords } from './value-words';
import { createValueWords } from './value-words';

type Rows = readonly (readonly string[])[];
type Guess = HeaderMatch | null;

/** Below this a proposal does more harm than good. */
const LEAST = 0.3;

/** `rows` are data rows without the heading. Without headings the content alone decides. `into` is guessed when left out. */
export function guessMapping(
  headers: readonly string[],
  rows: Rows,
  { into: wanted, own = null, ...options }: GuessWish,
): GuessedMapping {
  const set = ownSet(own, wanted) ?? recogniseSet(headers, wanted);
  const into = set?.into ?? wanted ?? 'parties';
  const guessed = set
    ? setColumns(set)
    : into === 'parties'
      ? partyColumns(headers, rows, options)
      : guessRecordColumns(into, headers);
  const columns = guessed.map((column) =>
    headers[column.index] === REST_COLUMN ? { ...column, target: restTarget[into], confidence: 1 } : column,
  );
  return {
    into,
    recordType: set?.recordType ?? null,
    columns,
    known: set?.name ?? null,
    ...datesOf(birthFirst(columns), { headers, rows, options }),
  };
}

/** `own` is what the headings say when we wrote them. */
type GuessWish = GuessOptions & {
  readonly into?: ImportInto | undefined;
  readonly own?: OwnSheet | null;
};

const ownSet = (own: OwnSheet | null, into: ImportInto | undefined): RecognisedSet | null =>
  own === null || (into !== undefined && into !== own.into) ? null : { name: 'diwan', recordType: null, ...own };

/** What a file says and no column of its own holds (JSON) stays readable. */
const REST_COLUMN = '…';
const restTarget = {
  parties: 'note',
  activities: 'activity.body',
  relationships: 'relationship.note',
  authorities: 'authority.note',
  consents: 'consent_event.evidence',
} as const;

const setColumns = ({ targets }: RecognisedSet): GuessedColumn[] =>
  targets.map((target, index) => ({ index, target, confidence: target === null ? 0 : 1 }));

/** Of the dates of a person the birth tells the calendar best. */
const birthFirst = (columns: readonly GuessedColumn[]): GuessedColumn[] =>
  columns.toSorted((left, right) => Number(right.target === 'birth') - Number(left.target === 'birth'));

function partyColumns(headers: readonly string[], rows: Rows, options: GuessOptions): GuessedColumn[] {
  const width = Math.max(headers.length, ...rows.slice(0, 50).map((row) => row.length));
  const samples = Array.from({ length: width }, (_, column) => samplesOf(rows, column));
  const index = createHeaderIndex();
  return guessColumns(headers, samples, { options, index, words: createValueWords() }).map((guess, column) => ({
    index: column,
    target: guess && guess.confidence >= LEAST ? guess.target : null,
    confidence: guess?.confidence ?? 0,
  }));
}

type Knowledge = {
  readonly options: GuessOptions;
  readonly index: HeaderIndex;
  readonly words: ValueWords;
};

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
