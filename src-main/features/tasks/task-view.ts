// Tasks as people see them: a line of a list, and all that is known of one.

import { lateAfter } from '@shared/features/tasks/due';
import type { RepeatRule } from '@shared/features/tasks/repeat';
import type { Due, Task, TaskCard } from '@shared/features/tasks/task';
import type { ReadDb, Tables } from '../../db';
import { partyRefsOf } from '../parties';
import { userRefs } from '../users';
import { selectDealTitles } from './task-list.sql';
import * as statements from './tasks.sql';

type Row = Tables['task'];

/** All lines of a page at once: parties and deals are asked for once. */
export function taskCards(db: ReadDb, rows: readonly Row[], now: number): TaskCard[] {
  const users = userRefs(db);
  const parties = partyRefsOf(db, known(rows.map(({ party_id }) => party_id)));
  const deals = new Map(
    db
      .all(selectDealTitles({ deals: JSON.stringify(known(rows.map(({ deal_id }) => deal_id))) }))
      .map((deal) => [deal.id, deal]),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    priority: row.priority,
    party: (row.party_id === null ? undefined : parties.get(row.party_id)) ?? null,
    deal: (row.deal_id === null ? undefined : deals.get(row.deal_id)) ?? null,
    owner: users(row.owner_id),
    word: row.word,
    repeat: ruleOf(row),
    state: row.state,
    stateAt: row.state_at,
    due: dueOf(row),
    isOverdue: row.state === 'open' && row.due_at !== null && row.due_at < now,
  }));
}

export function taskView(db: ReadDb, row: Row, now: number): Task {
  const users = userRefs(db);
  return {
    ...taskCards(db, [row], now)[0]!,
    note: row.note,
    createdAt: row.created_at,
    createdBy: users(row.created_by),
    events: db
      .all(statements.selectTaskEvents({ task: row.id }))
      .map((event) => ({ ...event, by: users(event.by_id), due: dueOf(event) })),
  };
}

/** Written by this program alone, by the schema of today or an earlier one. */
export const ruleOf = ({ repeat }: Pick<Row, 'repeat'>): RepeatRule | null =>
  repeat === null ? null : (JSON.parse(repeat) as RepeatRule);

export const dueOf = ({
  due_on,
  due_minutes,
  due_zone,
}: Pick<Row, 'due_on' | 'due_minutes' | 'due_zone'>): Due | null => {
  if (due_on === null) return null;
  const zone = due_zone ?? 'UTC';
  return { on: due_on, minutes: due_minutes, zone, at: lateAfter(due_on, due_minutes, zone) };
};

const known = (ids: readonly (string | null)[]): readonly string[] => ids.filter((id) => id !== null);
