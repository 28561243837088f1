// Somebody's day in its parts. By keyboard: arrows go from task to task, the space bar does one, T and W put one off, Enter opens it.

import type { TaskCard } from '@shared/features/tasks/task';
import type { taskTimes } from '@shared/features/tasks/task';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '../../api';
import type { OutputAt } from '../../api';
import { Panel, useFormat, useT } from '../../ui';
import { TaskLine } from './TaskLine';
import styles from './tasks.module.css';
import { useTaskActions } from './use-task-actions';
import type { Ending } from './use-task-dialogs';

type Part = (typeof taskTimes)[number] | 'done';
const parts: readonly Part[] = ['overdue', 'today', 'next', 'someday', 'done'];
const WEEK = 7;

export interface DayListProps {
  readonly day: OutputAt<'tasks.day'>;
  readonly onOpen: (task: TaskCard) => void;
  readonly onEnd: (what: Ending, task: TaskCard) => void;
}

export function DayList({ day, ...opening }: DayListProps): ReactNode {
  const t = useT();
  const actions = useTaskActions();
  const mayWrite = useMay()('tasks.write');
  const order = parts.flatMap((part) => day[part].rows);
  const place = useRoving(order.map(({ id }) => id));
  const press = (event: KeyboardEvent, task: TaskCard): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (place.press(event.key)) return event.preventDefault();
    const act = mayWrite && task.state === 'open' ? keyActions[event.code] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    place.stay(task.id);
    void act(actions, task);
  };
  return (
    <>
      <p id="task-keys" className="dw-said">
        {t('tasks.keys')}
      </p>
      {parts.map((part) => (
        <DayPart key={part} part={part} of={day[part]}>
          {(task) => (
            <TaskLine
              key={task.id}
              task={task}
              actions={actions}
              {...opening}
              tabbable={place.active === task.id}
              titleRef={place.refOf(task.id)}
              onFocus={() => place.enter(task.id)}
              onKeyDown={(event) => press(event, task)}
            />
          )}
        </DayPart>
      ))}
    </>
  );
}

type Act = (actions: ReturnType<typeof useTaskActions>, task: TaskCard) => Promise<boolean>;
const keyActions: Readonly<Record<string, Act>> = {
  Space: (actions, task) => actions.complete(task),
  KeyT: (actions, task) => actions.putOff(task, 1),
  KeyW: (actions, task) => actions.putOff(task, WEEK),
};

interface DayPartProps {
  readonly part: Part;
  readonly of: OutputAt<'tasks.day'>[Part];
  readonly children: (task: TaskCard) => ReactNode;
}

function DayPart({ part, of, children }: DayPartProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { value, capped } = of.count;
  if (value === 0 && part !== 'today') return null;
  const count = (
    <span className={styles.count} data-late={part === 'overdue' || undefined}>
      {format.number(value)}
      {capped && '+'}
    </span>
  );
  return (
    <Panel title={t(`tasks.part.${part}`)} action={count} flush>
      {of.rows.length === 0 ? (
        <p className={styles.none}>{t('tasks.noneToday')}</p>
      ) : (
        <ul className={styles.lines} aria-describedby="task-keys">
          {of.rows.map(children)}
        </ul>
      )}
      {value > of.rows.length && <p className={styles.none}>{t('tasks.moreThere', { n: value - of.rows.length })}</p>}
    </Panel>
  );
}

/** One of the titles takes Tab; arrows go from one to the next; when one goes away the keyboard stays at its place. */
function useRoving(ids: readonly string[]) {
  const titles = useRef(new Map<string, HTMLButtonElement>());
  const leaving = useRef<number | null>(null);
  const [entered, setEntered] = useState<string | null>(null);
  const active = entered !== null && ids.includes(entered) ? entered : (ids[0] ?? null);
  const key = ids.join(' ');
  useEffect(() => {
    if (leaving.current === null) return;
    const next = ids[Math.min(leaving.current, ids.length - 1)];
    leaving.current = null;
    if (next !== undefined) titles.current.get(next)?.focus();
    // The list has changed, whatever it holds.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return {
    active,
    enter: setEntered,
    stay: (id: string) => void (leaving.current = ids.indexOf(id)),
    refOf: (id: string) => (title: HTMLButtonElement | null) => {
      if (title === null) titles.current.delete(id);
      else titles.current.set(id, title);
    },
    press: (pressed: string): boolean => {
      const place = active === null ? -1 : ids.indexOf(active);
      const wanted = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: ids.length - 1 }[pressed];
      const id = wanted === undefined ? undefined : ids[wanted];
      if (id !== undefined) titles.current.get(id)?.focus();
      return wanted !== undefined;
    },
  };
}
