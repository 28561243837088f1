// Every night: whose time is over by a rule in force. Nothing is done about it before a person says so.

import { z } from 'zod';
import type { Rule } from '@shared/features/retention/retention';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { JobKind, JobRun } from '../../jobs';
import { memberIdsOf } from '../clusters';
import { siteToday } from '../settings';
import * as statements from './retention.sql';
import { dueOn, legalKeeps, retentionRules } from './rules';

export interface Reviewed {
  readonly parties: number;
  readonly over: number;
}

const Input = z.strictObject({});
const SLICE = 100;
const NIGHT = 2 * 60 + 30;

export const reviewRetention: JobKind<z.output<typeof Input>, Reviewed> = {
  name: 'privacy.review',
  permission: 'privacy.manage',
  input: Input,
  errors: [],
  interrupted: 'fail',
  whole: true,
  scheduled: {
    by: { every: 'daily', minuteOfDay: NIGHT, weekDay: 0, monthDay: 1 },
    permissions: ['privacy.manage', 'parties.read'],
  },
  async run(run): Promise<Result<Reviewed, Failure>> {
    const { db, clock, local } = run.context;
    const rules = retentionRules(db).filter(({ active }) => active);
    const today = siteToday(db, clock.now());
    const counted = { parties: 0, over: 0 };
    local(statements.deleteFindings({}));
    if (rules.length === 0) return ok(counted);
    for (let after = ''; ;) {
      const page = db.all(statements.selectPartiesAfter({ after, limit: SLICE }));
      for (const { id } of page) counted.over += judge(run, id, { rules, today });
      counted.parties += page.length;
      run.progress({ done: counted.parties, note: 'judging-records' });
      if (page.length < SLICE) return ok(counted);
      after = page.at(-1)!.id;
      await run.breathe();
    }
  },
};

/** What the law keeps is not proposed, whatever another rule says. */
function judge(
  { context }: JobRun,
  partyId: string,
  { rules, today }: { readonly rules: readonly Rule[]; readonly today: string },
): number {
  const { db, ids, clock, local } = context;
  const parties = memberIdsOf(db, partyId);
  const over = rules.flatMap((rule) => {
    const due = dueOn(db, parties, rule);
    return due === 'not-begun' || due === 'not-about-them' || due > today ? [] : [{ rule, due }];
  });
  const [first] = over.toSorted((a, b) => strength(b.rule) - strength(a.rule));
  if (first === undefined || legalKeeps(db, parties, today).length > 0) return 0;
  local(
    statements.insertFinding({
      id: ids(),
      party_id: partyId,
      rule_id: first.rule.id,
      due_on: first.due,
      found_at: clock.now(),
    }),
  );
  return 1;
}

const strength = ({ action }: Rule): number => ({ review: 0, pseudonymise: 1, erase: 2 })[action];
