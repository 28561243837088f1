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
  groupId: Id.nullable(),
  changes: z.number().int(),
  undoes: Id.nullable(),
  undoneBy: Id.nullable(),
});
export type OperationSummary = z.infer<typeof OperationSummary>;

export const operationsContract = defineContract('operations', {
  list: query({
    permission: 'operations.read',
    input: z.strictObject({
      userId: Id.optional(),
      groupId: Id.optional(),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ operations: z.array(OperationSummary), next: Cursor.nullable() }),
    errors: ['operations.cursor-invalid'],
  }),
  /**
   * Takes back one operation (`id`), every operation of an import (`groupId`), or what the caller did last.
   * What somebody changed since is kept and counted, never overwritten; where nothing is left to take back, nothing is done.
   */
  undo: action({
    permission: 'operations.undo',
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
      'operations.already-undone',
      'operations.not-undoable',
      'operations.not-yours',
    ],
  }),
});
