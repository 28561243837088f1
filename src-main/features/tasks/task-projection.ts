// Where a task stands and when it is due follow from its events: derived again whenever one of them, or the task, is written or taken back.

import { lateAfter, standingOf } from '@shared/features/tasks/due';
import type { ChangeRow, WriteDb } from '../../db';
import * as statements from './tasks.sql';

export function projectTasks(db: WriteDb, changes: readonly ChangeRow[]): void {
  const tasks = new Set<string>();
  for (const change of changes) {
    if (change.entity === 'task' && change.action === 'insert') tasks.add(change.record_id);
    if (change.entity === 'task_event') tasks.add(taskOf(change));
  }
  for (const id of tasks) projectTask(db, id);
}

function projectTask(db: WriteDb, id: string): void {
  const standing = standingOf(db.all(statements.selectTaskEvents({ task: id })));
  if (standing === undefined) return;
  const { due_on = null, due_minutes = null, due_zone = null } = standing.due ?? {};
  const due_at = due_on === null ? null : lateAfter(due_on, due_minutes, due_zone ?? 'UTC');
  const { state, at: state_at } = standing;
  db.run(statements.updateTask(id, { state, state_at, due_on, due_minutes, due_zone, due_at }));
}

const taskOf = (change: ChangeRow): string =>
  (JSON.parse(change.new ?? change.old ?? '{}') as { task_id?: string }).task_id ?? '';
