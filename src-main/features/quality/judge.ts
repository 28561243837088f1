// Judging parties by the rules and wishes of the office: the one place where it is done, for the search, after an edit and on a page.

import { survivorOf, selectParty } from '../parties';
import type { ReadDb } from '../../db';
import { siteSettings, siteToday } from '../settings';
import { instantInZone } from '@shared/locale/zoned-time';
import type { OfficeRules } from './office-rules';
import * as statements from './quality.sql';
import { selectBreaking, selectScores, type Broken, type Judged } from './rules.sql';

/** [judged by, party, record, evidence]. */
export type FindingLine = readonly [judgedBy: string, party: string, record: string | null, evidence: string | null];

/**
 * What of some parties can be judged: those that are there and active. Records that were merged are judged as the party that stands
 * for them; a search meets that one by itself and takes `roots` only.
 */
export function judgedOf(
  db: ReadDb,
  ids: readonly string[],
  { now, whom = 'everybody' }: { readonly now: number; readonly whom?: 'roots' | 'everybody' },
): Judged {
  const named = new Set(ids);
  const standing = db
    .all(statements.selectStanding(JSON.stringify(ids)))
    .filter(({ id }) => whom === 'everybody' || named.has(id));
  const alone = standing.filter(({ members }) => members === 0).map(({ id }) => id);
  const merged = standing.flatMap(({ id, members }) => {
    const root = members === 0 ? undefined : db.first(selectParty({ id }));
    return root === undefined ? [] : [survivorOf(db, root).party];
  });
  const today = siteToday(db, now);
  return {
    alone: JSON.stringify(alone),
    merged: JSON.stringify(merged),
    today,
    midnight: instantInZone(today, 0, siteSettings(db).timeZone),
  };
}

/** What the active rules find, without what people dismissed. */
export function findingsOf(db: ReadDb, { active }: Pick<OfficeRules, 'active'>, judged: Judged): FindingLine[] {
  const parties = JSON.stringify([
    ...(JSON.parse(judged.alone) as string[]),
    ...(JSON.parse(judged.merged) as { id: string }[]).map(({ id }) => id),
  ]);
  const dismissed = new Set(
    db.all(statements.selectDismissalsOf(parties)).map(({ party_id, rule_id }) => `${rule_id} ${party_id}`),
  );
  return active.flatMap(({ id, judgedBy, definition }) =>
    db
      .all<Broken>(selectBreaking(definition, judged))
      .filter((broken) => !dismissed.has(`${id} ${broken.id}`))
      .map((broken): FindingLine => [judgedBy, broken.id, broken.record_id, broken.evidence]),
  );
}

export type ScoreLine = readonly [party: string, score: number];

/** Parties of whom nothing is wished have no score. */
export const scoresOf = (db: ReadDb, { wishes }: OfficeRules, judged: Judged): ScoreLine[] =>
  db
    .all(selectScores(wishes, judged))
    .flatMap(({ id, wished, there }): ScoreLine[] => (wished === 0 ? [] : [[id, scoreOf(there, wished)]]));

/** Weights of what is there in hundredths of all that is wished for, rounded down: only what is complete has 100. */
export const scoreOf = (there: number, wished: number): number => Math.floor((there * 100) / wished);
