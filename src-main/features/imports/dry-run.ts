// Reads a whole file and counts every outcome, writing nothing.

import type { z } from 'zod';
import type { ImportPlan, importsContract } from '@shared/features/imports/imports.contract';
import type { ImportDraft, Rejection } from '@shared/features/imports/mapping';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import type { ForkParser } from '../../import';
import { selectPartyByExternalKey } from '../parties';
import { eachRow } from './each-row';
import { noCounts } from './job';
import { storedPlan } from './prepare';
import { createRowReader, mappingOptions } from './row-reader';

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
  const read = createRowReader(stored.value, mappingOptions(db, actor.userId, clock.now()));
  const tried: Tried = { counts: noCounts(), samples: [] };
  const shown = new Map<string, number>();
  const keys = new Set<string>();
  const passed = await eachRow({ ...source, settings: stored.value.settings }, (row) => {
    const mapped = read(row);
    const outcome = mapped.ok ? outcomeOf(context, plan, { draft: mapped.value, keys }) : 'rejected';
    const { counts } = tried;
    counts.read += 1;
    counts[outcome] += 1;
    const reasons = mapped.ok ? [] : codesOf(mapped.error);
    for (const code of reasons) counts.reasons[code] = (counts.reasons[code] ?? 0) + 1;
    const count = shown.get(outcome) ?? 0;
    if (count >= SAMPLES_PER_OUTCOME) return;
    shown.set(outcome, count + 1);
    tried.samples.push({
      row: row.row,
      outcome,
      name: mapped.ok ? (mapped.value.names[0]?.text ?? null) : null,
      reasons,
    });
  });
  return passed.ok ? ok(tried) : passed;
}

const codesOf = (reasons: readonly Rejection[]): string[] => [...new Set(reasons.map((reason) => reason.code))];

/** A key that came before in the same file will be in the base by the time its row is reached. */
function outcomeOf(
  { db }: QueryContext,
  plan: ImportPlan,
  { draft, keys }: { draft: ImportDraft; keys: Set<string> },
): 'created' | 'updated' | 'unchanged' {
  const key = draft.externalKey;
  if (key === undefined || key === null) return 'created';
  const isKnown = keys.has(key) || db.first(selectPartyByExternalKey({ key })) !== undefined;
  keys.add(key);
  if (!isKnown) return 'created';
  return plan.existing === 'skip' ? 'unchanged' : 'updated';
}
