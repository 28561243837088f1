// Stores the tasks and promises of the sample office, with what became of each.

import { lateAfter } from '@shared/features/tasks/due';
import { nextAfter } from '@shared/features/tasks/repeat';
import { addDays } from '@shared/locale/civil';
import type { ActionContext } from '../../core/context';
import type { Tables } from '../../db';
import type { SampleTask } from '../sample';
import { siteSettings } from '../settings';
import { insertTask, insertTaskEvent } from '../tasks';
import { inBatches } from './generate';

interface Known {
  party(key: string): string;
  user(key: string): string;
}

export const storeTasks = (
  filling: { readonly context: ActionContext; readonly groupId: string },
  tasks: readonly SampleTask[],
  known: Known,
): Promise<void> =>
  inBatches(filling, tasks, ({ db }, task) => {
    const { ids, actor } = filling.context;
    const owner_id = task.ownerKey === null ? (actor.userId ?? '') : known.user(task.ownerKey);
    const day = dayOf(task, siteSettings(db).timeZone);
    const row: Tables['task'] = {
      id: ids(),
      title: task.title,
      kind: task.kind,
      priority: task.priority,
      party_id: task.partyKey === null ? null : known.party(task.partyKey),
      deal_id: null,
      owner_id,
      word: task.word,
      note: null,
      repeat: task.repeat === null ? null : JSON.stringify(task.repeat),
      series_id: null,
      external_key: null,
      created_at: task.madeAt,
      created_by: owner_id,
      state: task.ended?.kind ?? 'open',
      state_at: task.ended?.at ?? task.madeAt,
      ...day,
      due_at: day.due_on === null ? null : lateAfter(day.due_on, day.due_minutes, day.due_zone ?? 'UTC'),
    };
    db.run(insertTask(row));
    const event = { task_id: row.id, party_id: row.party_id, by_id: owner_id };
    const earlier = task.moved === null || day.due_on === null ? day : { ...day, due_on: addDays(day.due_on, -2) };
    db.run(insertTaskEvent({ ...event, id: ids(), kind: 'made', at: task.madeAt, reason: null, ...earlier }));
    if (task.moved !== null) db.run(insertTaskEvent({ ...event, id: ids(), kind: 'moved', ...task.moved, ...day }));
    if (task.ended !== null) db.run(insertTaskEvent({ ...event, id: ids(), ...task.ended, reason: null, ...noDay }));
  });

type Day = Pick<Tables['task'], 'due_on' | 'due_minutes' | 'due_zone'>;
const noDay: Day = { due_on: null, due_minutes: null, due_zone: null };

function dayOf({ due, repeat }: SampleTask, zone: string): Day {
  const on = repeat === null ? (due?.on ?? null) : nextAfter(repeat, addDays(due?.on ?? repeat.from, -1));
  return on === null ? noDay : { due_on: on, due_minutes: due?.minutes ?? null, due_zone: zone };
}
