// Which kinds of job run by themselves, and which of them are due. What fell due while the computer was off runs once, soon.

import type { JobSchedule } from '@shared/features/jobs/jobs.contract';
import { nextRunAfter } from '@shared/features/jobs/schedule';
import type { ReadDb, WriteDb } from '../db';
import type { JobKind } from './job-kind';
import { selectSchedules, upsertSchedule, type ScheduleRow } from './jobs.sql';

export type ScheduleChoice = Omit<JobSchedule, 'nextRunAt'>;

interface Moment {
  readonly now: number;
  readonly timeZone: string;
}

interface ScheduleBase {
  readonly read: ReadDb;
  readonly write: WriteDb;
}

/** Of every kind that has one: as the office chose it, otherwise as the kind proposes. */
export function schedulesOf(kinds: readonly JobKind[], db: ReadDb): JobSchedule[] {
  const chosen = new Map(db.all(selectSchedules({})).map((row) => [row.id, row]));
  return kinds.flatMap(({ name, scheduled }) => {
    if (scheduled === undefined) return [];
    const row = chosen.get(name);
    return [row === undefined ? { kind: name, ...scheduled.by, nextRunAt: null } : scheduleOf(row)];
  });
}

export function chooseSchedule(
  { write }: ScheduleBase,
  choice: ScheduleChoice,
  { now, timeZone }: Moment,
): JobSchedule {
  const schedule = { ...choice, nextRunAt: nextRunAfter(choice, now, timeZone) };
  write.run(upsertSchedule(rowOf(schedule)));
  return schedule;
}

/** The kinds that are due now; each is moved on to its next time. One never seen before gets its first time and waits for it. */
export function dueSchedules(kinds: readonly JobKind[], base: ScheduleBase, moment: Moment): string[] {
  const due: string[] = [];
  for (const schedule of schedulesOf(kinds, base.read)) {
    const { kind, every, nextRunAt } = schedule;
    if (every === 'never' || (nextRunAt !== null && nextRunAt > moment.now)) continue;
    if (nextRunAt !== null) due.push(kind);
    chooseSchedule(base, schedule, moment);
  }
  return due;
}

const scheduleOf = (row: ScheduleRow): JobSchedule => ({
  kind: row.id,
  every: row.every,
  minuteOfDay: row.minute_of_day,
  weekDay: row.week_day,
  monthDay: row.month_day,
  nextRunAt: row.next_run_at,
});

const rowOf = (schedule: JobSchedule): ScheduleRow => ({
  id: schedule.kind,
  every: schedule.every,
  minute_of_day: schedule.minuteOfDay,
  week_day: schedule.weekDay,
  month_day: schedule.monthDay,
  next_run_at: schedule.nextRunAt,
});
