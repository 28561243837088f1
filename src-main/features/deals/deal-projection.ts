// Where a deal is follows from its moves: derived again whenever one of them, or the deal, is written or taken back.

import type { ChangeRow, WriteDb } from '../../db';
import { stageById } from '../pipelines';
import * as statements from './deals.sql';

export function projectDeals(db: WriteDb, changes: readonly ChangeRow[]): void {
  const deals = new Set<string>();
  for (const change of changes) {
    if (change.entity === 'deal' && change.action === 'insert') deals.add(change.record_id);
    if (change.entity === 'deal_stage_event') deals.add(dealOf(change));
  }
  for (const id of deals) projectStage(db, id);
}

function projectStage(db: WriteDb, id: string): void {
  const last = db.first(statements.selectLastEvent({ deal: id }));
  if (last === undefined) return;
  const state = stageById(db, last.to_stage_id)?.kind ?? 'open';
  db.run(statements.updateDeal(id, { stage_id: last.to_stage_id, state, stage_at: last.at }));
}

const dealOf = (change: ChangeRow): string =>
  (JSON.parse(change.new ?? change.old ?? '{}') as { deal_id?: string }).deal_id ?? '';
