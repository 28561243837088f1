// What the office wants its records to be like, who answers for it, and what this device found wanting.

import { choice, defineEntity, flag, instant, integer, json, reference, text } from './field';

export const qualitySeverities = ['high', 'medium', 'low'] as const;

const once = { merge: 'once', required: true } as const;
const local = { merge: 'local', required: true } as const;

/** A rule of the office, or what it changed of one that ships: then the id is that one's, and there may be no name. */
export const qualityRuleEntity = defineEntity({
  key: 'quality_rule',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    name: text(1),
    severity: choice(1, qualitySeverities, { required: true }),
    owner_id: reference('app_user'),
    active: flag(1, { required: true }),
    definition: json(1, { required: true }),
    created_at: instant(1, once),
  },
});

/** Something a complete record has, and how much it counts; as with rules, the id may be that of one that ships. */
export const qualityWishEntity = defineEntity({
  key: 'quality_wish',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    name: text(1),
    weight: integer(1, { required: true }),
    definition: json(1, { required: true }),
    created_at: instant(1, once),
  },
});

/** A person said that a rule does not matter for a party; kept until somebody takes it back. */
export const qualityDismissalEntity = defineEntity({
  key: 'quality_dismissal',
  subject: 'party_id',
  data: 'office',
  kept: 'person',
  fields: {
    party_id: reference('party', once),
    rule_id: text(1, once),
    reason: text(2, once),
    at: instant(1, once),
    by_id: reference('app_user', once),
  },
});

/** A party that breaks a rule; found, and forgotten, by this device. `judged_by` is the rule with a mark of how it was defined then. */
export const qualityFindingEntity = defineEntity({
  key: 'quality_finding',
  subject: 'party_id',
  data: 'technical',
  kept: 'device',
  fields: {
    judged_by: text(1, local),
    party_id: reference('party', local),
    /** The part of the party that it is about, and what stands there. */
    record_id: text(1, { merge: 'local' }),
    evidence: text(2, { merge: 'local' }),
  },
});

/** The id is the party's: how complete it was when last looked at, 0 to 100. */
export const qualityScoreEntity = defineEntity({
  key: 'quality_score',
  subject: 'id',
  data: 'technical',
  kept: 'device',
  fields: { score: integer(1, local) },
});

/** One row: the last search of the whole base. */
export const qualityScanEntity = defineEntity({
  key: 'quality_scan',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    finished_at: instant(1, local),
    /** The last change of the ledger it has seen. */
    through_change: integer(1, local),
    /** Civil day of the last search of everybody: what is old by now may not have been the day before. */
    day: text(1, local),
    /** Mark of all rules and wishes it judged by. */
    rules_mark: text(1, local),
    parties: integer(1, local),
    averages: json(1, local),
  },
});
