// Whom to compare with one person: everybody who shares a key, and those of the search index whose names sound alike.

import { codesOfName, pairsOfWords } from '@shared/features/duplicates/blocking-keys';
import type { Identity } from '@shared/features/duplicates/identity';
import { fromEpochDay } from '@shared/locale/civil';
import { nameWords, type NameWord } from '@shared/text/name-words';
import { consonantsOf } from '@shared/text/skeleton-codes';
import type { ReadDb } from '../../db';
import { findBySound, type SoundedWord } from '../../search';
import * as statements from './candidates.sql';

/** Who in a base has a key; each answer is a few ids. */
export interface KeyHolders {
  byIdentifier(scheme: string, normal: string): readonly string[];
  byContact(kind: 'phone' | 'email', normal: string): readonly string[];
  /** With the codes of the first and the last word of their names. */
  byBirth(day: string): readonly BornThen[];
  bySound(words: readonly SoundedWord[]): readonly string[];
}

export interface BornThen {
  readonly id: string;
  readonly codes: readonly string[];
}

const MOST_CANDIDATES = 200;

export function candidatesFor(holders: KeyHolders, identity: Identity): string[] {
  const found = new Set<string>();
  const take = (ids: readonly string[]): void => {
    for (const id of ids) if (found.size < MOST_CANDIDATES) found.add(id);
  };
  for (const { scheme, normal } of identity.identifiers) take(holders.byIdentifier(scheme, normal));
  for (const email of identity.emails) take(holders.byContact('email', String(email)));
  for (const phone of identity.phones) take(holders.byContact('phone', String(phone)));
  take(bornTogether(holders, identity));
  for (const { words } of identity.names) {
    if (found.size >= MOST_CANDIDATES) break;
    const alone: (readonly NameWord[])[] = words.length === 1 ? [words] : [];
    for (const together of [...pairsOfWords(words), ...alone]) take(holders.bySound(together.map(sounded)));
  }
  return [...found];
}

const sounded = ({ text, sounds }: NameWord): SoundedWord => ({
  text,
  skeletons: [...new Set(sounds.map(consonantsOf))],
});

/** Of those born on a day the date may mean, the ones whose name begins or ends like this one. */
function bornTogether(holders: KeyHolders, { birth, names }: Identity): string[] {
  if (birth === null) return [];
  const codes = new Set(names.flatMap(({ words }) => codesOfName(words)));
  const days = new Set(birth.readings.map(({ day }) => fromEpochDay(day)));
  return [...days]
    .flatMap((day) => holders.byBirth(day))
    .filter((one) => one.codes.some((code) => codes.has(code)))
    .map(({ id }) => id);
}

/** Of a common name the newest are looked at: alone it tells too little to look further. */
const MOST_BY_NAME = 40;
const MOST_BY_BIRTH = 400;
/** Sorts after every id. */
const ANY = 'g';

const idsOf = (rows: readonly { readonly party_id: string }[]): string[] => rows.map(({ party_id }) => party_id);

const bornOn = (db: ReadDb, day: string, before: string): BornThen[] =>
  db.all(statements.selectByBirth({ day, before, limit: MOST_BY_BIRTH })).map(({ party_id, display_name }) => ({
    id: party_id,
    codes: codesOfName(nameWords(display_name).words),
  }));

/** The base as it is now. */
export const holdersNow = (db: ReadDb): KeyHolders => ({
  byIdentifier: (scheme, normal) => idsOf(db.all(statements.selectByIdentifier({ scheme, normal, before: ANY }))),
  byContact: (kind, normal) => idsOf(db.all(statements.selectByContact({ kind, normal, before: ANY }))),
  byBirth: (day) => bornOn(db, day, ANY),
  bySound: (words) => idsOf(findBySound(db, words, { limit: MOST_BY_NAME })),
});

/** A moment of a base: the first id that was made, and the last document of its search index that was written, not after it. */
export interface Moment {
  readonly before: string;
  readonly document: number;
}

const REMEMBERED = 50_000;

/**
 * The base as it was, for many questions: what was answered once is remembered. A name of more than MOST_BY_NAME tells too little
 * where thousands are asked for, and has nobody.
 */
export function holdersThen(db: ReadDb, { before, document }: Moment): KeyHolders {
  const remembered = <T>(look: (key: string) => readonly T[]): ((key: string) => readonly T[]) => {
    const known = new Map<string, readonly T[]>();
    return (key) => {
      const answer = known.get(key);
      if (answer !== undefined) return answer;
      if (known.size >= REMEMBERED) known.clear();
      const found = look(key);
      known.set(key, found);
      return found;
    };
  };
  const identifiers = remembered((key) => {
    const [scheme = '', normal = ''] = JSON.parse(key) as string[];
    return idsOf(db.all(statements.selectByIdentifier({ scheme, normal, before })));
  });
  const contacts = {
    phone: remembered((normal) => idsOf(db.all(statements.selectByContact({ kind: 'phone', normal, before })))),
    email: remembered((normal) => idsOf(db.all(statements.selectByContact({ kind: 'email', normal, before })))),
  };
  const births = remembered((day) => bornOn(db, day, before));
  const sounds = remembered((key) => {
    const found = findBySound(db, JSON.parse(key) as SoundedWord[], {
      limit: MOST_BY_NAME + 1,
      upTo: document,
    });
    return found.length > MOST_BY_NAME ? [] : idsOf(found);
  });
  return {
    byIdentifier: (scheme, normal) => identifiers(JSON.stringify([scheme, normal])),
    byContact: (kind, normal) => contacts[kind](normal),
    byBirth: births,
    bySound: (words) => sounds(JSON.stringify(words.map(({ text, skeletons }) => ({ text, skeletons })))),
  };
}
