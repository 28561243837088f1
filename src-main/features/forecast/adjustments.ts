// What people think of a figure beside what is reckoned: the last word of each, for the same period, person and pipeline.

import type { AdjustmentView } from '@shared/features/forecast/forecast';
import type { Actor } from '../../access';
import type { ReadDb } from '../../db';
import type { Asked } from '../goals';
import { userRefs } from '../users';
import { selectAdjustments } from './forecast.sql';

/** As they stood at an instant, ms UTC; what was taken back is left out. */
export function adjustmentsOf(
  { db, actor }: { readonly db: ReadDb; readonly actor: Actor },
  { period, ownerId, pipelineId }: Asked,
  at: number,
): AdjustmentView[] {
  const users = userRefs(db);
  const last = new Map<string, AdjustmentView>();
  for (const row of db.all(selectAdjustments({ from: period.from, to: period.to, at }))) {
    if (row.owner_id !== (ownerId ?? null) || row.pipeline_id !== (pipelineId ?? null)) continue;
    const key = `${row.by_id} ${row.figure} ${row.currency}`;
    if (last.has(key)) continue;
    const { id, figure, currency, delta, reason } = row;
    const own = row.by_id === actor.userId;
    last.set(key, { id, figure, currency, delta, reason, at: row.at, by: users(row.by_id), own });
  }
  return [...last.values()].filter(({ delta }) => delta !== 0);
}
