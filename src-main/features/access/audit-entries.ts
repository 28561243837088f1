// Both chains as one list, newest first, page by page: each page remembers how far it came in either.

import { z } from 'zod';
import type { AuditEntry, AuditFilter } from '@shared/features/access/access.contract';
import { declaredWord, purposeText } from '@shared/core/purpose';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { readCursor, writeCursor } from '../../core/cursor';
import type { ReadDb } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { selectParty } from '../parties';
import { userRefs } from '../users';
import * as statements from './access.sql';

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next: string | null;
}

type PageFailure = Failure<'access.cursor-invalid' | 'access.party-not-found'>;

const Place = z.tuple([z.number(), z.number()]);
const START: z.infer<typeof Place> = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
const NAMED = 3;
/** Of an operation with more changes, such as a batch of an import, the people are not counted. */
const MOST_COUNTED = 500;

export function auditPage(
  db: ReadDb,
  { after, limit, ...filter }: AuditFilter & { readonly after?: string | undefined; readonly limit: number },
): Result<AuditPage, PageFailure> {
  const place = after === undefined ? START : readCursor(Place, after);
  if (place === undefined) return fail('access.cursor-invalid');
  const person = filter.partyId === undefined ? null : personOf(db, filter.partyId);
  if (person === undefined) return fail('access.party-not-found', { id: filter.partyId });
  const asked = { filter, person, limit: limit + 1 };
  const { kinds, purpose } = filter;
  const done =
    purpose === undefined && (kinds === undefined || kinds.some((kind) => kind !== 'readings'))
      ? db.all(statements.selectDone({ ...asked, before: place[0] }))
      : [];
  const readings =
    kinds === undefined || kinds.includes('readings')
      ? db.all(statements.selectReadings({ ...asked, before: place[1] }))
      : [];
  return ok(merged(db, { done, readings, limit, place }));
}

/** undefined: nobody here. */
function personOf(db: ReadDb, id: string): { ids: string; since: number } | undefined {
  const party = db.first(selectParty({ id: rootIdOf(db, id) }));
  return party === undefined ? undefined : { ids: JSON.stringify(memberIdsOf(db, id)), since: party.created_at };
}

interface Found {
  readonly done: readonly statements.DoneRow[];
  readonly readings: readonly statements.ReadingRow[];
  readonly limit: number;
  readonly place: readonly [number, number];
}

function merged(db: ReadDb, { done, readings, limit, place }: Found): AuditPage {
  const users = userRefs(db);
  const nameOf = (userId: string | null, actor: string): string => users(userId)?.name ?? actor;
  const entries: AuditEntry[] = [];
  let [d, r] = [0, 0];
  while (entries.length < limit && (d < done.length || r < readings.length)) {
    const [operation, reading] = [done[d], readings[r]];
    if (reading === undefined || (operation !== undefined && operation.at >= reading.at)) {
      entries.push(ofDone(db, operation!, nameOf));
      d += 1;
    } else {
      entries.push(ofReading(db, reading, nameOf));
      r += 1;
    }
  }
  const isEnd = d === done.length && r === readings.length;
  const next = [done[d - 1]?.seq ?? place[0], readings[r - 1]?.seq ?? place[1]];
  return { entries, next: isEnd ? null : writeCursor(next) };
}

type NameOf = (userId: string | null, actor: string) => string;

function ofDone(db: ReadDb, row: statements.DoneRow, nameOf: NameOf): AuditEntry {
  const { seq, at, user_id, actor, command, changes, first_change: first, last_change: last, refused } = row;
  const range = first === null || last === null ? null : { first, last };
  const parties = range === null ? [] : db.all(statements.selectPeopleOfDone({ ...range, limit: NAMED }));
  const counted = range !== null && parties.length === NAMED && changes <= MOST_COUNTED;
  return {
    id: `o${seq}`,
    kind: statements.kindOf(row),
    at,
    userId: user_id,
    userName: nameOf(user_id, actor),
    what: command,
    way: null,
    fields: [],
    purpose: null,
    priority: false,
    people: counted ? (db.first(statements.countPeopleOfDone(range))?.count ?? 0) : parties.length,
    parties,
    changes,
    refused,
  };
}

const ofReading = (db: ReadDb, row: statements.ReadingRow, nameOf: NameOf): AuditEntry => ({
  id: `r${row.seq}`,
  kind: 'readings',
  at: row.at,
  userId: row.user_id,
  userName: nameOf(row.user_id, row.actor),
  what: row.operation,
  way: row.way,
  fields: z.array(z.string()).parse(JSON.parse(row.fields)),
  purpose: row.purpose === null ? null : purposeText(declaredWord(row.purpose), row.said ?? ''),
  priority: row.priority === 1,
  people: row.scope === 'everyone' ? null : row.people,
  parties: db.all(statements.selectPeopleOfReading({ seq: row.seq, limit: NAMED })),
  changes: 0,
  refused: null,
});
