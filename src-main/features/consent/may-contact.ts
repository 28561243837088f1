// May we contact somebody for a purpose by a channel? What was said, what is marked "do not use" and the list of those whom nobody
// contacts again meet here, and nowhere else.

import {
  holdingSaying,
  judgeContact,
  pointsOfChannel,
  type ContactChannel,
  type ContactVerdict,
  type Reachable,
  type Saying,
} from '@shared/features/consent/consent';
import { restrictedPoints } from '@shared/features/parties/cluster';
import type { Purpose } from '@shared/features/privacy/purpose';
import type { ReadDb } from '../../db';
import { suppressedPointsOf } from '../privacy';
import * as statements from './consent.sql';
import { sayingsOf, type Person } from './person';

export interface ContactQuestion {
  readonly purpose: Purpose;
  readonly channel: ContactChannel;
  readonly brand: string | null;
  /** The civil date of the site. */
  readonly today: string;
}

export function mayContact(
  db: ReadDb,
  person: Person,
  { purpose, channel, brand, today }: ContactQuestion,
): ContactVerdict & { readonly saying: Saying | null } {
  const asked = { purposeId: purpose.id, channel, brand };
  const saying = holdingSaying(sayingsOf(db, person), asked, person.joinedAt);
  const dead = db.first(statements.selectAnyDead(person.records)) !== undefined;
  const marks = new Set(db.all(statements.selectStandingMarks(person.records)).map(({ kind }) => kind));
  const marked = { restricted: marks.has('restriction'), objects: marks.has('objection') };
  const points = pointsFor(db, person, { channel, today });
  return { ...judgeContact({ dead, ...marked, purpose, saying, points }), saying };
}

function pointsFor(
  db: ReadDb,
  { records }: Person,
  { channel, today }: Pick<ContactQuestion, 'channel' | 'today'>,
): readonly Reachable[] | null {
  const kinds = pointsOfChannel[channel];
  if (kinds === null) return null;
  const isOver = (toOn: string | null): boolean => toOn !== null && toOn < today;
  if (channel === 'letter')
    return db
      .all(statements.selectAddresses(records))
      .map(({ id, to_on }) => ({ id, doNotUse: isOver(to_on), suppressed: false }));
  const all = db.all(statements.selectPoints(records)).map((point) => ({ ...point, doNotUse: point.do_not_use === 1 }));
  const isRestricted = restrictedPoints(all);
  const suppressed = suppressedPointsOf(db, records);
  return all
    .filter(({ kind }) => kinds.includes(kind))
    .map((point) => ({
      id: point.id,
      doNotUse: isRestricted(point) || isOver(point.to_on),
      suppressed: suppressed.has(point.id),
    }));
}
