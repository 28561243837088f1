// Pairs as the queue shows them: judged anew with what is known now, in the rights of whoever looks.

import type { DuplicatePair } from '@shared/features/duplicates/duplicates.contract';
import { reasonOf } from '@shared/features/duplicates/reasons';
import type { QueryContext } from '../../core/context';
import { userRefs } from '../users';
import type { BaseJudge } from './base-judge';
import type { VerdictRow } from './duplicates.sql';
import { cardOf } from './find-matches';
import { knownParties } from './identity-facts';

export interface ListedPair {
  readonly party: string;
  readonly other: string;
  readonly verdict: VerdictRow | null;
}

/** The older record stands on the left. Pairs of which one is in the recycle bin by now are left out. */
export function pairsOf({ db }: QueryContext, { judge }: BaseJudge, listed: readonly ListedPair[]): DuplicatePair[] {
  const known = knownParties(
    db,
    listed.flatMap(({ party, other }) => [party, other]),
  );
  const users = userRefs(db);
  return listed.flatMap(({ party, other, verdict }) => {
    const [one, two] = [known.get(party), known.get(other)];
    if (one === undefined || two === undefined) return [];
    const [left, right] = one.row.created_at <= two.row.created_at ? [one, two] : [two, one];
    const { band, percent, evidence } = judge(left.identity, right.identity);
    return [
      {
        left: cardOf(left.row),
        right: cardOf(right.row),
        band,
        percent,
        reasons: evidence.map(reasonOf),
        state: verdict === null ? 'open' : 'different',
        decided: verdict === null ? null : { by: users(verdict.by_id), at: verdict.at },
      },
    ];
  });
}
