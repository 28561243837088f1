// Pages of the list of tasks, and somebody's day: the first pages of its parts.

import { z } from 'zod';
import type { TaskFilter } from '@shared/features/tasks/task';
import type { tasksContract } from '@shared/features/tasks/tasks.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { instantInZone } from '@shared/locale/zoned-time';
import type { QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { ReadDb } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { siteSettings, siteToday } from '../settings';
import { selectTaskCount, selectTaskPage, type TaskQuery, type TaskRow } from './task-list.sql';
import { taskCards } from './task-view';

type Ops = (typeof tasksContract)['operations'];

const COUNT_CAP = 1000;
const DAY_MINUTES = 24 * 60;

export function listTasks({ db, clock }: QueryContext, input: InputOf<Ops['list']>): Answer<Ops['list']> {
  const after = input.after === undefined ? null : readCursor(ListPlace, input.after);
  if (after === undefined) return fail('tasks.cursor-invalid');
  const now = clock.now();
  const query = { ...queryOf(db, input.filter, now), order: input.order };
  const rows = db.all(selectTaskPage(query, { after, limit: input.limit + 1 }));
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    rows: taskCards(db, shown, now),
    next: rows.length > input.limit && last !== undefined ? placeOf(last, input.order) : null,
    count: after === null ? countOf(db, query) : { value: COUNT_CAP, capped: true },
  });
}

export function taskDay(
  { db, clock, actor }: QueryContext,
  { ownerId = actor.userId ?? '', limit }: InputOf<Ops['day']>,
): Answer<Ops['day']> {
  const now = clock.now();
  const part = (filter: TaskFilter) => {
    const query: TaskQuery = { ...queryOf(db, { ...filter, ownerId }, now), order: 'due' };
    return {
      rows: taskCards(db, db.all(selectTaskPage(query, { after: null, limit })), now),
      count: countOf(db, query),
    };
  };
  const done: TaskQuery = { states: ['done', 'broken'], order: 'ended', ownerId, since: today(db, now).begins };
  return ok({
    overdue: part({ time: 'overdue' }),
    today: part({ time: 'today' }),
    next: part({ time: 'next' }),
    someday: part({ time: 'someday' }),
    done: { rows: taskCards(db, db.all(selectTaskPage(done, { after: null, limit })), now), count: countOf(db, done) },
  });
}

function queryOf(db: ReadDb, filter: TaskFilter, now: number): Omit<TaskQuery, 'order'> {
  const { states = ['open'], ownerId, dealId, word, partyId } = filter;
  const parties = partyId === undefined ? undefined : memberIdsOf(db, rootIdOf(db, partyId));
  const spans = [spanOf(db, filter.time, now), daysOf(db, filter)];
  const from = spans.flatMap((span) => span.dueFrom ?? []);
  const to = spans.flatMap((span) => span.dueTo ?? []);
  return {
    states,
    ownerId,
    dealId,
    word,
    parties,
    dueFrom: from.length === 0 ? undefined : Math.max(...from),
    dueTo: to.length === 0 ? undefined : Math.min(...to),
    dayless: filter.time === 'someday',
  };
}

type Span = Pick<TaskQuery, 'dueFrom' | 'dueTo'>;

function spanOf(db: ReadDb, time: TaskFilter['time'], now: number): Span {
  switch (time) {
    case 'overdue':
      return { dueTo: now - 1 };
    case 'today':
      return { dueFrom: now, dueTo: today(db, now).ends };
    case 'next':
      return { dueFrom: today(db, now).ends + 1 };
    default:
      return {};
  }
}

function daysOf(db: ReadDb, { from, to }: TaskFilter): Span {
  const { timeZone } = siteSettings(db);
  return {
    dueFrom: from === undefined ? undefined : instantInZone(from, 0, timeZone),
    dueTo: to === undefined ? undefined : instantInZone(to, DAY_MINUTES, timeZone) - 1,
  };
}

/** The first and last millisecond of today on the office's wall. */
function today(db: ReadDb, now: number): { readonly begins: number; readonly ends: number } {
  const day = siteToday(db, now);
  const { timeZone } = siteSettings(db);
  return { begins: instantInZone(day, 0, timeZone), ends: instantInZone(day, DAY_MINUTES, timeZone) - 1 };
}

/** Only the first page counts, and that up to a cap. */
function countOf(db: ReadDb, query: TaskQuery) {
  const found = db.first(selectTaskCount(query, COUNT_CAP + 1))?.count ?? 0;
  return { value: Math.min(found, COUNT_CAP), capped: found > COUNT_CAP };
}

const placeOf = (row: TaskRow, order: TaskQuery['order']): string =>
  writeCursor([order === 'due' ? row.due_at : row.state_at, row.id]);
const ListPlace = z.tuple([z.union([z.number(), z.null()]), z.string()]);
