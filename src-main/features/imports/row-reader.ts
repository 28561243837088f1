// From rows of a file to drafts: one mapper for tables and one for cards, the parser's own doubts counted as reasons.

import {
  createCardMapper,
  createRowMapper,
  type DraftResult,
  type MappingOptions,
  type Rejection,
} from '@shared/features/imports/mapping';
import { err } from '@shared/core/result';
import type { ReadDb } from '../../db';
import { isCardRow, type SourceRow } from '../../import';
import { siteSettings, siteToday, userSettings } from '../settings';
import type { StoredPlan } from './job';

export type RowReader = (row: SourceRow) => DraftResult;

export function createRowReader(
  plan: Pick<StoredPlan, 'mapping' | 'headers' | 'dateOrder'>,
  options: MappingOptions,
): RowReader {
  const { mapping } = plan;
  const all = { ...options, headers: plan.headers, dateOrder: plan.dateOrder };
  const ofCells = createRowMapper(mapping, all);
  const ofCard = createCardMapper(mapping, all);
  return (row) => {
    if (row.problem !== undefined) return err([{ code: row.problem } satisfies Rejection]);
    return isCardRow(row) ? ofCard(row.card) : ofCells(row.cells);
  };
}

/** What the site and the user say about reading values. */
export function mappingOptions(db: ReadDb, userId: string | null, now: number): MappingOptions {
  const site = siteSettings(db);
  const policy = site.importUnreadable === 'reject' ? 'reject' : 'keep';
  return {
    country: site.country,
    language: userSettings(db, userId).language,
    today: siteToday(db, now),
    badPhone: policy,
    badEmail: policy,
    badDate: policy,
  };
}
