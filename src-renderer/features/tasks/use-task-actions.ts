// What can be done with a task, each said in one line with its way back.

import type { TaskCard } from '@shared/features/tasks/task';
import { addDays, type Civil } from '@shared/locale/civil';
import { useEngineCommand } from '../../api';
import { useFormat, useNow, useT } from '../../ui';
import { useDone } from '../operations';

export interface TaskActions {
  readonly pending: boolean;
  complete(task: TaskCard): Promise<boolean>;
  reopen(task: TaskCard): Promise<boolean>;
  /** Days from today; the time of the day stays. */
  putOff(task: TaskCard, days: number): Promise<boolean>;
  assign(task: TaskCard, owner: { readonly id: string; readonly name: string }): Promise<boolean>;
}

export function useTaskActions(): TaskActions {
  const t = useT();
  const format = useFormat();
  const done = useDone();
  const now = useNow();
  const complete = useEngineCommand('tasks.complete');
  const reopen = useEngineCommand('tasks.reopen');
  const reschedule = useEngineCommand('tasks.reschedule');
  const assign = useEngineCommand('tasks.assign');
  return {
    pending: complete.pending || reopen.pending || reschedule.pending || assign.pending,
    complete: async ({ id, title }) => {
      const result = await complete.run({ id });
      done(result, t(result.ok && result.value.next !== null ? 'tasks.doneAndNext' : 'tasks.done', { title }));
      return result.ok;
    },
    reopen: async ({ id, title }) => {
      const result = await reopen.run({ id });
      done(result, t('tasks.reopened', { title }));
      return result.ok;
    },
    putOff: async (task, days) => {
      const due = dueIn(task, addDays(format.civilOf(now), days));
      const result = await reschedule.run({ id: task.id, due });
      done(result, t('tasks.moved', { title: task.title, day: format.date(due.on) }));
      return result.ok;
    },
    assign: async ({ id, title }, owner) => {
      const result = await assign.run({ ids: [id], ownerId: owner.id });
      done(result, t('tasks.assigned', { title, name: owner.name }));
      return result.ok;
    },
  };
}

/** Another day, at the same time of the day. */
export const dueIn = ({ due }: Pick<TaskCard, 'due'>, on: Civil) => ({
  on,
  minutes: due?.minutes ?? null,
  ...(due === null ? {} : { zone: due.zone }),
});
