// What a search reads on a thread of its own: some thousand parties judged at a time, and in the end the averages.

import { z } from 'zod';
import { fail, ok } from '@shared/core/result';
import type { ReadDb } from '../../db';
import type { ThreadTask } from '../../jobs';
import { averagesSeen, type KeptAverages } from './averages';
import { findingsOf, judgedOf, scoresOf, type FindingLine, type ScoreLine } from './judge';
import { officeRules, type OfficeRules } from './office-rules';
import { selectPartyRun } from './quality.sql';
import * as statements from './scan.sql';

/** Parties judged by one statement, and written in one go. */
const PARTIES_A_STEP = 500;
/** Steps of one visit to the thread: what it answers stays within some megabytes however many rules are broken. */
const STEPS_A_VISIT = 20;

const Input = z.object({ after: z.string(), now: z.number(), done: z.number() });

export interface JudgedStep extends statements.Run {
  readonly parties: number;
  readonly findings: readonly FindingLine[];
  readonly scores: readonly ScoreLine[];
}

export const judgeInThread: ThreadTask<unknown, { readonly steps: readonly JudgedStep[] }> = {
  name: 'quality.judge',
  async run(thread, input) {
    const { after, now, done } = Input.parse(input);
    const total = thread.db.first(statements.selectPartyEstimate({}))?.value ?? 0;
    const rules = officeRules(thread.db);
    const steps: JudgedStep[] = [];
    let seen = done;
    let from = after;
    for (let count = 0; count < STEPS_A_VISIT; count += 1) {
      if (thread.isCancelled()) return fail('jobs.cancelled');
      const step = judgeStep(thread.db, rules, { after: from, now });
      steps.push(step);
      seen += step.parties;
      thread.progress({ done: seen, total: Math.max(total, seen), note: 'judging-records' });
      if (step.to === null) break;
      from = step.to;
      await nextTurn();
    }
    return ok({ steps });
  },
};

function judgeStep(db: ReadDb, rules: OfficeRules, { after, now }: { after: string; now: number }): JudgedStep {
  const run = db.all(selectPartyRun({ after, limit: PARTIES_A_STEP })).map(({ id }) => id);
  const judged = judgedOf(db, run, { now, whom: 'roots' });
  return {
    after,
    to: run.length < PARTIES_A_STEP ? null : (run.at(-1) ?? null),
    parties: run.length,
    findings: findingsOf(db, rules, judged),
    scores: scoresOf(db, rules, judged),
  };
}

export const averageInThread: ThreadTask<unknown, KeptAverages> = {
  name: 'quality.average',
  run: ({ db }) => ok(averagesSeen(db)),
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
