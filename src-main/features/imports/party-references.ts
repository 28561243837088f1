// Finds the parties that rows of histories and relationships name: by key, identity number, phone or e-mail; by name alone as the last resort, and
// never one of several.

import { identifierSchemes, partyKinds } from '@shared/catalogue';
import { referenceWays, type PartyReference, type ReferenceWay } from '@shared/features/imports/mapping';
import { normalContactPoint } from '@shared/features/parties/contact-point';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { normaliseEmail } from '@shared/text/email';
import { normalisePhone } from '@shared/text/phone';
import { sortKey } from '@shared/text/sort-key';
import type { ReadDb } from '../../db';
import { rootIdOf } from '../clusters';
import { partyByKey } from '../parties';
import { selectPartiesByName, selectPartiesByNumber, selectPartiesByPoint } from './imports.sql';

export type Found = { readonly id: string } | 'not-found' | 'ambiguous';
export interface PartyReferences {
  find(reference: Pick<PartyReference, 'way' | 'text'>): Found;
}

const REMEMBERED = 20_000;

/** Answers are remembered for the length of an import: a history names the same few people over and over. */
export function createPartyReferences(db: ReadDb, country: string): PartyReferences {
  const known = new Map<string, Found>();
  return {
    find({ way, text }) {
      const key = `${way} ${text}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      if (known.size >= REMEMBERED) known.clear();
      const found = look(db, { way, text, country });
      known.set(key, found);
      return found;
    },
  };
}

interface Question {
  readonly way: ReferenceWay;
  readonly text: string;
  readonly country: string;
}

function look(db: ReadDb, { way, text, country }: Question): Found {
  if (way === 'key') {
    const id = partyByKey(db, text);
    return only(db, id === undefined ? [] : [{ id }]);
  }
  if (way === 'number') return byNumber(db, text);
  const address = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
  if (way === 'email' || (way === 'name' && normaliseEmail(text).valid)) {
    const byAddress = byPoint(db, normalContactPoint('email', address, country).normal);
    return byAddress === 'not-found' && address !== text ? byName(db, text.slice(0, text.lastIndexOf('<'))) : byAddress;
  }
  if (way === 'phone' || isPhone(text, country)) return byPoint(db, normalContactPoint('phone', text, country).normal);
  return byName(db, text);
}

/** Chats name unsaved people by their number. */
const isPhone = (text: string, country: string): boolean => !/\p{L}/u.test(text) && normalisePhone(text, country).valid;

/** An identity number, of whichever kind: a file seldom says. */
function byNumber(db: ReadDb, text: string): Found {
  const checked = identifierSchemes.map((scheme) => checkIdentifier(scheme, text));
  const normals = checked.filter(({ verdict }) => verdict !== 'invalid').map(({ normalised }) => normalised);
  const told = [...new Set(normals)].filter((normal) => normal !== '');
  return only(db, db.all(selectPartiesByNumber({ normals: JSON.stringify(told) })));
}

function byPoint(db: ReadDb, normal: string): Found {
  return normal === '' ? 'not-found' : only(db, db.all(selectPartiesByPoint({ normal })));
}

function byName(db: ReadDb, text: string): Found {
  const key = sortKey(text.trim(), 'en');
  if (key === '') return 'not-found';
  return only(
    db,
    partyKinds.flatMap((kind) => db.all(selectPartiesByName({ kind, key }))),
  );
}

/** Several records of one party are that party: whoever stands for them is meant. */
function only(db: ReadDb, rows: readonly { id: string }[]): Found {
  const roots = new Set(rows.map(({ id }) => rootIdOf(db, id)));
  const [id] = roots;
  return id === undefined ? 'not-found' : roots.size > 1 ? 'ambiguous' : { id };
}

export type Resolution =
  | { readonly ok: true; readonly parties: ReadonlyMap<string, readonly string[]> }
  | {
      readonly ok: false;
      readonly code: 'party-not-found' | 'party-ambiguous';
      readonly reference: PartyReference;
    };

/**
 * Parties by part. Several ways of naming one part are tried from the surest on; of several values of one way each is looked for.
 * A part that was named and not found refuses the row when it is `required`, or when nobody else was found.
 */
export function resolve(
  references: readonly PartyReference[],
  find: PartyReferences,
  required: (part: string) => boolean,
): Resolution {
  const parties = new Map<string, string[]>();
  const missing: { code: 'party-not-found' | 'party-ambiguous'; reference: PartyReference }[] = [];
  for (const part of new Set(references.map((reference) => reference.part))) {
    const found = findPart(
      references.filter((reference) => reference.part === part),
      find,
    );
    if (found.ids.length > 0) parties.set(part, found.ids);
    else missing.push({ code: found.ambiguous ? 'party-ambiguous' : 'party-not-found', reference: found.last });
  }
  const refused =
    missing.find(({ reference }) => required(reference.part)) ?? (parties.size === 0 ? missing[0] : undefined);
  return refused ? { ok: false, ...refused } : { ok: true, parties };
}

function findPart(references: readonly PartyReference[], find: PartyReferences) {
  let ambiguous = false;
  for (const way of referenceWays) {
    const ids: string[] = [];
    for (const reference of references) {
      if (reference.way !== way) continue;
      const found = find.find(reference);
      if (found === 'ambiguous') ambiguous = true;
      else if (found !== 'not-found' && !ids.includes(found.id)) ids.push(found.id);
    }
    if (ids.length > 0) return { ids, ambiguous, last: references[0]! };
  }
  return { ids: [], ambiguous, last: references.at(-1)! };
}
