// When a task is due, as a reader sees it: red when late, on the wall of its own zone.

import { formatDue } from '@shared/features/tasks/due-words';
import type { Due } from '@shared/features/tasks/task';
import type { ReactNode } from 'react';
import { useLocaleSettings } from '../../ui';
import styles from './tasks.module.css';

export interface DueTextProps {
  readonly due: Due;
  readonly late?: boolean;
}

export function DueText({ due, late = false }: DueTextProps): ReactNode {
  const settings = useLocaleSettings();
  return (
    <time className={styles.due} data-late={late || undefined} dateTime={due.on}>
      <bdi>{formatDue(due, settings)}</bdi>
      {due.zone !== settings.timeZone && due.minutes !== null && <bdi dir="ltr"> {due.zone}</bdi>}
    </time>
  );
}
