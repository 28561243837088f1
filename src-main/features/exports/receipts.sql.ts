// Statements on what the log keeps of files that left the base.

import { sql, statement, tables } from '../../db';

export interface ReceiptRow {
  readonly id: string;
  readonly at: number;
  readonly user_id: string | null;
  readonly command: string;
  /** JSON: `Receipt` without who and when. */
  readonly details: string;
}

/** As the index `operation_export` has them. */
const leaves = sql<boolean>`command in ('exports.make', 'exports.makeExit', 'privacy.accessPack')`;

const receipts = () =>
  tables
    .selectFrom('operation')
    .select(['id', 'at', 'user_id', 'command', sql<string>`details`.as('details')])
    .where(leaves)
    .where(sql`details ->> '$.sha256'`, 'is not', null)
    .orderBy('seq', 'desc');

export const selectReceipts = statement<{ limit: number }, ReceiptRow>((arg) => receipts().limit(arg('limit')));

export const selectReceiptsBy = statement<{ userId: string; limit: number }, ReceiptRow>((arg) =>
  receipts().where('user_id', '=', arg('userId')).limit(arg('limit')),
);

export const selectReceiptOf = statement<{ sha256: string }, ReceiptRow>((arg) =>
  receipts()
    .where(sql`details ->> '$.sha256'`, '=', arg('sha256'))
    .limit(1),
);
