// What stands beside a task: its kind, how urgent it is, whether it was promised, and how it comes back.

import { repeatWords } from '@shared/features/tasks/repeat-words';
import type { RepeatRule } from '@shared/features/tasks/repeat';
import type { TaskCard } from '@shared/features/tasks/task';
import {
  IconCircleDot,
  IconFlag,
  IconMail,
  IconPhone,
  IconRepeat,
  IconUsersGroup,
  IconWalk,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { Chip, useLocaleSettings, useT } from '../../ui';
import styles from './tasks.module.css';

const kindIcons: Readonly<Record<TaskCard['kind'], ComponentType<{ size?: number | string; stroke?: number }>>> = {
  call: IconPhone,
  visit: IconWalk,
  meeting: IconUsersGroup,
  letter: IconMail,
  other: IconCircleDot,
};

export function KindMark({ kind }: { readonly kind: TaskCard['kind'] }): ReactNode {
  const t = useT();
  const Icon = kindIcons[kind];
  return (
    <span className={styles.kind} title={t(`catalogue.task.kind.${kind}`)}>
      <Icon size="1rem" stroke={1.6} />
      <span className="dw-said">{t(`catalogue.task.kind.${kind}`)}</span>
    </span>
  );
}

export function TaskMarks({ task }: { readonly task: TaskCard }): ReactNode {
  const t = useT();
  const sayRepeat = useRepeatWords();
  return (
    <>
      {task.priority === 'high' && (
        <span className={styles.mark} data-tone="danger">
          <IconFlag size="0.9rem" aria-hidden /> {t('catalogue.task.priority.high')}
        </span>
      )}
      {task.word !== null && (
        <Chip hue={task.word === 'ours' ? 'lapis' : 'amber'}>{t(`catalogue.task.word.${task.word}`)}</Chip>
      )}
      {(task.state === 'broken' || task.state === 'dropped') && (
        <Chip hue="clay">{t(`catalogue.task.state.${task.state}`)}</Chip>
      )}
      {task.repeat !== null && (
        <span className={styles.mark}>
          <IconRepeat size="0.9rem" aria-hidden /> {sayRepeat(task.repeat)}
        </span>
      )}
    </>
  );
}

/** How something comes back, in the reader's language, digits and month names. */
export function useRepeatWords(): (rule: RepeatRule) => string {
  const t = useT();
  const settings = useLocaleSettings();
  return (rule) => repeatWords(rule, t, settings);
}
