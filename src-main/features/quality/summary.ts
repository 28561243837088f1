// How many records break each rule, and how complete records are by who answers for them.

import type { Averages, qualityContract, QualityWish } from '@shared/features/quality/quality.contract';
import type { OutputOf } from '@shared/core/contract';
import { roleTypes } from '@shared/catalogue';
import { scopeFor, withoutGuessable, withoutSmall, type Actor } from '../../access';
import type { QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { siteSettings } from '../settings';
import { userRefs } from '../users';
import { isJudgeable, isOfSensitive } from './judgeable';
import { withoutMark } from './listed-findings';
import { officeRules } from './office-rules';
import { COUNT_CAP, countFindings } from './quality.sql';
import { MOST_CHANGED } from './scan-job';
import { averagesSeen, type KeptAverages } from './averages';
import { selectAverage, selectChangedParties, selectLastScan } from './scan.sql';

type Summary = OutputOf<(typeof qualityContract)['operations']['summary']>;

export function qualitySummary(context: QueryContext): Summary {
  const { db, actor } = context;
  const { active, wishes, mark } = officeRules(db);
  const last = db.first(selectLastScan({}));
  const counts = active
    .filter(({ definition }) => isJudgeable(actor, definition.all))
    .map((rule) => ({
      rule: withoutMark(rule),
      count: capped(db.first(countFindings({ judgedBy: rule.judgedBy }))?.value ?? 0, COUNT_CAP),
    }));
  if (last === undefined) return { counts, averages: none, last: null };
  const changed = db.all(selectChangedParties({ after: last.through_change, limit: MOST_CHANGED + 1 })).length;
  const kept = keptAverages(context, last.averages, wishes);
  return {
    counts,
    averages: kept === null ? null : averagesOf(db, kept),
    last: {
      finishedAt: last.finished_at,
      parties: seesAll(actor) ? last.parties : (db.first(selectAverage({}))?.parties ?? 0),
      changed: capped(changed, MOST_CHANGED),
      rulesChanged: last.rules_mark !== mark,
    },
  };
}

const none: Averages = { all: null, owners: [], roles: [] };

/** Whoever sees every record may be told what the search found of all of them. */
const seesAll = (actor: Actor): boolean => scopeFor(actor, 'parties.read') === 'all';

/**
 * How complete the records are that somebody sees; null when completeness looks at what they do not see whole. Over sensitive values
 * small groups are left out, unless every single value is theirs to see.
 */
function keptAverages(
  { db, actor }: QueryContext,
  stored: string,
  wishes: readonly QualityWish[],
): KeptAverages | null {
  const tests = wishes.map(({ definition }) => definition.has);
  if (!isJudgeable(actor, tests)) return null;
  const kept = seesAll(actor) ? (JSON.parse(stored) as KeptAverages) : averagesSeen(db);
  if (actor.seesEverything || !isOfSensitive(tests)) return kept;
  const { smallGroup } = siteSettings(db);
  const { all } = kept;
  return {
    all: all.parties < smallGroup ? { score: 0, parties: 0 } : all,
    owners: withoutSmall(kept.owners, smallGroup),
    roles: withoutGuessable(kept.roles, all.parties, smallGroup),
  };
}

const capped = (found: number, cap: number): { value: number; capped: boolean } => ({
  value: Math.min(found, cap),
  capped: found > cap,
});

function averagesOf(db: ReadDb, { all, owners, roles }: KeptAverages): Averages {
  const users = userRefs(db);
  return {
    all: all.parties === 0 ? null : all,
    owners: owners.map(({ owner, score, parties }) => ({ owner: users(owner), score, parties })),
    roles: roles.flatMap(({ role, score, parties }) => {
      const known = roleTypes.find((type) => type === role);
      return known === undefined ? [] : [{ role: known, score, parties }];
    }),
  };
}
