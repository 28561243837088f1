// How far a goal is: what was won or done by its people, held against the working days that have ended.

import type { GoalProgress, GoalView } from '@shared/features/goals/goals.contract';
import { workingDaysIn } from '@shared/core/working-time';
import { addDays } from '@shared/locale/civil';
import type { ReadDb } from '../../db';
import { instantsOf, wonSums, type SumRow } from '../deals';
import { siteSettings } from '../settings';
import type { Asked } from './asked';
import { selectActivityCount, selectPeopleOf } from './goals.sql';

/** More or less than this many hundredths of what is due is ahead or behind. */
const TOLERANCE = 5n;

export function progressOf(db: ReadDb, asked: Asked): (goal: GoalView) => GoalProgress {
  const { period, today, timeZone } = asked;
  const times = siteSettings(db);
  const won = wonSums(db, period, timeZone);
  const workingInAll = workingDaysIn(times, period.from, period.to);
  const yesterday = addDays(today, -1);
  const worked = workingDaysIn(times, period.from, yesterday < period.to ? yesterday : period.to);
  return (goal) => {
    const reached = reachedBy(db, goal, { won, asked });
    const target = BigInt(goal.target);
    const due =
      workingInAll === 0 ? 0n : (target * BigInt(worked) * 2n + BigInt(workingInAll)) / BigInt(workingInAll * 2);
    return {
      ...goal,
      reached: reached.toString(),
      due: due.toString(),
      workedDays: worked,
      workingDays: workingInAll,
      pace: paceOf(reached, { target, due }),
    };
  };
}

function reachedBy(
  db: ReadDb,
  { owner, unit, metric, currency }: GoalView,
  { won, asked: { period, timeZone } }: { readonly won: readonly SumRow[]; readonly asked: Asked },
): bigint {
  const people = peopleOf(db, { owner, unit }, period.to);
  if (metric === 'activities') {
    const authors = people === null ? null : JSON.stringify([...people]);
    return BigInt(
      db.first(selectActivityCount({ authors, ...instantsOf(period.from, period.to, timeZone) }))?.count ?? 0,
    );
  }
  const theirs = won.filter(({ owner_id }) => people === null || people.has(owner_id));
  if (metric === 'won-count') return theirs.reduce((all, { count }) => all + BigInt(count), 0n);
  return theirs.reduce((all, row) => (row.currency === currency ? all + BigInt(row.sum) : all), 0n);
}

/** Null for everybody. */
function peopleOf(
  db: ReadDb,
  { owner, unit }: Pick<GoalView, 'owner' | 'unit'>,
  day: string,
): ReadonlySet<string> | null {
  if (owner !== null) return new Set([owner.id]);
  if (unit === null) return null;
  return new Set(db.all(selectPeopleOf({ unit: unit.id, day })).map(({ id }) => id));
}

function paceOf(
  reached: bigint,
  { target, due }: { readonly target: bigint; readonly due: bigint },
): GoalProgress['pace'] {
  if (reached >= target) return 'reached';
  if (reached * 100n >= due * (100n + TOLERANCE)) return 'ahead';
  return reached * 100n >= due * (100n - TOLERANCE) ? 'on-pace' : 'behind';
}
