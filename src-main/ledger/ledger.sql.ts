// Every statement on the ledger itself.

import { sql, statement, tables, type Query, type RawBuilder, type SqlBool } from '../db';
import type { ChangeRow, OperationRow } from '../db';

export const openContext = statement<{ seq: number; erases: number }>((arg) =>
  tables.insertInto('current_operation').values({ one: 1, seq: arg('seq'), erases: arg('erases') }),
);

export const closeContext = statement<Record<string, never>>(() => tables.deleteFrom('current_operation'));

export const insertOperation = (row: OperationRow): Query => insertRow(row as unknown as Record<string, unknown>);

const columns = [
  'seq',
  'id',
  'device_id',
  'counter',
  'hlc',
  'at',
  'user_id',
  'actor',
  'command',
  'reason',
  'group_id',
  'undoes_id',
  'details',
  'first_change',
  'last_change',
  'changes',
  'payload_hash',
  'previous_hash',
  'hash',
  'note_salt',
  'note_hash',
] as const satisfies readonly (keyof OperationRow)[];

const insertRow = statement<Record<string, unknown>>((arg) =>
  tables.insertInto('operation').values(Object.fromEntries(columns.map((column) => [column, arg(column)])) as never),
);

export const selectLastOperation = statement<Record<string, never>, OperationRow>(() =>
  tables.selectFrom('operation').selectAll().orderBy('seq', 'desc').limit(1),
);

export const selectLastCounter = statement<{ device: string }, { counter: number }>((arg) =>
  tables
    .selectFrom('operation')
    .select('counter')
    .where('device_id', '=', arg('device'))
    .orderBy('counter', 'desc')
    .limit(1),
);

export const selectLastChange = statement<Record<string, never>, { seq: number | null }>(() =>
  tables.selectFrom('change').select(sql<number | null>`max(seq)`.as('seq')),
);

export const selectChangesAfter = statement<{ seq: number }, ChangeRow>((arg) =>
  tables.selectFrom('change').selectAll().where('seq', '>', arg('seq')).orderBy('seq'),
);

export const selectChangesBetween = statement<{ first: number; last: number }, ChangeRow>((arg) =>
  tables
    .selectFrom('change')
    .selectAll()
    .where('seq', '>=', arg('first'))
    .where('seq', '<=', arg('last'))
    .orderBy('seq'),
);

export const selectOperation = statement<{ id: string }, OperationRow>((arg) =>
  tables.selectFrom('operation').selectAll().where('id', '=', arg('id')),
);

/** The command under which things are taken back. A long undo is several operations of it; the last one names what it undoes. */
export const undoCommand = 'operations.undo';

/** That an operation still stands: it is no undo, and no undo names it. */
export const stands = sql<SqlBool>`operation.command <> ${sql.lit(undoCommand)}
  and not exists (select 1 from operation as undo where undo.undoes_id = operation.id)`;

/** Newest first; what was undone already is left out. */
export const selectStandingOfGroup = statement<{ group: string }, OperationRow>((arg) =>
  tables
    .selectFrom('operation')
    .selectAll()
    .where('group_id', '=', arg('group'))
    .where('changes', '>', 0)
    .where(stands)
    .orderBy('seq', 'desc'),
);

/** Whether a group of operations did anything that an undo could have taken back since. */
export const selectFirstOfGroup = statement<{ group: string }, { seq: number }>((arg) =>
  tables
    .selectFrom('operation')
    .select('seq')
    .where('group_id', '=', arg('group'))
    .where('changes', '>', 0)
    .where('command', '<>', undoCommand)
    .limit(1),
);

export const selectUndoOf = statement<{ id: string }, { id: string }>((arg) =>
  tables.selectFrom('operation').select('id').where('undoes_id', '=', arg('id')).limit(1),
);

/** What only an operation that erases may do: words go, their hash stays. */
export const eraseChange = statement<{ seq: number; hash: Uint8Array }>((arg) =>
  tables
    .updateTable('change')
    .set({ old: null, new: null, salt: null, hash: arg('hash') })
    .where('seq', '=', arg('seq')),
);
export const eraseNote = statement<{ seq: number; hash: Uint8Array }>((arg) =>
  tables
    .updateTable('operation')
    .set({ reason: null, details: null, note_salt: null, note_hash: arg('hash') })
    .where('seq', '=', arg('seq')),
);
export const selectChange = statement<{ seq: number }, ChangeRow>((arg) =>
  tables.selectFrom('change').selectAll().where('seq', '=', arg('seq')),
);
export const selectOperationAt = statement<{ seq: number }, OperationRow>((arg) =>
  tables.selectFrom('operation').selectAll().where('seq', '=', arg('seq')),
);

export const selectOperationsFrom = statement<{ after: number; limit: number }, OperationRow>((arg) =>
  tables.selectFrom('operation').selectAll().where('seq', '>', arg('after')).orderBy('seq').limit(arg('limit')),
);

/** Place of the last operation before a stamp of the hybrid clock: read backwards, no further than that. */
export const lastBefore = (stamp: RawBuilder<string>): RawBuilder<number> =>
  sql<number>`coalesce((select seq from operation where hlc < ${stamp} order by seq desc limit 1), 0)`;
