// Every night: whose time is over by a rule in force. Nothing is done about it before a person says so.

import { z } from 'zod';
import { monthsLater, type Rule } from '@shared/features/retention/retention';
import { dayInZone, instantOfLocal } from '@shared/locale/zoned-time';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { ReadDb } from '../../db';
import type { JobKind, JobRun } from '../../jobs';
import { memberIdsOf } from '../clusters';
import { siteSettings, siteToday } from '../settings';
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
    const judging = { rules, today: siteToday(db, clock.now()), timeZone: siteSettings(db).timeZone };
    const counted = { parties: 0, over: 0 };
    local(statements.deleteFindings({}));
    if (rules.length === 0) return ok(counted);
    for (let after = ''; ;) {
      const page = db.all(statements.selectPartiesAfter({ after, limit: SLICE }));
      for (const { id } of page) counted.over += judge(run, id, judging);
      counted.parties += page.length;
      run.progress({ done: counted.parties, note: 'judging-records' });
      if (page.length < SLICE) return ok(counted);
      after = page.at(-1)!.id;
      await run.breathe();
    }
  },
};

interface Judging {
  readonly rules: readonly Rule[];
  readonly today: string;
  readonly timeZone: string;
}

/** What the law keeps is not proposed, whatever another rule says. */
function judge({ context }: JobRun, partyId: string, judging: Judging): number {
  const { db, ids, clock, local } = context;
  const parties = memberIdsOf(db, partyId);
  const over = judging.rules.flatMap((rule) => overBy(db, parties, { rule, judging }));
  const [whole] = over.filter(({ things }) => things === null).toSorted((a, b) => strength(b.rule) - strength(a.rule));
  const found = [...(whole === undefined ? [] : [whole]), ...over.filter(({ things }) => things !== null)];
  if (found.length === 0 || legalKeeps(db, parties, judging.today).length > 0) return 0;
  for (const { rule, due, things } of found)
    local(
      statements.insertFinding({
        id: ids(),
        party_id: partyId,
        rule_id: rule.id,
        due_on: due,
        found_at: clock.now(),
        things,
      }),
    );
  return found.length;
}

interface Over {
  readonly rule: Rule;
  readonly due: string;
  /** How many of what the rule is about; null of the person. */
  readonly things: number | null;
}

/** `created` of a thing is its own day; every other event is the person's, and then all of the things are over. */
function overBy(db: ReadDb, parties: readonly string[], of: { rule: Rule; judging: Judging }): Over[] {
  const { rule, judging } = of;
  const due = dueOn(db, parties, rule);
  if (due === 'not-about-them') return [];
  const isOver = due !== 'not-begun' && due <= judging.today;
  if (rule.about === 'person') return isOver ? [{ rule, due, things: null }] : [];
  const ofThings = rule.event === 'created';
  if (!ofThings && !isOver) return [];
  const before = ofThings ? startOfDay(monthsLater(judging.today, -rule.months), judging.timeZone) : null;
  const { count, oldest } = db.first(statements.countThings(rule.about, { parties, before })) ?? {
    count: 0,
    oldest: null,
  };
  if (count === 0 || oldest === null) return [];
  const dueDay = ofThings ? monthsLater(dayInZone(oldest, judging.timeZone), rule.months) : String(due);
  return [{ rule, due: dueDay, things: count }];
}

const startOfDay = (day: string, timeZone: string): number | null => instantOfLocal(`${day}T00:00:00`, timeZone);

const strength = ({ action }: Rule): number => ({ review: 0, pseudonymise: 1, erase: 2 })[action];
