// The search for what breaks the rules, as a job: everybody in the order of their ids, or who changed since the last time.

import { z } from 'zod';
import type { QualityScanResult } from '@shared/features/quality/quality.contract';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { JobKind, JobRun } from '../../jobs';
import { siteToday } from '../settings';
import { findingsOf, judgedOf, scoresOf } from './judge';
import { officeRules } from './office-rules';
import * as findings from './quality.sql';
import * as statements from './scan.sql';
import type { KeptAverages } from './averages';
import { averageInThread, judgeInThread, type JudgedStep } from './scan-thread';

const Input = z.strictObject({ full: z.boolean().default(false) });

/** Where a search of everybody is: `through` was the ledger's last change when it began. */
const Checkpoint = z.object({
  /** Rules and day it judges by; a search that is taken up by others begins anew. */
  by: z.string(),
  through: z.number(),
  after: z.string(),
  done: z.number(),
  found: z.number(),
});
type Checkpoint = z.output<typeof Checkpoint>;

/** Looking at everybody on a thread is better than at more changed parties than this one after the other. */
export const MOST_CHANGED = 5_000;
/** Parties judged at once in the engine's own time: some 10 ms. */
const PARTIES_A_SLICE = 50;
const NIGHT = 3 * 60 + 30;

export const scanQuality: JobKind<z.output<typeof Input>, QualityScanResult> = {
  name: 'quality.scan',
  permission: 'quality.fix',
  input: Input,
  errors: [],
  interrupted: 'resume',
  whole: true,
  scheduled: {
    by: { every: 'daily', minuteOfDay: NIGHT, weekDay: 0, monthDay: 1 },
    permissions: ['quality.read', 'quality.fix', 'parties.read'],
  },
  async run(run, { full }) {
    const { db, clock } = run.context;
    const last = db.first(statements.selectLastScan({}));
    const { mark } = officeRules(db);
    const day = siteToday(db, clock.now());
    const whole = full || run.checkpoint !== null || last?.day !== day || last.rules_mark !== mark;
    const changed = whole ? [] : changedSince(run, last.through_change);
    if (!whole && changed.length <= MOST_CHANGED) return lookAtChanged(run, last, changed);
    return lookAtEverybody(run, { day, mark });
  },
};

const changedSince = ({ context: { db } }: JobRun, after: number): string[] =>
  db.all(statements.selectChangedParties({ after, limit: MOST_CHANGED + 1 })).map(({ id }) => id);

const lastChange = ({ context: { db } }: JobRun): number => db.first(statements.selectLastChange({}))?.seq ?? 0;

async function lookAtEverybody(
  run: JobRun,
  { day, mark }: { readonly day: string; readonly mark: string },
): Promise<Result<QualityScanResult, Failure>> {
  const kept = Checkpoint.safeParse(run.checkpoint);
  const by = `${day} ${mark}`;
  let place: Checkpoint =
    kept.success && kept.data.by === by ? kept.data : { by, through: lastChange(run), after: '', done: 0, found: 0 };
  for (let more = true; more;) {
    const input = { after: place.after, now: run.context.clock.now(), done: place.done };
    const judged = await run.inThread<{ steps: readonly JudgedStep[] }>(judgeInThread.name, input);
    if (!judged.ok) return judged;
    for (const step of judged.value.steps) {
      keepStep(run, step);
      more = step.to !== null;
      place = {
        ...place,
        after: step.to ?? place.after,
        done: place.done + step.parties,
        found: place.found + step.findings.length,
      };
      if (more) run.saveCheckpoint(place);
      await run.breathe();
    }
  }
  // Whoever was changed while the search went by may have been judged as they were before.
  const meanwhile = await judgeEach(run, changedSince(run, place.through));
  const ended = await finish(run, { day, rules_mark: mark, parties: place.done, through_change: place.through });
  return ended.ok ? ok({ parties: place.done, findings: place.found + meanwhile, full: true }) : ended;
}

function keepStep({ context }: JobRun, step: JudgedStep): void {
  context.local(statements.deleteFindingsBetween(step));
  if (step.findings.length > 0) context.local(findings.putFindings(JSON.stringify(step.findings)));
  context.local(statements.deleteScoresBetween(step));
  if (step.scores.length > 0) context.local(findings.putScores(JSON.stringify(step.scores)));
}

async function lookAtChanged(
  run: JobRun,
  last: statements.ScanRow,
  changed: readonly string[],
): Promise<Result<QualityScanResult, Failure>> {
  const through_change = lastChange(run);
  const found = await judgeEach(run, changed);
  const { day, rules_mark, parties } = last;
  const ended = await finish(run, { day, rules_mark, parties, through_change });
  return ended.ok ? ok({ parties: changed.length, findings: found, full: false }) : ended;
}

/** Answers how many findings there are of them. Whoever had something in common with them is looked at, too. */
async function judgeEach(run: JobRun, changed: readonly string[]): Promise<number> {
  const { db, clock, local } = run.context;
  const rules = officeRules(db);
  let found = 0;
  for (let from = 0; from < changed.length; from += PARTIES_A_SLICE) {
    const slice = changed.slice(from, from + PARTIES_A_SLICE);
    const near = db.all(findings.selectFound(JSON.stringify(slice), rules.shared, MOST_CHANGED)).map(({ id }) => id);
    const ids = [...new Set([...slice, ...near])];
    const judged = judgedOf(db, ids, { now: clock.now() });
    const lines = findingsOf(db, rules, judged);
    const scores = scoresOf(db, rules, judged);
    local(findings.deleteFindingsOf(JSON.stringify(ids)));
    if (lines.length > 0) local(findings.putFindings(JSON.stringify(lines)));
    local(findings.deleteScoresOf(JSON.stringify(ids)));
    if (scores.length > 0) local(findings.putScores(JSON.stringify(scores)));
    found += lines.length;
    run.progress({ done: from + slice.length, total: changed.length, note: 'judging-records' });
    await run.breathe();
  }
  return found;
}

async function finish(
  run: JobRun,
  columns: Omit<statements.ScanRow, 'id' | 'averages' | 'finished_at'>,
): Promise<Result<void, Failure>> {
  const averages = await run.inThread<KeptAverages>(averageInThread.name, {});
  if (!averages.ok) return averages;
  run.context.local(
    statements.putLastScan({
      ...columns,
      finished_at: run.context.clock.now(),
      averages: JSON.stringify(averages.value),
    }),
  );
  return ok(undefined);
}
