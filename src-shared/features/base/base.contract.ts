// The base as a whole: counts, verification, sample data.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';

export const baseContract = defineContract('base', {
  counts: query({
    permission: 'session.use',
    input: z.strictObject({}),
    output: z.object({ parties: z.number().int(), activities: z.number().int(), operations: z.number().int() }),
    errors: [],
    long: true,
  }),
  /** Checks every page, every index, the ledger against the rows it describes, and the audit chain. */
  verify: query({
    permission: 'base.verify',
    input: z.strictObject({ quick: z.boolean().default(false) }),
    output: z.object({
      sound: z.boolean(),
      findings: z.array(z.object({ check: z.string(), detail: z.string() })),
      counts: z.record(z.string(), z.number().int()),
      chain: z.object({ operations: z.number().int(), head: z.string(), brokenAt: z.number().int().nullable() }),
    }),
    errors: [],
    long: true,
    whole: true,
  }),
  /** The same in full as a job in the background, with its findings as the job's result; once a week by itself. */
  check: action({
    permission: 'base.verify',
    input: z.strictObject({}),
    output: z.object({ jobId: Id }),
    errors: [],
  }),
  /** Fills a base with invented, realistic data of any size. */
  generate: action({
    permission: 'base.manage',
    input: z.strictObject({
      parties: z.number().int().min(1).max(5_000_000),
      activities: z.number().int().min(0).max(50_000_000).default(0),
      seed: z
        .number()
        .int()
        .min(0)
        .max(2 ** 31)
        .default(1),
    }),
    output: z.object({ parties: z.number().int(), activities: z.number().int() }),
    errors: [],
  }),
  /** Fills an empty base with the invented sample office. */
  loadSample: action({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({ parties: z.number().int(), activities: z.number().int() }),
    errors: ['base.not-empty'],
  }),
});
