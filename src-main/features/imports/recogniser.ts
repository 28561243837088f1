// Recognises the parties of rows one after the other: by key first, then by the judge of duplicates among those of the base as it was
// when the import began and those of the rows before. Nothing that the import writes meanwhile has a part in it, so that a trial, an
// import and its going on after a crash say the same.

import { identityOf, type Identity } from '@shared/features/duplicates/identity';
import { isPersonalEmail } from '@shared/features/duplicates/key-evidence';
import type { ReasonCode } from '@shared/features/duplicates/reasons';
import type { ReadDb } from '../../db';
import { peopleThen, textsOf } from '../duplicates';
import { partyOfOwnId } from '../parties';
import { Crowd } from './crowd';
import { selectPartyByKeyBefore } from './imports.sql';
import type { PartyToStore } from './party-to-store';
import type { Likeness, Recognising, Recognition, Told } from './recognition';
import { rowIds } from './row-ids';

export type RowOfParty = PartyToStore & { readonly row: number };

export interface Recogniser {
  recognise(rows: readonly RowOfParty[]): readonly Recognition[];
  /** Takes in rows that the import had recognised before it was interrupted. */
  remember(rows: readonly RowOfParty[], told: Told): void;
}

export const createRecogniser = (db: ReadDb, plan: Recognising): Recogniser =>
  plan.duplicates === 'create' ? byKeyAlone(db, plan) : byLikeness(db, plan);

function byKeyAlone(db: ReadDb, plan: Recognising): Recogniser {
  const idOf = rowIds(plan.importId);
  const keys = keysOf(db, plan);
  const recognise = ({ row, party: { draft } }: RowOfParty): Recognition => {
    const [id, known] = [idOf(row), keys.holder(draft.externalKey)];
    if (known !== undefined) return { is: 'known', id: known, own: id, like: [] };
    keys.give(draft.externalKey, id);
    return { is: 'new', id, like: [] };
  };
  return { recognise: (rows) => rows.map(recognise), remember: (rows) => rows.forEach(recognise) };
}

function byLikeness(db: ReadDb, plan: Recognising): Recogniser {
  const { importId, people, names, document, sensitive } = plan;
  const idOf = rowIds(importId);
  const keys = keysOf(db, plan);
  const crowd = new Crowd(peopleThen({ db, sensitive, people, names, moment: { before: importId, document } }));
  /** `told`: whom the row was taken for before, or its own new party; undefined to judge now. */
  const each = (rows: readonly RowOfParty[], told: (row: number) => string | undefined): Recognition[] => {
    const identities = rows.map((row) => identityOfRow(row, sensitive));
    crowd.lookUp(told === nobody ? identities : []);
    return rows.map(({ row, party: { draft } }, index) => {
      const identity = identities[index]!;
      const byKey = keys.holder(draft.externalKey);
      if (byKey !== undefined) {
        crowd.join(identity, byKey);
        return { is: 'known', id: byKey, own: idOf(row), like: [] };
      }
      const before = told(row);
      const recognition = before === undefined ? decided(plan, idOf(row), crowd.like(identity)) : as(before, idOf(row));
      const owner = recognition.is === 'left-out' ? recognition.like[0]!.partyId : recognition.id;
      crowd.join(identity, owner);
      const takesKey = recognition.is === 'known' && plan.mayChange && !crowd.hadKey(owner) && !keys.gave(owner);
      if (recognition.is === 'new' || takesKey) keys.give(draft.externalKey, owner);
      return recognition;
    });
  };
  return {
    recognise: (rows) => each(rows, nobody),
    remember: (rows, told) => void each(rows, (row) => told[row] ?? idOf(row)),
  };
}

const nobody = (): undefined => undefined;

const as = (before: string, own: string): Recognition =>
  before === own ? { is: 'new', id: own, like: [] } : { is: 'known', id: before, own, like: [] };

/** What is not certain enough to act on by itself is stored, and waits in the queue. */
function decided({ duplicates }: Recognising, id: string, like: readonly Likeness[]): Recognition {
  const [first] = like;
  if (first === undefined || duplicates === 'review' || !isStrong(first)) return { is: 'new', id, like };
  return duplicates === 'skip' ? { is: 'left-out', like } : { is: 'known', id: first.partyId, own: id, like };
}

const keyReasons: ReadonlySet<ReasonCode> = new Set([
  'identifier-same',
  'email-same',
  'phone-same',
  'birth-same',
] satisfies ReasonCode[]);

/** Likely, and not by the name alone: in a small office any two of one name are likely one person, and may be two. */
const isStrong = ({ band, reasons }: Likeness): boolean =>
  band === 'likely' && reasons.some(({ code, speaks }) => speaks === 'for' && keyReasons.has(code));

function identityOfRow({ party: { draft, points, identifiers } }: RowOfParty, sensitive: boolean): Identity {
  const ofKind = (wanted: string): string[] =>
    points.filter((normal, index) => normal !== '' && draft.contactPoints[index]!.kind === wanted);
  return identityOf({
    kind: draft.kind,
    gender: draft.gender,
    names: draft.names.flatMap(textsOf),
    birthOn: draft.birth?.on,
    phones: ofKind('phone'),
    emails: ofKind('email').filter(isPersonalEmail),
    identifiers: sensitive
      ? draft.identifiers.map(({ scheme }, index) => ({ scheme, normal: identifiers[index] ?? '' }))
      : [],
  });
}

/** Keys of the base as it was, and those that rows gave. */
function keysOf(db: ReadDb, { importId }: Recognising) {
  const given = new Map<string, string>();
  const holders = new Set<string>();
  return {
    holder(key: string | null | undefined): string | undefined {
      if (!key) return undefined;
      const named = db.first(selectPartyByKeyBefore({ key, before: importId }))?.id;
      // What we wrote ourselves names a party without a key by its id.
      return named ?? (key < importId ? partyOfOwnId(db, key) : undefined) ?? given.get(key);
    },
    give(key: string | null | undefined, id: string): void {
      if (!key || given.has(key)) return;
      given.set(key, id);
      holders.add(id);
    },
    gave: (id: string): boolean => holders.has(id),
  };
}
