// Asking for, giving and refusing approval of what must not be done on one person's word.

import { z } from 'zod';
import { approvalNeeds, approvalRules } from '../../core/approval';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Instant, Line } from '../../core/schemas';
import { UserRef } from '../parties/party';
import { Passphrase } from '../recovery/proof';
import { Login } from '../users/users.contract';
import { approvalStates } from './approval';

export const Approval = z.object({
  id: Id,
  state: z.enum(approvalStates),
  operation: z.string(),
  rule: z.enum(approvalRules),
  needs: z.enum(approvalNeeds),
  who: UserRef.nullable(),
  /** What exactly is to be done, as JSON text. */
  exactly: z.string(),
  count: z.number().int(),
  most: z.number().int(),
  fields: z.array(z.string()),
  purpose: z.string().nullable(),
  recipient: z.string().nullable(),
  askedAt: Instant,
  expiresAt: Instant,
  /** Who approved or refused it. */
  decidedBy: UserRef.nullable(),
  decidedAt: Instant.nullable(),
  usedAt: Instant.nullable(),
});
export type Approval = z.infer<typeof Approval>;

const proofErrors = [
  'keys.wrong-passphrase',
  'keys.too-many-attempts',
  'keys.unknown-user',
  'keys.keyring-altered',
] as const;
const decideErrors = [
  'approvals.not-found',
  'approvals.not-waiting',
  'approvals.expired',
  'approvals.own',
  'approvals.not-allowed',
  ...proofErrors,
] as const;

/** A request or its approval as text; of a request to remove ten thousand records some 300 kB. */
const Code = z.string().min(1).max(1_000_000);
const codeErrors = ['approvals.code-invalid', 'approvals.code-altered', 'approvals.expired', 'approvals.own'] as const;

export const approvalsContract = defineContract('approvals', {
  /** The caller's own requests and, for whoever may approve, everybody's of the last days; the newest first. */
  list: query({
    permission: 'session.use',
    input: z.strictObject({ ids: z.array(Id).max(100).optional(), state: z.enum(approvalStates).optional() }),
    output: z.object({ approvals: z.array(Approval) }),
    errors: [],
  }),
  /**
   * Confirms with the caller's own passphrase that they want exactly this done. Where a second person has to approve it waits for them,
   * 24 hours at most; otherwise it may be done at once. Done it is by calling the operation again, once.
   */
  request: action({
    permission: 'session.use',
    input: z.strictObject({
      operation: z.string().max(200),
      input: z.unknown(),
      purpose: Line.optional(),
      recipient: Line.optional(),
      passphrase: Passphrase,
    }),
    output: z.object({ id: Id, state: z.enum(approvalStates), needs: z.enum(approvalNeeds), expiresAt: Instant }),
    errors: [
      'approvals.not-protected',
      'approvals.not-needed',
      'approvals.not-allowed',
      'approvals.input-invalid',
      'approvals.purpose-missing',
      'approvals.nobody',
      ...proofErrors,
    ],
  }),
  /** A second person signs, on this machine by typing their login and passphrase, or signed in themselves with their passphrase. */
  approve: action({
    permission: 'session.use',
    input: z.strictObject({ id: Id, login: Login.optional(), passphrase: Passphrase }),
    output: z.object({ id: Id }),
    errors: decideErrors,
  }),
  refuse: action({
    permission: 'approvals.approve',
    input: z.strictObject({ id: Id, reason: Line.optional() }),
    output: z.object({ id: Id }),
    errors: ['approvals.not-found', 'approvals.not-waiting', 'approvals.own'],
  }),
  /** By who asked, while it was not used. */
  withdraw: action({
    permission: 'session.use',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['approvals.not-found', 'approvals.not-waiting'],
  }),
  /** The caller's own request as text that is carried to somebody at another seat. */
  exportCode: query({
    permission: 'session.use',
    input: z.strictObject({ id: Id }),
    output: z.object({ code: z.string() }),
    errors: ['approvals.not-found', 'approvals.not-waiting', 'approvals.expired'],
  }),
  /** What such a text asks for, held against the keyring of this seat. */
  readCode: query({
    permission: 'approvals.approve',
    input: z.strictObject({ code: Code }),
    output: z.object({ approval: Approval }),
    errors: codeErrors,
  }),
  /** Signs it with the caller's own passphrase; the answer is carried back. */
  signCode: action({
    permission: 'approvals.approve',
    input: z.strictObject({ code: Code, passphrase: Passphrase }),
    output: z.object({ id: Id, code: z.string() }),
    errors: [...codeErrors, ...proofErrors],
  }),
  /** The answer, at the seat of whoever asked. */
  acceptCode: action({
    permission: 'session.use',
    input: z.strictObject({ code: Code }),
    output: z.object({ id: Id }),
    errors: [
      'approvals.code-invalid',
      'approvals.code-altered',
      'approvals.not-found',
      'approvals.not-waiting',
      'approvals.expired',
      'approvals.own',
      'approvals.not-allowed',
    ],
  }),
});
