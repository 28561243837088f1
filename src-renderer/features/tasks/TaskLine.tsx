// A task in a list: done by its ring or by the space bar, opened by its title, put off and handed on from its menu.

import type { TaskCard } from '@shared/features/tasks/task';
import { IconCheck, IconCircle, IconDotsVertical, IconRotateClockwise2 } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useMay } from '../../api';
import { IconButton, Menu, MenuDivider, MenuItem, PartyName, PlaceLink, useT } from '../../ui';
import { DueText } from './due-text';
import { KindMark, TaskMarks } from './task-marks';
import styles from './tasks.module.css';
import type { TaskActions } from './use-task-actions';
import type { Ending } from './use-task-dialogs';

export interface TaskLineProps {
  readonly task: TaskCard;
  readonly actions: TaskActions;
  readonly onOpen: (task: TaskCard) => void;
  readonly onEnd: (what: Ending, task: TaskCard) => void;
  /** Whom it is about is known where it stands. */
  readonly without?: 'party';
  /** Tab comes to its title. */
  readonly tabbable?: boolean;
  readonly titleRef?: Ref<HTMLButtonElement>;
  readonly onFocus?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function TaskLine({
  task,
  actions,
  onOpen,
  onEnd,
  without,
  tabbable = true,
  titleRef,
  onFocus,
  onKeyDown,
}: TaskLineProps): ReactNode {
  const mayWrite = useMay()('tasks.write');
  return (
    <li className={styles.line} data-task={task.id} data-state={task.state}>
      <Ring task={task} actions={actions} mayWrite={mayWrite} />
      <div className={styles.words}>
        <button
          type="button"
          ref={titleRef}
          className={styles.title}
          tabIndex={tabbable ? 0 : -1}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onClick={() => onOpen(task)}
        >
          <bdi dir="auto">{task.title}</bdi>
        </button>
        <div className={styles.facts}>
          <KindMark kind={task.kind} />
          {task.due !== null && <DueText due={task.due} late={task.isOverdue} />}
          {without !== 'party' && task.party !== null && <PartyName name={task.party.name} id={task.party.id} />}
          {task.deal !== null && (
            <PlaceLink to={{ page: 'deal', id: task.deal.id }} className="dw-link">
              <bdi dir="auto">{task.deal.title}</bdi>
            </PlaceLink>
          )}
          <TaskMarks task={task} />
        </div>
      </div>
      {mayWrite && task.state === 'open' && <LineMenu task={task} actions={actions} onOpen={onOpen} onEnd={onEnd} />}
    </li>
  );
}

function Ring({
  task,
  actions,
  mayWrite,
}: Pick<TaskLineProps, 'task' | 'actions'> & { readonly mayWrite: boolean }): ReactNode {
  const t = useT();
  const { title } = task;
  if (!mayWrite) return <IconCircle size="1.2rem" stroke={1.5} aria-hidden className={styles.ring} />;
  if (task.state === 'open') {
    return (
      <IconButton
        small
        label={t('tasks.doIt', { title })}
        className={styles.ring}
        onClick={() => void actions.complete(task)}
      >
        <IconCircle size="1.2rem" stroke={1.5} aria-hidden />
      </IconButton>
    );
  }
  return (
    <IconButton
      small
      label={t('tasks.reopenIt', { title })}
      className={styles.ring}
      onClick={() => void actions.reopen(task)}
    >
      {task.state === 'done' ? (
        <IconCheck size="1.2rem" stroke={2} aria-hidden />
      ) : (
        <IconRotateClockwise2 size="1.1rem" aria-hidden />
      )}
    </IconButton>
  );
}

function LineMenu({
  task,
  actions,
  onOpen,
  onEnd,
}: Pick<TaskLineProps, 'task' | 'actions' | 'onOpen' | 'onEnd'>): ReactNode {
  const t = useT();
  const trigger = (
    <IconButton small label={t('tasks.more', { title: task.title })} aria-haspopup="menu">
      <IconDotsVertical size="1rem" stroke={1.6} aria-hidden />
    </IconButton>
  );
  return (
    <Menu trigger={trigger}>
      {putOffs.map(({ days, words }) => (
        <MenuItem key={days} onClick={() => void actions.putOff(task, days)}>
          {t(words)}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem onClick={() => onOpen(task)}>{t('tasks.change')}</MenuItem>
      {task.word !== null && (
        <>
          <MenuItem onClick={() => onEnd('renegotiate', task)}>{t('tasks.renegotiate')}</MenuItem>
          <MenuItem onClick={() => onEnd('broken', task)}>{t('tasks.sayBroken')}</MenuItem>
        </>
      )}
      <MenuItem onClick={() => onEnd('drop', task)}>{t('tasks.drop')}</MenuItem>
    </Menu>
  );
}

const putOffs = [
  { days: 0, words: 'tasks.toToday' },
  { days: 1, words: 'tasks.toTomorrow' },
  { days: 7, words: 'tasks.toNextWeek' },
] as const;
