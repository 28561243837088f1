// How far below the prices of the book a quote is, for the measure of what takes approval.

import type { ReadDb } from '../../db';
import { selectVersions } from './quotes.sql';

/** Basis points; null when there is no such quote. */
export const belowListOf = (db: ReadDb, quoteId: string): number | null =>
  db.all(selectVersions({ quote: quoteId }))[0]?.below_list ?? null;
