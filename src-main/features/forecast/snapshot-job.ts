// The snapshot of a day: of every deal that is not as the snapshot before saw it, one line. Killed and taken up again it writes no line twice.

import { z } from 'zod';
import { ok } from '@shared/core/result';
import { dayInZone } from '@shared/locale/zoned-time';
import type { Tables } from '../../db';
import type { JobKind, JobRun } from '../../jobs';
import { siteSettings } from '../settings';
import { stageOdds } from '../pipelines';
import * as statements from './forecast.sql';

export interface SnapshotResult {
  readonly day: string;
  /** Deals that were not as before. */
  readonly lines: number;
}

const DEALS_A_SLICE = 100;
const CHANGES_A_SLICE = 5_000;
/** A first snapshot sees what ended within the longest fiscal year before it. */
const YEAR = 400 * 86_400_000;
const AFTER_MIDNIGHT = 10;

export const takeSnapshot: JobKind<Record<string, never>, SnapshotResult> = {
  name: 'forecast.snapshot',
  permission: 'deals.read',
  input: z.strictObject({}),
  errors: [],
  interrupted: 'resume',
  whole: true,
  scheduled: {
    by: { every: 'daily', minuteOfDay: AFTER_MIDNIGHT, weekDay: 0, monthDay: 1 },
    permissions: ['deals.read'],
  },
  async run(run) {
    const { db, clock } = run.context;
    const { timeZone } = siteSettings(db);
    const day = dayInZone(clock.now(), timeZone);
    const last = db.first(statements.selectSnapshotOn({ day: '9999-12-31' }));
    if (last !== undefined && last.taken_on >= day) return ok({ day: last.taken_on, lines: 0 });
    const through = db.first(statements.selectLastChange({}))?.seq ?? 0;
    const deals = last === undefined ? await everyDeal(run) : await changedDeals(run, last.through_change, through);
    let lines = 0;
    for (let done = 0; done < deals.length; done += DEALS_A_SLICE) {
      lines += writeLines(run, deals.slice(done, done + DEALS_A_SLICE), { day, timeZone });
      run.progress({ done, total: deals.length });
      await run.breathe();
    }
    run.context.commit(({ db: writing, ids, at }) => {
      const odds = Object.fromEntries([...stageOdds(writing)].map(([id, { odds: own }]) => [id, own]));
      const row = { id: ids(), taken_on: day, at, through_change: through, odds: JSON.stringify(odds) };
      writing.run(statements.insertSnapshot(row));
      return ok(undefined);
    });
    return ok({ day, lines });
  },
};

async function everyDeal(run: JobRun): Promise<string[]> {
  const { db, clock } = run.context;
  const found: string[] = [];
  for (let after = ''; ;) {
    const ids = db.all(statements.selectDealIdsAfter({ after, since: clock.now() - YEAR, limit: CHANGES_A_SLICE }));
    found.push(...ids.map(({ id }) => id));
    if (ids.length < CHANGES_A_SLICE) return found;
    after = ids.at(-1)!.id;
    await run.breathe();
  }
}

async function changedDeals(run: JobRun, after: number, through: number): Promise<string[]> {
  const found = new Set<string>();
  for (let from = after; from < through; from += CHANGES_A_SLICE) {
    const slice = { after: from, through: Math.min(through, from + CHANGES_A_SLICE) };
    for (const { id } of run.context.db.all(statements.selectChangedDeals(slice))) if (id !== null) found.add(id);
    await run.breathe();
  }
  return [...found];
}

/** Answers how many were not as before. */
function writeLines(
  run: JobRun,
  deals: readonly string[],
  { day, timeZone }: { readonly day: string; readonly timeZone: string },
): number {
  const written = run.context.commit(({ db, ids }) => {
    let lines = 0;
    for (const deal of db.all(statements.selectDealsToLine({ deals: JSON.stringify(deals) }))) {
      const line = lineOf(deal, timeZone);
      const { stage_id, state, category, owner_id, amount, currency, counts_on } = line;
      if (JSON.stringify([stage_id, state, category, owner_id, amount, currency, counts_on]) === deal.line) continue;
      db.run(statements.insertLine({ id: ids(), taken_on: day, ...line }));
      lines += 1;
    }
    return ok(lines);
  });
  return written.ok ? written.value : 0;
}

const lineOf = (deal: Tables['deal'], timeZone: string) => ({
  deal_id: deal.id,
  party_id: deal.party_id,
  stage_id: deal.stage_id,
  state: deal.deleted_at === null ? deal.state : ('gone' as const),
  category: deal.category,
  owner_id: deal.owner_id,
  amount: deal.amount,
  currency: deal.currency,
  counts_on: deal.state === 'open' ? deal.expected_on : dayInZone(deal.stage_at, timeZone),
});
