// How many records break each rule, and how complete records are by who answers for them.

import type { Averages, qualityContract } from '@shared/features/quality/quality.contract';
import type { OutputOf } from '@shared/core/contract';
import { roleTypes } from '@shared/catalogue';
import type { QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { userRefs } from '../users';
import { withoutMark } from './listed-findings';
import { officeRules } from './office-rules';
import { COUNT_CAP, countFindings } from './quality.sql';
import { MOST_CHANGED } from './scan-job';
import { selectChangedParties, selectLastScan } from './scan.sql';
import type { KeptAverages } from './scan-thread';

type Summary = OutputOf<(typeof qualityContract)['operations']['summary']>;

export function qualitySummary({ db }: QueryContext): Summary {
  const { active, mark } = officeRules(db);
  const last = db.first(selectLastScan({}));
  const counts = active.map((rule) => ({
    rule: withoutMark(rule),
    count: capped(db.first(countFindings({ judgedBy: rule.judgedBy }))?.value ?? 0, COUNT_CAP),
  }));
  if (last === undefined) return { counts, averages: { all: null, owners: [], roles: [] }, last: null };
  const changed = db.all(selectChangedParties({ after: last.through_change, limit: MOST_CHANGED + 1 })).length;
  return {
    counts,
    averages: averagesOf(db, JSON.parse(last.averages) as KeptAverages),
    last: {
      finishedAt: last.finished_at,
      parties: last.parties,
      changed: capped(changed, MOST_CHANGED),
      rulesChanged: last.rules_mark !== mark,
    },
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
