// The rules of tasks: done, dropped and taken up again, put off and handed on; of those that repeat the next follows the last.

import type { tasksContract } from '@shared/features/tasks/tasks.contract';
import type { TaskChange } from '@shared/features/tasks/task';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { selectUserExists } from '../users';
import { aboutOf, addEvent, dayOf, makeNext, makeTask, repeatedDay, text } from './make-task';
import { listTasks, taskDay } from './task-list';
import { taskView } from './task-view';
import * as statements from './tasks.sql';

type Ops = (typeof tasksContract)['operations'];
type Row = Tables['task'];

export const createTasksService = (): Handlers<typeof tasksContract> => ({
  create: makeTask,
  update,
  complete,
  drop(context, { id, reason, othersStay }) {
    const task = taskOf(context.db, id);
    if (task === undefined) return fail('tasks.not-found', { id });
    if (task.state !== 'open') return fail('tasks.not-open', { state: task.state });
    addEvent(context, task, { kind: 'dropped', reason });
    return ok({ id, next: othersStay ? makeNext(context, task) : null });
  },
  reopen(context, { id, reason }) {
    const task = taskOf(context.db, id);
    if (task === undefined) return fail('tasks.not-found', { id });
    if (task.state === 'open') return fail('tasks.open-already');
    addEvent(context, task, { kind: 'reopened', reason });
    return ok({ id });
  },
  reschedule,
  assign({ db }, { ids, ownerId }) {
    if (db.first(selectUserExists({ id: ownerId })) === undefined) return fail('tasks.owner-unknown', { ownerId });
    const missing = ids.find((id) => taskOf(db, id) === undefined);
    if (missing !== undefined) return fail('tasks.not-found', { id: missing });
    for (const id of ids) db.run(statements.updateTask(id, { owner_id: ownerId }));
    return ok({ assigned: ids.length });
  },
  get({ db, clock }, { id }) {
    const task = taskOf(db, id);
    return task === undefined ? fail('tasks.not-found', { id }) : ok(taskView(db, task, clock.now()));
  },
  list: listTasks,
  day: taskDay,
});

function complete(context: CommandContext, { id, at, note }: InputOf<Ops['complete']>): Answer<Ops['complete']> {
  const task = taskOf(context.db, id);
  if (task === undefined) return fail('tasks.not-found', { id });
  if (task.state !== 'open') return fail('tasks.not-open', { state: task.state });
  if (at !== undefined && at > context.at) return fail('tasks.in-the-future');
  if (at !== undefined && at < task.state_at) return fail('tasks.before-its-time', { since: task.state_at });
  addEvent(context, task, { kind: 'done', reason: note, at });
  return ok({ id, next: makeNext(context, task) });
}

function reschedule(
  context: CommandContext,
  { id, due, reason }: InputOf<Ops['reschedule']>,
): Answer<Ops['reschedule']> {
  const task = taskOf(context.db, id);
  if (task === undefined) return fail('tasks.not-found', { id });
  if (task.state !== 'open') return fail('tasks.not-open', { state: task.state });
  if (due === null && task.repeat !== null) return fail('tasks.repeats-from-a-day');
  const day = dayOf(context.db, due);
  if (!day.ok) return day;
  addEvent(context, task, { kind: 'moved', reason, ...day.value });
  return ok({ id });
}

function update(context: CommandContext, { id, set }: InputOf<Ops['update']>): Answer<Ops['update']> {
  const { db } = context;
  const task = taskOf(db, id);
  if (task === undefined) return fail('tasks.not-found', { id });
  const about = aboutOf(db, set);
  if (!about.ok) return about;
  const columns = { ...columnsOf(set), ...aboutColumns(about.value) };
  if (set.repeat && task.due_on === null) {
    const day = repeatedDay(db, task, set.repeat);
    if (day === null) return fail('tasks.repeat-never');
    const { due_on, due_minutes, due_zone } = day;
    addEvent(context, task, { kind: 'moved', due_on, due_minutes, due_zone });
  }
  if (Object.keys(columns).length > 0) db.run(statements.updateTask(id, columns));
  return ok({ id });
}

function columnsOf(set: TaskChange): Partial<Row> {
  const columns: Partial<Row> = {};
  if (set.title !== undefined) columns.title = cleanLine(set.title);
  if (set.kind !== undefined) columns.kind = set.kind;
  if (set.priority !== undefined) columns.priority = set.priority;
  if (set.note !== undefined) columns.note = text(set.note);
  if (set.repeat !== undefined) columns.repeat = set.repeat === null ? null : JSON.stringify(set.repeat);
  return columns;
}

function aboutColumns(about: {
  readonly partyId: string | null | undefined;
  readonly dealId: string | null | undefined;
}): Partial<Row> {
  return {
    ...(about.partyId === undefined ? {} : { party_id: about.partyId }),
    ...(about.dealId === undefined ? {} : { deal_id: about.dealId }),
  };
}

const taskOf = (db: ReadDb, id: string): Row | undefined => db.first(statements.selectTask({ id }));
