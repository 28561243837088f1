// A request for approval as it is signed, and where it stands.

import { z } from 'zod';
import { approvalNeeds, approvalRules } from '../../core/approval';
import { Id } from '../../core/ids';
import { Instant, Line } from '../../core/schemas';

/** Signed by who asks and by who approves, as canonical JSON. Times are of the hybrid clock, which never goes back. */
export const ApprovalBody = z.strictObject({
  v: z.literal(1),
  id: Id,
  who: Id,
  operation: z.string().max(200),
  rule: z.enum(approvalRules),
  needs: z.enum(approvalNeeds),
  /** SHA-256 of what exactly is to be done. */
  inputHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Records it touched when it was asked, and the most it may touch when it is done. */
  count: z.number().int().nonnegative(),
  most: z.number().int().nonnegative(),
  /** Class-3 fields, as `entity.field`, that are given out whole. */
  fields: z.array(z.string().max(200)).max(100),
  purpose: Line.nullable(),
  recipient: Line.nullable(),
  askedAt: Instant,
  expiresAt: Instant,
});
export type ApprovalBody = z.infer<typeof ApprovalBody>;

export const APPROVAL_HOURS = 24;

/** waiting: for a second person. granted: may be done once. The rest are ends. */
export const approvalStates = ['waiting', 'granted', 'used', 'refused', 'withdrawn', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** More than was counted when it was asked, for what is written in the office until somebody has approved. */
export const mostOf = (count: number): number => (count <= 1 ? count : count + Math.max(10, Math.ceil(count / 20)));
