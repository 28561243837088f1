// Pages of the list of leads, by time or by score, and who has how many.

import { z } from 'zod';
import type { leadsContract } from '@shared/features/leads/leads.contract';
import { overdueSince } from '@shared/features/leads/response';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { Place, ReadDb } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { siteSettings } from '../settings';
import { userRefs } from '../users';
import { selectLeadCount, selectLeadPage, type LeadQuery } from './lead-list.sql';
import { leadRows, scoresOf } from './lead-view';
import { selectStanding } from './leads.sql';

type Ops = (typeof leadsContract)['operations'];

const COUNT_CAP = 1000;
/** A score is judged when it is asked for: so many are put in order by it. */
const RANKED_MOST = 2000;

export function listLeads(context: QueryContext, input: InputOf<Ops['list']>): Answer<Ops['list']> {
  const { db, clock } = context;
  const { filter, sort } = input;
  const overdueBefore = overdueSince(siteSettings(db), clock.now());
  const parties = filter.partyId === undefined ? null : memberIdsOf(db, rootIdOf(db, filter.partyId));
  const query = { filter, parties, overdueBefore };
  if (sort.by === 'score') return byScore(context, query, input);
  const after = input.after === undefined ? null : readCursor(TimePlace, input.after);
  if (after === undefined) return fail('leads.cursor-invalid');
  const timed = { ...query, sort: { by: sort.by, direction: sort.direction } };
  const rows = db.all(selectLeadPage(timed, { after, limit: input.limit + 1 }));
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const next = rows.length > input.limit && last !== undefined ? writeCursor([last.sort_value, last.id]) : null;
  return ok({ rows: leadRows(db, shown, clock.now()), next, count: countOf(db, timed, after), ranked: 'all' });
}

function byScore(
  { db, clock }: QueryContext,
  query: Omit<LeadQuery, 'sort'>,
  { sort, after: cursor, limit }: InputOf<Ops['list']>,
): Answer<Ops['list']> {
  const after = cursor === undefined ? null : readCursor(TimePlace, cursor);
  if (after === undefined) return fail('leads.cursor-invalid');
  const newest = { ...query, sort: { by: 'received', direction: 'descending' } } as const;
  const found = db.all(selectLeadPage(newest, { after: null, limit: RANKED_MOST + 1 }));
  const judged = found.slice(0, RANKED_MOST);
  const scores = scoresOf(db, judged, clock.now());
  const turn = sort.direction === 'ascending' ? 1 : -1;
  const placeOf = (row: (typeof judged)[number]): readonly [number, string] => [scores.get(row.id)!.value, row.id];
  const order = (one: Place, other: Place): number =>
    turn * (Number(one[0]) - Number(other[0]) || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0));
  const ranked = judged.toSorted((one, other) => order(placeOf(one), placeOf(other)));
  const rest = after === null ? ranked : ranked.filter((row) => order(placeOf(row), after) > 0);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    rows: leadRows(db, shown, clock.now()),
    next: rest.length > limit && last !== undefined ? writeCursor([...placeOf(last)]) : null,
    count: countOf(db, newest, after),
    ranked: found.length > RANKED_MOST ? 'newest' : 'all',
  });
}

/** Only the first page counts, and that up to a cap. */
function countOf(db: ReadDb, query: LeadQuery, after: Place | null) {
  if (after !== null) return { value: COUNT_CAP, capped: true };
  const found = db.first(selectLeadCount(query, COUNT_CAP + 1))?.count ?? 0;
  return { value: Math.min(found, COUNT_CAP), capped: found > COUNT_CAP };
}

const TimePlace = z.tuple([z.number(), z.string()]);

export function leadStanding({ db, clock }: QueryContext): Answer<Ops['standing']> {
  const users = userRefs(db);
  const site = siteSettings(db);
  const rows = db.all(selectStanding({ before: overdueSince(site, clock.now()) }));
  const sum = (of: 'open' | 'waiting' | 'overdue'): number => rows.reduce((all, row) => all + row[of], 0);
  return ok({
    open: sum('open'),
    waiting: sum('waiting'),
    overdue: sum('overdue'),
    owners: rows.map(({ owner_id, ...counts }) => ({ owner: users(owner_id), ...counts })),
    targetMinutes: site.leadResponseMinutes,
  });
}
