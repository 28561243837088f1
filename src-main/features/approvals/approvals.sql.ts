// Statements on requests for approval and on what the measures of their rules count.

import { compiled, sql, statement, tables, type ApprovalEventRow, type Query } from '../../db';
import { lastBefore } from '../../ledger';

export const insertEvent = (row: Omit<ApprovalEventRow, 'seq'>): Query =>
  compiled(
    tables
      .insertInto('approval_event')
      .values({ ...row, seq: sql<number>`(select coalesce(max(seq), 0) + 1 from approval_event)` }),
  );

export const emptyEvent = { body: '', exactly: '', public_key: null, signature: null, operation_id: null } as const;

/** Everything about one request, in order. */
export const selectEvents = statement<{ id: string }, ApprovalEventRow>((arg) =>
  tables.selectFrom('approval_event').selectAll().where('request_id', '=', arg('id')).orderBy('seq'),
);

export const selectRequestsBy = statement<{ userId: string; since: number }, { request_id: string }>((arg) =>
  tables
    .selectFrom('approval_event')
    .select('request_id')
    .where('step', '=', sql.lit('requested'))
    .where('user_id', '=', arg('userId'))
    .where('at', '>=', arg('since'))
    .orderBy('seq'),
);

export const selectLastRequests = statement<{ limit: number }, { request_id: string }>((arg) =>
  tables
    .selectFrom('approval_event')
    .select('request_id')
    .where('step', '=', sql.lit('requested'))
    .orderBy('seq', 'desc')
    .limit(arg('limit')),
);

export const selectUseOf = statement<{ operationId: string }, { request_id: string }>((arg) =>
  tables.selectFrom('approval_event').select('request_id').where('operation_id', '=', arg('operationId')),
);

/** Changes of removals since a stamp of the hybrid clock. */
export const countRemoved = statement<{ userId: string; stamp: string }, { count: number }>((arg) =>
  tables
    .selectFrom('operation')
    .select(sql<number>`coalesce(sum(changes), 0)`.as('count'))
    .where('seq', '>', lastBefore(arg('stamp')))
    .where('user_id', '=', arg('userId'))
    .where('command', '=', sql.lit('parties.remove')),
);
