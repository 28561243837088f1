// What became of a task: each event with who, when, why, and the day it gave.

import type { Task } from '@shared/features/tasks/task';
import type { ReactNode } from 'react';
import { InstantText, Panel, useT } from '../../ui';
import { DueText } from './due-text';
import styles from './tasks.module.css';

export function TaskStory({ task }: { readonly task: Task }): ReactNode {
  const t = useT();
  return (
    <Panel title={t('tasks.story')} flush level={3}>
      <ol className={styles.lines}>
        {task.events.toReversed().map((event) => (
          <li key={event.id} className={styles.event}>
            <span>{t(`catalogue.task_event.kind.${event.kind}`)}</span>
            {event.due !== null && <DueText due={event.due} />}
            {event.reason !== null && <bdi dir="auto">{event.reason}</bdi>}
            <span className={styles.quiet}>
              <InstantText value={event.at} />
              {event.by !== null && (
                <>
                  {' · '}
                  <bdi dir="auto">{event.by.name}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
