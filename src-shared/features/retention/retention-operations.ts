// How long what is kept: rules of the office, whose time is over, and what a lost device or user held.

import { z } from 'zod';
import { retainedThings, retentionActions, retentionEvents, roleTypes } from '../../catalogue';
import { action, command, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CivilDate, Instant, OptionalLine } from '../../core/schemas';

/** That of a rule that ships with the product, or a made one. */
export const RetentionRuleId = z.string().min(1).max(60);

export const RetentionRule = z.object({
  id: RetentionRuleId,
  /** Ships with the product; its words are `privacy.retention.<id>` while `name` is null. */
  preset: z.boolean(),
  name: z.string().nullable(),
  role: z.enum(roleTypes).nullable(),
  event: z.enum(retentionEvents),
  months: z.number().int().min(1).max(1200),
  action: z.enum(retentionActions),
  /** The law forbids to erase before. */
  binding: z.boolean(),
  source: z.string().nullable(),
  active: z.boolean(),
  about: z.enum(retainedThings),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

export const RetentionProposal = z.object({
  id: Id,
  party: z.object({ id: Id, name: z.string() }),
  rule: RetentionRule,
  dueOn: CivilDate,
  /** Somebody said that nothing about them may go. */
  onHold: z.boolean(),
  /** How many of what the rule is about are over; null of the person. */
  things: z.number().int().nullable(),
});
export type RetentionProposal = z.infer<typeof RetentionProposal>;

export const BreachClass = z.object({ privacyClass: z.number().int(), people: z.number().int() });

export const Breach = z.object({
  userName: z.string(),
  /** Whom the user could see, by what a role with their rights is shown. */
  people: z.number().int(),
  /** Of whom class 2 and class 3 are held. */
  classes: z.array(BreachClass),
  /** Whom the log says that they looked at, in the time asked about. */
  lookedAt: z.number().int(),
  /** Of base and files on every device. */
  encryption: z.string(),
  /** By when the authority must know, ms UTC. */
  tellBy: Instant,
});
export type Breach = z.infer<typeof Breach>;

export const retentionOperations = {
  retentionRules: query({
    permission: 'privacy.manage',
    input: z.strictObject({}),
    output: z.object({ rules: z.array(RetentionRule) }),
    errors: [],
  }),
  saveRetentionRule: command({
    permission: 'privacy.manage',
    input: z.strictObject({
      id: RetentionRuleId.optional(),
      name: OptionalLine,
      role: z.enum(roleTypes).nullable(),
      event: z.enum(retentionEvents),
      months: z.number().int().min(1).max(1200),
      action: z.enum(retentionActions),
      binding: z.boolean(),
      source: OptionalLine,
      active: z.boolean(),
      /** Of things that are not the person only a review is proposed. */
      about: z.enum(retainedThings).default('person'),
    }),
    output: z.object({ id: RetentionRuleId }),
    errors: ['privacy.rule-not-found', 'privacy.rule-name-required', 'privacy.rule-review-only'],
  }),
  /** A rule of the office goes; one that ships is again as it came. */
  removeRetentionRule: command({
    permission: 'privacy.manage',
    input: z.strictObject({ id: RetentionRuleId }),
    output: z.object({}),
    errors: ['privacy.rule-not-found'],
  }),
  /** Looks now for whose time is over; every night it is done by itself. */
  review: action({
    permission: 'privacy.manage',
    input: z.strictObject({}),
    output: z.object({ jobId: Id }),
    errors: [],
  }),
  proposals: query({
    permission: 'privacy.manage',
    input: z.strictObject({}),
    output: z.object({ proposals: z.array(RetentionProposal), more: z.boolean() }),
    errors: [],
  }),
  /** Whom and what a lost device or a user's seat held, from when it was noticed. */
  breach: query({
    permission: 'privacy.manage',
    input: z.strictObject({ userId: Id, since: Instant.optional(), noticedAt: Instant.optional() }),
    output: Breach,
    errors: ['privacy.user-not-found'],
    whole: true,
  }),
  /** Who they are, for telling them: number and name as CSV. */
  breachList: action({
    permission: 'privacy.manage',
    input: z.strictObject({ userId: Id, file: z.string().min(1).max(4000) }),
    takesOut: () => 'everyone',
    output: z.object({ people: z.number().int() }),
    errors: ['privacy.user-not-found', 'files.not-found', 'files.disk-full', 'files.read-only', 'files.io'],
  }),
};
