// The rules of promises: given to somebody by a time, kept, broken with a reason, released, or moved to another day that was agreed on.

import { GRACE_HOURS, type promisesContract, type Standing } from '@shared/features/promises/promises.contract';
import { TaskDraft } from '@shared/features/tasks/task';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { addEvent, dayOf, listTasks, makeTask, selectTask } from '../tasks';
import { selectWordCounts, type WordCount } from './promises.sql';

type Ops = (typeof promisesContract)['operations'];

const HOUR = 3_600_000;
const eventOf = { kept: 'done', broken: 'broken', released: 'dropped' } as const;

export const createPromisesService = (): Handlers<typeof promisesContract> => ({
  create: (context, { word, ...draft }) => makeTask(context, { ...TaskDraft.parse(draft), word }),
  resolve,
  renegotiate(context, { id, due, reason }) {
    const promise = promiseOf(context.db, id);
    if (promise === undefined) return fail('promises.not-found', { id });
    if (promise.state !== 'open') return fail('tasks.not-open', { state: promise.state });
    const day = dayOf(context.db, due);
    if (!day.ok) return day;
    addEvent(context, promise, { kind: 'moved', reason, ...day.value });
    return ok({ id });
  },
  list: (context, { filter, ...page }) =>
    listTasks(context, { ...page, filter: { ...filter, word: filter.word ?? 'any' } }),
  standing({ db, clock }, { partyId }) {
    const parties = JSON.stringify(memberIdsOf(db, rootIdOf(db, partyId)));
    const counts = db.all(selectWordCounts({ parties, before: clock.now() - GRACE_HOURS * HOUR }));
    return ok({ ours: standingOf(counts, 'ours'), theirs: standingOf(counts, 'theirs') });
  },
});

function resolve(
  context: CommandContext,
  { id, outcome, at, reason }: InputOf<Ops['resolve']>,
): Answer<Ops['resolve']> {
  const promise = promiseOf(context.db, id);
  if (promise === undefined) return fail('promises.not-found', { id });
  if (promise.state !== 'open') return fail('tasks.not-open', { state: promise.state });
  if (at !== undefined && at > context.at) return fail('tasks.in-the-future');
  if (at !== undefined && at < promise.state_at) return fail('tasks.before-its-time', { since: promise.state_at });
  if (outcome !== 'kept' && (reason ?? '') === '') return fail('promises.reason-needed');
  addEvent(context, promise, { kind: eventOf[outcome], at, reason });
  return ok({ id });
}

function standingOf(counts: readonly WordCount[], word: WordCount['word']): Standing {
  const of = (state: WordCount['state']): WordCount | undefined =>
    counts.find((one) => one.word === word && one.state === state);
  const [open, late] = [of('open')?.count ?? 0, of('open')?.late ?? 0];
  return { kept: of('done')?.count ?? 0, broken: of('broken')?.count ?? 0, late, open: open - late };
}

function promiseOf(db: ReadDb, id: string): Tables['task'] | undefined {
  const task = db.first(selectTask({ id }));
  return task?.word === null ? undefined : task;
}
