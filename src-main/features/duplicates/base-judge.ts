// The judge of a base: its own thresholds, and how common names are in it, as the last search counted them.

import { createJudge, type Judge, type Thresholds } from '@shared/features/duplicates/judge';
import {
  builtInStatistics,
  CountedNames,
  countedStatistics,
  type NameStatistics,
} from '@shared/features/duplicates/name-statistics';
import type { ReadDb } from '../../db';
import { siteSettings } from '../settings';
import { selectLastScan, selectPartyEstimate } from './scan.sql';

export interface BaseJudge {
  readonly judge: Judge;
  readonly thresholds: Thresholds;
}

export function baseThresholds(db: ReadDb): Thresholds {
  const { duplicatesLikely, duplicatesPossible } = siteSettings(db);
  return { likely: duplicatesLikely, possible: duplicatesPossible };
}

/** As the last search counted names; as they are everywhere where none has. */
export function baseStatistics(db: ReadDb, parties: number): NameStatistics {
  const last = db.first(selectLastScan({}));
  const counted = last === undefined ? undefined : CountedNames.safeParse(JSON.parse(last.names)).data;
  return counted === undefined ? builtInStatistics(parties) : countedStatistics(counted);
}

/** Kept until the next search or other thresholds, because counting names anew takes longer than judging with them. */
export function createBaseJudge(): (db: ReadDb) => BaseJudge {
  const kept: { key: string; judge: BaseJudge | null } = { key: '', judge: null };
  return (db) => {
    const thresholds = baseThresholds(db);
    const last = db.first(selectLastScan({}));
    const parties = last?.parties ?? db.first(selectPartyEstimate({}))?.value ?? 0;
    const key = JSON.stringify([thresholds, last?.scan_id ?? null, last === undefined ? sizeClass(parties) : parties]);
    if (kept.key === key && kept.judge !== null) return kept.judge;
    const statistics = baseStatistics(db, parties);
    kept.key = key;
    kept.judge = { judge: createJudge({ statistics, thresholds }), thresholds };
    return kept.judge;
  };
}

/** A base that grew by a tenth is the same base. */
const sizeClass = (parties: number): number => Math.round(Math.log(parties + 1) * 10);
