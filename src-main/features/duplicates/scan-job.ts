// The search for doubles as a job: the whole base on a thread, or one by one what changed since the last time.

import { z } from 'zod';
import type { ScanResult } from '@shared/features/duplicates/duplicates.contract';
import { weightOf } from '@shared/features/duplicates/judge';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { JobKind, JobRun } from '../../jobs';
import { baseThresholds, createBaseJudge, type BaseJudge } from './base-judge';
import { findMatches } from './find-matches';
import { knownParties } from './identity-facts';
import * as statements from './scan.sql';
import { pairLine, scanInThread, type PairLine, type ThreadFindings } from './scan-thread';

const Input = z.strictObject({ full: z.boolean().default(false) });

/** More changed parties than this take longer one by one than everybody together. */
export const MOST_ONE_BY_ONE = 5_000;
/** Rows of one statement: some 10 ms of the engine's time. */
const PAIRS_A_WRITE = 500;
const NIGHT = 3 * 60;

/** Started again after an interruption it begins anew: reading a million takes minutes, remembering where it was would take as long. */
export const scanForDuplicates: JobKind<z.output<typeof Input>, ScanResult> = {
  name: 'duplicates.scan',
  permission: 'parties.write',
  input: Input,
  errors: ['duplicates.too-many'],
  interrupted: 'resume',
  whole: true,
  scheduled: {
    by: { every: 'daily', minuteOfDay: NIGHT, weekDay: 0, monthDay: 1 },
    permissions: ['parties.read', 'parties.read-sensitive'],
  },
  async run(run, { full }) {
    const { db } = run.context;
    const last = db.first(statements.selectLastScan({}));
    if (full || last === undefined) return scanEverybody(run);
    const limit = MOST_ONE_BY_ONE + 1;
    const changed = db.all(statements.selectChangedParties({ after: last.through_change, limit }));
    return changed.length < limit
      ? scanChanged(
          run,
          last,
          changed.map(({ id }) => id),
        )
      : scanEverybody(run);
  },
};

async function scanEverybody(run: JobRun): Promise<Result<ScanResult, Failure>> {
  const { db, clock } = run.context;
  const through = db.first(statements.selectLastChange({}))?.seq ?? 0;
  const found = await run.inThread<ThreadFindings>(scanInThread.name, baseThresholds(db));
  if (!found.ok) return found;
  const { names, parties, pairs } = found.value;
  await writePairs(run, pairs);
  while (run.context.local(statements.deleteOtherPairs(run.id, PAIRS_A_WRITE)) > 0) await run.breathe();
  run.context.local(
    statements.putLastScan({
      scan_id: run.id,
      finished_at: clock.now(),
      through_change: through,
      parties,
      names: JSON.stringify(names),
    }),
  );
  return ok({ parties, pairs: pairs.length, likely: likelyOf(pairs), full: true });
}

async function writePairs({ id, context, progress, breathe }: JobRun, pairs: readonly PairLine[]): Promise<void> {
  for (let from = 0; from < pairs.length; from += PAIRS_A_WRITE) {
    const rows = JSON.stringify(pairs.slice(from, from + PAIRS_A_WRITE));
    context.local(statements.putPairs(rows, { id, at: context.clock.now() }));
    progress({ done: from, total: pairs.length, note: 'keeping-pairs' });
    await breathe();
  }
}

const likelyOf = (pairs: readonly PairLine[]): number => pairs.filter(([, , , band]) => band === 'likely').length;

/** Everything known of a changed party is found anew; what was found of it before goes. */
async function scanChanged(
  run: JobRun,
  last: statements.ScanRow,
  changed: readonly string[],
): Promise<Result<ScanResult, Failure>> {
  const { db, clock } = run.context;
  const through = db.first(statements.selectLastChange({}))?.seq ?? last.through_change;
  const judgeOf = createBaseJudge();
  const pairs = new Map<string, PairLine>();
  for (const [index, id] of changed.entries()) {
    run.context.local(statements.deletePairsOf(id));
    const lines = pairsOfChanged(run, id, judgeOf(db));
    if (lines.length > 0)
      run.context.local(statements.putPairs(JSON.stringify(lines), { id: last.scan_id, at: clock.now() }));
    for (const line of lines) pairs.set(line[0], line);
    run.progress({ done: index + 1, total: changed.length, note: 'comparing-people' });
    await run.breathe();
  }
  run.context.local(statements.putLastScan({ ...withoutId(last), finished_at: clock.now(), through_change: through }));
  const found = [...pairs.values()];
  return ok({ parties: changed.length, pairs: found.length, likely: likelyOf(found), full: false });
}

/** What was merged into another is looked at as that one. */
function pairsOfChanged({ context: { db } }: JobRun, id: string, base: BaseJudge): PairLine[] {
  const [party] = knownParties(db, [id]).values();
  if (party === undefined) return [];
  const own = party.row.id;
  return findMatches({ db, base }, party.identity, own).map(({ party: other, judgement }) =>
    pairLine(own, other.row.id, { band: judgement.band ?? 'possible', weight: weightOf(judgement.bits) }),
  );
}

const withoutId = ({ id: _, ...columns }: statements.ScanRow): Omit<statements.ScanRow, 'id'> => columns;
