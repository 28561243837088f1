// What is to be won in a period, for the forecast: by whose goal it is and by currency.

import type { ReadDb } from '../../db';
import type { Asked } from './asked';
import { selectGoals } from './goals.sql';

export interface WonGoals {
  /** Minor units of the goal of the office (null) or of a person; undefined without one that the reader sees. */
  of(ownerId: string | null, currency: string): number | undefined;
  currencies(ownerId: string | null): readonly string[];
}

export function wonGoals(db: ReadDb, { period }: Pick<Asked, 'period'>): WonGoals {
  const goals = db
    .all(selectGoals(period))
    .filter(({ metric, unit_id }) => metric === 'won-amount' && unit_id === null);
  const ofWhom = (ownerId: string | null) => goals.filter(({ owner_id }) => owner_id === ownerId);
  return {
    of: (ownerId, currency) => ofWhom(ownerId).find((goal) => goal.currency === currency)?.target,
    currencies: (ownerId) => ofWhom(ownerId).flatMap(({ currency }) => (currency === null ? [] : [currency])),
  };
}
