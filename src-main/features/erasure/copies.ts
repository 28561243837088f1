// Backups that were made before an erasure: each may hold the person until it is taken away, and none brings them back.

import type { ReadDb } from '../../db';
import { selectBackupsKept, selectLongestRotation } from './erasure.sql';

export interface Copy {
  readonly folder: string;
  readonly madeAt: number;
  /** By when the rotation will have taken it away at the latest, ms UTC; null where nobody takes it away but people. */
  readonly until: number | null;
}

const DAY_MS = 86_400_000;

export function copiesOf(db: ReadDb, at: number): Copy[] {
  const days = db.first(selectLongestRotation({}))?.days ?? null;
  return db
    .all(selectBackupsKept({ after: days === null ? 0 : at - days * DAY_MS }))
    .map(({ folder, made_at: madeAt }) => ({ folder, madeAt, until: days === null ? null : madeAt + days * DAY_MS }));
}
