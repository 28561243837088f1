// Sums of the deals of some days, as the reader sees them.

import type { Civil } from '@shared/locale/civil';
import type { ReadDb } from '../../db';
import { selectOpenSums, selectWonSums, type SumRow } from './deal-sums.sql';
import { edgesOfDays, edgesOfInstants, instantsOf } from './sum-spans';

interface Days {
  readonly from: Civil;
  readonly to: Civil;
  /** Everybody's when left out. */
  readonly ownerId?: string | undefined;
}

/** Open deals expected from a day to another, by stage, category, owner and currency. */
export const openSums = (db: ReadDb, { from, to, ownerId = '' }: Days): readonly SumRow[] =>
  from > to ? [] : db.all(selectOpenSums({ ...edgesOfDays(from, to), owner: ownerId }));

/** Deals won from a day to another on the wall of a zone, by stage, owner and currency. */
export const wonSums = (db: ReadDb, { from, to, ownerId = '' }: Days, timeZone: string): readonly SumRow[] =>
  db.all(selectWonSums({ ...edgesOfInstants(instantsOf(from, to, timeZone)), owner: ownerId }));
