// Is the base in good hands? What an office has to look after, in plain findings, each with what to do about it.

import { z } from 'zod';
import { defineContract, query } from '../../core/contract';
import { Instant } from '../../core/schemas';

export const healthLevels = ['good', 'attention', 'danger'] as const;
export const healthRemedies = [
  'add-target',
  'make-backup',
  'rehearse',
  'check',
  'exit-drill',
  'show-jobs',
  'renew-code',
  'make-cards',
  'finish-cards',
  'show-users',
  'change-key',
] as const;

export const HealthFinding = z.object({
  /** `<matter>.<state>`; its words are `health.<code>`. */
  code: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  level: z.enum(healthLevels),
  /** When it was last so, where that matters. */
  at: Instant.nullable(),
  count: z.number().int().nullable(),
  remedy: z.enum(healthRemedies).nullable(),
});
export type HealthFinding = z.infer<typeof HealthFinding>;

export const healthContract = defineContract('health', {
  report: query({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({ findings: z.array(HealthFinding), worst: z.enum(healthLevels) }),
    errors: [],
    whole: true,
  }),
});
