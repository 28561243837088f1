// Finds parties and activities: the strictest reading of what was typed first, looser ones only while there is room.

import { fold } from '@shared/text/fold';
import { seesWhole, type Actor } from '../access';
import type { ReadDb } from '../db';
import { holdersOf } from './holders';
import { amongFew, inIndex } from './lookup';
import { activityMatch, matchOf, readingsOf, typed, type Part } from './match';
import * as statements from './search.sql';
import type { Candidate } from './search.sql';

export type Matched = 'name' | 'spelling' | 'phone' | 'email' | 'identifier';

export interface PartyMatch {
  readonly partyId: string;
  readonly matched: Matched;
}

export interface FindOptions {
  readonly limit: number;
  /** Kinds of party wanted; all when left out. */
  readonly kinds?: ReadonlySet<string>;
  readonly by: SearchedBy;
  /** The only parties that may be found at all, where whoever asks sees just a few. */
  readonly few?: readonly string[] | null | undefined;
}

/** What may be searched by: only what is seen whole, as every hit would tell of the rest. */
export interface SearchedBy {
  readonly names: boolean;
  readonly points: boolean;
  readonly identifiers: boolean;
}

export const searchedBy = (actor: Actor): SearchedBy => ({
  names: seesWhole(actor, 'party_name', 'text'),
  points: seesWhole(actor, 'contact_point', 'value'),
  identifiers: seesWhole(actor, 'identifier', 'value'),
});

/** Candidates looked at per index before ranking; newest first, so a common name shows whom the office saw last. */
const POOL = 60;
/** A phase that looks wider runs only while fewer than this share of the wanted hits was found. */
const KIND_POOL = 400;

export function findParties(db: ReadDb, text: string, options: FindOptions): readonly PartyMatch[] {
  const found = new Map<string, { candidate: Candidate; matched: Matched; phase: number }>();
  const pool = Math.max(options.kinds === undefined ? POOL : KIND_POOL, options.limit);
  let phase = 0;
  const take = (candidates: readonly Candidate[], matched: Matched): void => {
    phase += 1;
    for (const candidate of candidates) {
      if (options.kinds !== undefined && !options.kinds.has(candidate.kind)) continue;
      if (!found.has(candidate.party_id)) found.set(candidate.party_id, { candidate, matched, phase });
    }
  };
  const { by, few = null } = options;
  const lookup = few === null ? inIndex(db) : amongFew(db, few);
  const enough = (): boolean => found.size >= options.limit;
  const input = typed(text);
  if (input.kind === 'nothing') return [];
  if (input.kind === 'digits') {
    const { digits } = input;
    if (by.points) take(lookup.phones(digits, pool), 'phone');
    if (by.identifiers && !enough())
      take(db.all(statements.matchIdentifier({ normal: digits, limit: pool })), 'identifier');
  }
  if (input.kind === 'email' && by.points) {
    const { part } = input;
    // An address typed from its beginning is found by its place in order, however many share its domain.
    if (part.indexOf('@') > 0)
      take(db.all(statements.matchEmailStart({ part, end: `${part}\u{10ffff}`, limit: pool })), 'email');
    if (found.size === 0) take(lookup.emails(part, pool), 'email');
  }
  const isFoundAddress = input.kind === 'email' && input.part.includes('@') && found.size > 0;
  if (by.names && !isFoundAddress && (input.kind !== 'digits' || !enough())) {
    for (const [index, { by, parts }] of readingsOf(text).entries()) {
      // Every word as a beginning walks the longest lists there are: only where the words as typed found nobody.
      if (index > 0 && (by === 'words' ? found.size > 0 : enough())) continue;
      take(lookup.words(parts, pool), by === 'spelling' ? 'spelling' : 'name');
    }
  }
  if (input.kind === 'words' && input.part !== null && by.points && !enough())
    take(lookup.emails(input.part, pool), 'email');
  return ranked([...found.values()], text).slice(0, options.limit);
}

/** A word and how it sounds; without a sound it is found as it is written. */
export interface SoundedWord {
  readonly text: string;
  readonly skeletons: readonly string[];
}

/** Parties whose name holds every one of these words in some spelling, newest first; `upTo`: of the documents up to this one. */
export const findBySound = (
  db: ReadDb,
  words: readonly SoundedWord[],
  { limit, upTo }: { readonly limit: number; readonly upTo?: number },
): readonly Candidate[] =>
  upTo === undefined
    ? holdersOf(db, words.map(partOf), limit)
    : db.all(statements.matchOlderWords({ match: matchOf(words.map(partOf)), upTo, limit }));

const partOf = ({ text, skeletons }: SoundedWord): Part =>
  skeletons.length === 0
    ? [{ column: 'words', text, prefix: false }]
    : skeletons.map((code) => ({ column: 'skeletons', text: code, prefix: false }));

interface Ranked {
  readonly candidate: Candidate;
  readonly matched: Matched;
  readonly phase: number;
}

/**
 * Earlier phases first; within one, names that hold the typed words whole before those that only begin so. When every word
 * is held, the name with the fewest words beside them is the one meant; otherwise, and then, the newest first.
 */
function ranked(found: readonly Ranked[], text: string): readonly PartyMatch[] {
  if (found.length < 2) return found.map(matchOfHit);
  // A document's words are parted by single spaces and each is there once: a word is held when it stands between two spaces.
  const words = fold(text)
    .split(' ')
    .map((word) => ` ${word} `);
  const closeness = (hit: Ranked): { whole: number; beside: number } => {
    if (hit.matched !== 'name') return { whole: 0, beside: 0 };
    const held = ` ${hit.candidate.words} `;
    const whole = words.filter((word) => held.includes(word)).length;
    return {
      whole,
      beside: words.length > 1 && whole === words.length ? held.split(' ').length : 0,
    };
  };
  return found
    .map((hit) => ({ hit, near: closeness(hit) }))
    .sort(
      (a, b) =>
        a.hit.phase - b.hit.phase ||
        b.near.whole - a.near.whole ||
        a.near.beside - b.near.beside ||
        b.hit.candidate.rid - a.hit.candidate.rid,
    )
    .map(({ hit }) => matchOfHit(hit));
}

const matchOfHit = ({ candidate, matched }: Ranked): PartyMatch => ({ partyId: candidate.party_id, matched });

/** Ids of activities whose text holds the words, newest first. */
export function findActivities(db: ReadDb, text: string, limit: number): readonly string[] {
  const match = activityMatch(text);
  return match === null ? [] : db.all(statements.matchActivities({ match, limit })).map((row) => row.activity_id);
}
