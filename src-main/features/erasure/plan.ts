// What erasing somebody would touch, what forbids it and what the law keeps: counted, not done.

import type { ErasurePlan, TouchedCount } from '@shared/features/erasure/erasure-operations';
import type { erasureModes } from '@shared/catalogue';
import type { ReadDb } from '../../db';
import { actorOf } from '../policy';
import { legalKeeps } from '../retention';
import { siteToday } from '../settings';
import { selectUsers, userRefs } from '../users';
import { copiesOf } from './copies';
import * as statements from './erasure.sql';
import { markOf } from './marked';
import { personOf, type Person } from './person';
import { residueOf } from './residue';
import { isKeptFact, placesOf } from './subject-map';

type Mode = (typeof erasureModes)[number];

/** What may be done with somebody now. */
export interface Verdict extends Pick<ErasurePlan, 'holds' | 'keeps' | 'mode'> {
  readonly person: Person;
}

export function verdictOn(db: ReadDb, partyId: string, now: number): Verdict | undefined {
  const person = personOf(db, partyId);
  if (person === undefined) return undefined;
  const users = userRefs(db);
  const holds = db
    .all(statements.selectMarksOn({ parties: JSON.stringify(person.parties), kind: 'hold' }))
    .map((row) => markOf(row, users));
  const keeps = [...legalKeeps(db, person.parties, siteToday(db, now))];
  const mode: Mode | null = holds.length > 0 ? null : keeps.length > 0 ? 'pseudonymise' : 'erase';
  return { person, holds, keeps, mode };
}

export function planOf(db: ReadDb, partyId: string, now: number): ErasurePlan | undefined {
  const verdict = verdictOn(db, partyId, now);
  if (verdict === undefined) return undefined;
  const { person, ...may } = verdict;
  return {
    partyId,
    records: person.parties.length,
    ...may,
    touched: touchedBy(db, person),
    activities: { alone: person.alone.length, shared: person.shared.length },
    copies: copiesOf(db, now),
    needsApproval: needsApproval(db, now),
  };
}

function touchedBy(db: ReadDb, person: Person): TouchedCount[] {
  const counts = new Map<string, number>();
  for (const to of ['activity', 'party'] as const) {
    const ids = JSON.stringify(to === 'party' ? person.parties : person.alone);
    for (const place of placesOf(to)) {
      // Where somebody took part with others is counted by itself.
      if (to === 'party' && isKeptFact(place.entity) && place.entity.key === 'activity_party') continue;
      const count = db.first(statements.countPointing(place, ids))?.count ?? 0;
      if (count > 0) counts.set(place.entity.key, (counts.get(place.entity.key) ?? 0) + count);
    }
  }
  const { changes, mentions, leftovers } = residueOf(db, person);
  const found = { history: changes.length, mentions: mentions.length, leftovers: leftovers.length };
  for (const [what, count] of Object.entries(found)) if (count > 0) counts.set(what, count);
  return [...counts].map(([what, count]) => ({ what, count }));
}

/** Where two people or more may erase, it takes two of them. */
export const needsApproval = (db: ReadDb, now: number): boolean =>
  db.all(selectUsers({})).filter(({ id }) => actorOf(db, id, now)?.can('privacy.erase') === true).length > 1;
