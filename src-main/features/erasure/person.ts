// Who is to be erased: every record that is the person, what they did alone and with others, and the texts that only they bear.

import type { ReadDb } from '../../db';
import { memberIdsOf } from '../clusters';
import { selectParty } from '../parties';
import * as statements from './erasure.sql';

export interface Person {
  readonly parties: readonly string[];
  /** Activities in which nobody else took part, those that are there no more among them. */
  readonly alone: readonly string[];
  readonly shared: readonly string[];
}

/** Undefined when there is no such party. */
export function personOf(db: ReadDb, partyId: string): Person | undefined {
  if (db.first(selectParty({ id: partyId })) === undefined) return undefined;
  return personWith(db, memberIdsOf(db, partyId));
}

/** `activities`: such as were theirs alone when they were erased. */
export function personWith(db: ReadDb, parties: readonly string[], activities: readonly string[] = []): Person {
  const ids = JSON.stringify(parties);
  const all = db.all(statements.selectActivitiesOf({ parties: ids }));
  const known = new Set(activities);
  const gone = db.all(statements.selectGoneActivities({ parties: ids })).map(({ id }) => id);
  const alone = all.filter(({ id, shared }) => shared === 0 || known.has(id)).map(({ id }) => id);
  return {
    parties,
    alone: [...new Set([...alone, ...gone, ...activities])],
    shared: all.filter(({ id, shared }) => shared === 1 && !known.has(id)).map(({ id }) => id),
  };
}

/** By field: the least length at which a text says who it is, and whether it must be of two words. */
const telling: Readonly<Record<string, { readonly least: number; readonly words?: number }>> = {
  'party_name.text': { least: 7, words: 2 },
  'contact_point.value': { least: 6 },
  'contact_point.normal': { least: 6 },
  'identifier.value': { least: 5 },
  'identifier.normal': { least: 5 },
  'address.lines': { least: 10, words: 2 },
  'party.external_key': { least: 6 },
  'attachment.name': { least: 10 },
};

/** What they are called and reached by, now and in the past; nothing that another person bears as well. Longest first. */
export function textsOf(db: ReadDb, { parties, alone }: Person): readonly string[] {
  const texts = new Set<string>();
  const take = (entity: string, row: Readonly<Record<string, unknown>>): void => {
    for (const [field, text] of Object.entries(row)) {
      const rule = telling[`${entity}.${field}`];
      if (rule === undefined || typeof text !== 'string' || text.trim().length < rule.least) continue;
      if ((rule.words ?? 1) <= text.trim().split(/\s+/).length) texts.add(text.trim());
    }
  };
  const changes = db.all(
    statements.selectOwnChanges({ parties: JSON.stringify(parties), activities: JSON.stringify(alone), after: 0 }),
  );
  for (const { entity, old, new: now } of changes)
    for (const side of [old, now]) if (side !== null) take(entity, JSON.parse(side) as Record<string, unknown>);
  for (const { entity, rows } of currentParticulars(db, parties)) for (const row of rows) take(entity, row);
  const ids = JSON.stringify(parties);
  return [...texts]
    .filter((text) => db.first(statements.selectOtherBearer({ text, parties: ids })) === undefined)
    .toSorted((a, b) => b.length - a.length);
}

function currentParticulars(db: ReadDb, parties: readonly string[]) {
  return (['party', 'party_name', 'contact_point', 'identifier', 'address', 'attachment'] as const).map((entity) => ({
    entity,
    rows: parties.flatMap((party) => db.all(statements.selectRowsOf(entity, party))),
  }));
}
