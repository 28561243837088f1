// Reads a whole file and counts every outcome by the very steps of an import, writing nothing.

import type { z } from 'zod';
import type { ImportCounts, ImportPlan, importsContract } from '@shared/features/imports/imports.contract';
import type { Rejection } from '@shared/features/imports/mapping';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import type { ForkParser } from '../../import';
import { eachRow } from './each-row';
import { noCounts } from './job';
import { storedPlan } from './prepare';
import { createRowPreparation } from './prepared-row';
import { mappingOptions } from './row-reader';
import { createRowTaker, type TakenRow } from './row-taker';

type Tried = z.infer<(typeof importsContract)['operations']['dryRun']['output']>;

interface Source {
  readonly path: string;
  readonly fork: ForkParser;
  readonly isCancelled: () => boolean;
}

const SAMPLES_PER_OUTCOME = 20;

export async function dryRun(context: QueryContext, plan: ImportPlan, source: Source): Promise<Result<Tried, Failure>> {
  const stored = await storedPlan(plan, source);
  if (!stored.ok) return stored;
  const { db, actor, clock } = context;
  const options = mappingOptions(db, actor.userId, clock.now());
  const prepare = await createRowPreparation({ plan: stored.value, options });
  const taker = createRowTaker(stored.value, { db, country: options.country });
  const tried: Tried = { counts: noCounts(), samples: [] };
  const shown = new Map<string, number>();
  const passed = await eachRow({ ...source, settings: stored.value.settings }, (row) => {
    const taken = taker.take(prepare(row), null);
    countRow(tried.counts, taken);
    const outcome = taken.ok ? taken.value.outcome : 'rejected';
    const count = shown.get(outcome) ?? 0;
    if (count >= SAMPLES_PER_OUTCOME) return;
    shown.set(outcome, count + 1);
    tried.samples.push({
      row: row.row,
      outcome,
      name: taken.ok ? taken.value.name : null,
      reasons: taken.ok ? [] : codesOf(taken.error),
    });
  });
  return passed.ok ? ok(tried) : passed;
}

export function countRow(counts: ImportCounts, taken: TakenRow): void {
  counts.read += 1;
  counts[taken.ok ? taken.value.outcome : 'rejected'] += 1;
  if (!taken.ok) for (const code of codesOf(taken.error)) counts.reasons[code] = (counts.reasons[code] ?? 0) + 1;
}

/** A row with two bad phones is one row with a bad phone. */
const codesOf = (reasons: readonly Rejection[]): string[] => [...new Set(reasons.map((reason) => reason.code))];
