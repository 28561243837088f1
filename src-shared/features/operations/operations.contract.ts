// The ledger as people see it: what was done, by whom, and how to take it back.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Cursor, Instant, PageLimit } from '../../core/schemas';

export const OperationSummary = z.object({
  id: Id,
  seq: z.number().int(),
  at: Instant,
  userId: Id.nullable(),
  userName: z.string(),
  command: z.string(),
  reason: z.string().nullable(),
  /** Joins what people see as one: the batches of an import, the steps of a long undo. */
  groupId: Id.nullable(),
  /** Operations this line stands for: 1, or with `grouped` all of its group under the same command. */
  steps: z.number().int(),
  changes: z.number().int(),
  undoes: Id.nullable(),
  /** With several steps only when none of them is left to undo. */
  undoneBy: Id.nullable(),
});
export type OperationSummary = z.infer<typeof OperationSummary>;

export const operationsContract = defineContract('operations', {
  list: query({
    permission: 'operations.read',
    input: z.strictObject({
      userId: Id.optional(),
      groupId: Id.optional(),
      /** Only what touched several records: imports, bulk edits, merges, several thrown away or brought back at once. */
      several: z.boolean().default(false),
      /** One line for each group, in the place of its newest operation. */
      grouped: z.boolean().default(false),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    /** The batches of a large import are looked through to be one line. */
    long: true,
    output: z.object({ operations: z.array(OperationSummary), next: Cursor.nullable() }),
    errors: ['operations.cursor-invalid'],
  }),
  /**
   * Takes back one operation (`id`), every operation of an import (`groupId`), or what the caller did last.
   * What somebody changed since is kept and counted, never overwritten; where nothing is left to take back, nothing is done.
   * Many changes are taken back by a job of the kind `operations.undo`, whose end is waited for: it tells how far it is, can be
   * cancelled, and goes on after the next unlock when the base is locked meanwhile.
   */
  undo: action({
    permission: 'operations.undo',
    approval: { rule: 'undo', exactly: (input) => input },
    input: z.strictObject({ id: Id.optional(), groupId: Id.optional() }),
    output: z.object({
      operationId: Id.nullable(),
      command: z.string(),
      reversed: z.number().int(),
      kept: z.number().int(),
      impossible: z.number().int(),
    }),
    errors: [
      'operations.not-found',
      'operations.nothing-to-undo',
      'operations.nothing-reversed',
      'operations.erased',
      'operations.already-undone',
      'operations.not-undoable',
      'operations.not-yours',
      'operations.undo-cancelled',
      'operations.undo-waits',
    ],
  }),
});
