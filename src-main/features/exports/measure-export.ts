// How much an export would take out of the base, before it does: rows, and the class-3 fields given out whole.

import { z } from 'zod';
import { ExportList } from '@shared/features/exports/exports.contract';
import { IDENTIFIER, CONTENT } from '@shared/core/reads';
import type { QueryContext } from '../../core/context';
import { stampBefore } from '../../ledger';
import { siteSettings } from '../settings';
import { countTakenOut } from './exports.sql';
import { numbersIn } from './given-out';
import { countEntity, countOfActivities, countParties } from './lists';

export const MeasuredExport = z.object({ what: ExportList, format: z.string() });
export type MeasuredExport = z.infer<typeof MeasuredExport>;

export interface ExportMeasure {
  readonly rows: number;
  readonly fields: readonly string[];
  /** More than one person may take out on their own word, at once or in 24 hours. */
  readonly isMass: boolean;
}

type Asking = Pick<QueryContext, 'db' | 'actor' | 'clock'>;

export function measureExport(asking: Asking, { what, format }: MeasuredExport): ExportMeasure {
  const files = format === 'exit' ? [CONTENT] : [];
  const fields = [...(numbersIn(what, asking.actor) ? [IDENTIFIER] : []), ...files];
  const rows = rowsOf(asking, what);
  return { rows, fields, isMass: what.list === 'everything' || isMassExport(asking, rows) };
}

const DAY_MS = 24 * 60 * 60_000;

export function isMassExport({ db, actor, clock }: Asking, rows: number): boolean {
  const { approvalExportRows, approvalExportDaily } = siteSettings(db);
  if (rows > approvalExportRows) return true;
  const since = { userId: actor.userId ?? '', stamp: stampBefore(db, clock, DAY_MS) };
  return rows + (db.first(countTakenOut(since))?.count ?? 0) > approvalExportDaily;
}

function rowsOf({ db, actor, clock }: Asking, what: ExportList): number {
  const asking = { db, actor, language: 'en', at: clock.now() } as const;
  switch (what.list) {
    case 'parties':
      return countParties(asking, what);
    case 'activities':
      return countOfActivities(asking, what);
    case 'relationships':
      return countEntity(asking, 'relationship');
    case 'entity':
      return countEntity(asking, what.entity);
    // Sums, and about nobody who is served here; the log is about who worked here, and noted itself.
    case 'forecast':
    case 'audit':
      return 0;
    case 'everything':
      return countEntity(asking, 'party');
  }
}
