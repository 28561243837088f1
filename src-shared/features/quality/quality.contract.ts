// What can be asked about the quality of records: rules, what breaks them, how complete a record is.

import { z } from 'zod';
import { partyKinds, qualitySeverities, roleTypes } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CappedCount, Cursor, Instant, Line, PageLimit } from '../../core/schemas';
import { Definition, WishDefinition } from './rule';
import { testedEntities } from './testable';

/** Of a rule or wish: the name of one that ships, or an id. */
export const RuleId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const UserRef = z.object({ id: Id, name: z.string() });
const Severity = z.enum(qualitySeverities);

/** Where a rule or wish is mended: the field whose form a page offers, with the values it starts from (the kind of a contact point). */
export const Place = z.object({
  of: z.enum(testedEntities),
  field: z.string().nullable(),
  values: z.record(z.string(), z.string()),
});
export type Place = z.infer<typeof Place>;

export const QualityRule = z.object({
  id: RuleId,
  /** Ships with the product; null where the office made it. */
  preset: z.boolean(),
  /** null: the words of the one that ships. */
  name: z.string().nullable(),
  severity: Severity,
  owner: UserRef.nullable(),
  active: z.boolean(),
  definition: Definition,
  place: Place,
});
export type QualityRule = z.infer<typeof QualityRule>;

export const QualityWish = z.object({
  id: RuleId,
  preset: z.boolean(),
  name: z.string().nullable(),
  /** 0: not wished for. */
  weight: z.number().int(),
  definition: WishDefinition,
  place: Place,
});
export type QualityWish = z.infer<typeof QualityWish>;

export const Finding = z.object({
  rule: QualityRule,
  party: z.object({ id: Id, kind: z.enum(partyKinds), name: z.string(), owner: UserRef.nullable() }),
  /** The part that it is about, and what stands there. */
  recordId: Id.nullable(),
  evidence: z.string().nullable(),
  dismissed: z.object({ by: UserRef.nullable(), at: Instant, reason: z.string() }).nullable(),
});
export type Finding = z.infer<typeof Finding>;

const Average = { score: z.number().int(), parties: z.number().int() };
export const Averages = z.object({
  all: z.object(Average).nullable(),
  owners: z.array(z.object({ owner: UserRef.nullable(), ...Average })),
  roles: z.array(z.object({ role: z.enum(roleTypes), ...Average })),
});
export type Averages = z.infer<typeof Averages>;

/** What a finished search answers. */
export const QualityScanResult = z.object({
  parties: z.number().int(),
  findings: z.number().int(),
  /** Whether everybody was looked at. */
  full: z.boolean(),
});
export type QualityScanResult = z.infer<typeof QualityScanResult>;

const Chosen = { ruleId: RuleId.optional(), ownerId: Id.nullable().optional(), severity: Severity.optional() };
const OnParty = z.strictObject({ partyId: Id, ruleId: RuleId });

export const qualityContract = defineContract('quality', {
  rules: query({
    permission: 'quality.read',
    input: z.strictObject({}),
    output: z.object({ rules: z.array(QualityRule), wishes: z.array(QualityWish) }),
    errors: [],
  }),
  /** Without an id a new rule is made, which needs a name. */
  saveRule: command({
    permission: 'quality.manage',
    input: z.strictObject({
      id: RuleId.optional(),
      name: Line.nullable(),
      severity: Severity,
      ownerId: Id.nullable(),
      active: z.boolean(),
      definition: Definition,
    }),
    output: z.object({ id: RuleId }),
    errors: ['quality.rule-not-found', 'quality.name-required', 'quality.owner-unknown'],
  }),
  /** A rule of the office goes; one that ships is again as it came. */
  removeRule: command({
    permission: 'quality.manage',
    input: z.strictObject({ id: RuleId }),
    output: z.object({}),
    errors: ['quality.rule-not-found'],
  }),
  saveWish: command({
    permission: 'quality.manage',
    input: z.strictObject({
      id: RuleId.optional(),
      name: Line.nullable(),
      weight: z.number().int().min(0).max(10),
      definition: WishDefinition,
    }),
    output: z.object({ id: RuleId }),
    errors: ['quality.rule-not-found', 'quality.name-required'],
  }),
  removeWish: command({
    permission: 'quality.manage',
    input: z.strictObject({ id: RuleId }),
    output: z.object({}),
    errors: ['quality.rule-not-found'],
  }),
  /** How many break each rule, by the last search and every change since; and how complete records are on average. */
  summary: query({
    permission: 'quality.read',
    input: z.strictObject({}),
    output: z.object({
      counts: z.array(z.object({ rule: QualityRule, count: CappedCount })),
      /** Of the records that whoever asks sees; null when completeness looks at what they do not see whole. */
      averages: Averages.nullable(),
      last: z
        .object({
          finishedAt: Instant,
          parties: z.number().int(),
          changed: CappedCount,
          /** Rules or wishes were changed since: what they find now shows after the next search. */
          rulesChanged: z.boolean(),
        })
        .nullable(),
    }),
    errors: [],
  }),
  /** What breaks the active rules, rule by rule, the severest first; those dismissed the latest first. */
  list: query({
    permission: 'quality.read',
    input: z.strictObject({
      ...Chosen,
      dismissed: z.boolean().default(false),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ findings: z.array(Finding), next: Cursor.nullable() }),
    errors: ['quality.cursor-invalid'],
  }),
  /** One party, judged now. */
  ofParty: query({
    permission: 'quality.read',
    input: z.strictObject({ id: Id }),
    output: z.object({
      /** Weights of what is there, in hundredths of the weights of all that is wished for; null when nothing is. */
      score: z.number().int().min(0).max(100).nullable(),
      wishes: z.array(z.object({ wish: QualityWish, has: z.boolean() })),
      findings: z.array(Finding),
    }),
    errors: ['quality.party-not-found'],
  }),
  /** Looks through the base in the background: only at what changed since, unless `full`, or a day has passed, or rules changed. */
  scan: action({
    permission: 'quality.fix',
    input: z.strictObject({ full: z.boolean().default(false) }),
    output: z.object({ jobId: Id }),
    errors: [],
  }),
  /** It does not matter here: not shown again, until reopened. */
  dismiss: command({
    permission: 'quality.fix',
    input: OnParty.extend({ reason: Line }),
    output: z.object({}),
    errors: ['quality.party-not-found', 'quality.rule-not-found'],
  }),
  reopen: command({
    permission: 'quality.fix',
    input: OnParty,
    output: z.object({}),
    errors: ['quality.not-dismissed'],
  }),
});
