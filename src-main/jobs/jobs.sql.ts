// Every statement on jobs and their schedules.

import { compiled, sql, statement, tables, type Query, type Tables } from '../db';

export type JobRow = Tables['job'];
export type ScheduleRow = Tables['job_schedule'];

export const insertJob = (row: JobRow): Query => compiled(tables.insertInto('job').values(row));

export const updateJob = (id: string, columns: Partial<JobRow>): Query =>
  compiled(tables.updateTable('job').set(columns).where('id', '=', id));

export const selectJob = statement<{ id: string }, JobRow>((arg) =>
  tables.selectFrom('job').selectAll().where('id', '=', arg('id')),
);

export interface JobFilter {
  /** Only jobs somebody asked for. */
  readonly userId: string | undefined;
  readonly kinds: readonly string[] | undefined;
  readonly limit: number;
}

export function selectJobs({ userId, kinds, limit }: JobFilter): Query<JobRow> {
  let query = tables.selectFrom('job').selectAll();
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  if (kinds !== undefined) query = query.where('kind', 'in', [...kinds]);
  return compiled(query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit));
}

/** Waiting jobs, oldest first. */
export const selectQueued = statement<Record<string, never>, JobRow>(() =>
  tables.selectFrom('job').selectAll().where('state', '=', 'queued').orderBy('created_at').orderBy('id'),
);

/** What a crash left behind: nobody else runs jobs on this base. */
export const selectLeftRunning = statement<Record<string, never>, JobRow>(() =>
  tables.selectFrom('job').selectAll().where('state', '=', 'running').orderBy('created_at'),
);

export function deleteFinished({ id, userId }: { id: string | undefined; userId: string | undefined }): Query {
  let query = tables.deleteFrom('job').where('state', 'in', ['done', 'failed', 'cancelled']);
  if (id !== undefined) query = query.where('id', '=', id);
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  return compiled(query);
}

/** Keeps the newest jobs only: the list is for people, the ledger is for ever. */
export const deleteBeyond = (kept: number): Query =>
  compiled(sql`
    delete from job where state in ('done', 'failed', 'cancelled')
      and id not in (select id from job order by created_at desc limit ${kept})`);

export const selectSchedules = statement<Record<string, never>, ScheduleRow>(() =>
  tables.selectFrom('job_schedule').selectAll().orderBy('id'),
);

export const upsertSchedule = ({ id, ...columns }: ScheduleRow): Query =>
  compiled(
    tables
      .insertInto('job_schedule')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );
