// How promising a lead is, from 0 to 100, of what is known of it: a table of points, each with its reason. Nothing is guessed.

import { z } from 'zod';
import type { leadSources } from '../../catalogue';

export const scoreRules = [
  'reachable',
  'consent',
  'source',
  'recency',
  'answers',
  'need',
  'value',
  'customer',
] as const;
export type ScoreRule = (typeof scoreRules)[number];

const Weight = z.number().int().min(0).max(100);
/** The most points of each rule; together a hundred. */
export const ScoreWeights = z.strictObject({
  reachable: Weight,
  consent: Weight,
  source: Weight,
  recency: Weight,
  answers: Weight,
  need: Weight,
  value: Weight,
  customer: Weight,
});
export type ScoreWeights = z.infer<typeof ScoreWeights>;

export const defaultWeights: ScoreWeights = {
  reachable: 15,
  consent: 5,
  source: 15,
  recency: 15,
  answers: 20,
  need: 10,
  value: 10,
  customer: 10,
};

export const weightsSum = (weights: ScoreWeights): number => scoreRules.reduce((sum, rule) => sum + weights[rule], 0);

/** What is known of a lead, as its reader sees it. */
export interface ScoreFacts {
  /** Kinds of channels by which they may be reached: telephone, mail. */
  readonly channels: number;
  /** The last thing they said about being contacted; null when they were not asked. */
  readonly consent: 'given' | 'refused' | 'withdrawn' | null;
  readonly source: (typeof leadSources)[number];
  /** Days since the last contact in either direction, or since the lead was received. */
  readonly days: number;
  /** How often they turned to us after the lead was received. */
  readonly answers: number;
  readonly need: boolean;
  readonly value: boolean;
  readonly known: 'customer' | 'known' | 'new';
}

/** Why so many points: `what` is the finding in the words `leads.score.<rule>.<what>`. */
export interface ScoreReason {
  readonly rule: ScoreRule;
  readonly what: string;
  readonly points: number;
  /** The most there is for this rule. */
  readonly of: number;
}

export interface Score {
  readonly value: number;
  readonly reasons: readonly ScoreReason[];
}

/** What is found, and how many of a hundred of the rule's points it gives. */
type Finding = readonly [what: string, share: number];

const sourceShares: Readonly<Record<ScoreFacts['source'], number>> = {
  referral: 100,
  'walk-in': 80,
  phone: 70,
  website: 60,
  event: 50,
  email: 50,
  message: 50,
  social: 40,
  campaign: 40,
  other: 20,
  import: 10,
};

const rules: Readonly<Record<ScoreRule, (facts: ScoreFacts) => Finding>> = {
  reachable: ({ channels }) => (channels > 1 ? ['both', 100] : channels === 1 ? ['one', 70] : ['none', 0]),
  consent: ({ consent }) =>
    consent === 'given' ? ['given', 100] : consent === null ? ['unasked', 40] : ['refused', 0],
  source: ({ source }) => [source, sourceShares[source]],
  recency: ({ days }) => (days < 1 ? ['day', 100] : days < 7 ? ['week', 70] : days < 30 ? ['month', 30] : ['older', 0]),
  answers: ({ answers }) => (answers > 1 ? ['often', 100] : answers === 1 ? ['once', 60] : ['never', 0]),
  need: ({ need }) => (need ? ['named', 100] : ['unnamed', 0]),
  value: ({ value }) => (value ? ['named', 100] : ['unnamed', 0]),
  customer: ({ known }) => [known, { customer: 100, known: 50, new: 0 }[known]],
};

/** Points are whole, halves upwards; as the weights are a hundred together, so is the most that can be reached. */
export function scoreOf(facts: ScoreFacts, weights: ScoreWeights): Score {
  const reasons = scoreRules.map((rule): ScoreReason => {
    const [what, share] = rules[rule](facts);
    return { rule, what, points: Math.round((weights[rule] * share) / 100), of: weights[rule] };
  });
  return { value: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

/** Every finding there is, for the words of each. */
export const scoreFindings: Readonly<Record<ScoreRule, readonly string[]>> = {
  reachable: ['both', 'one', 'none'],
  consent: ['given', 'unasked', 'refused'],
  source: Object.keys(sourceShares),
  recency: ['day', 'week', 'month', 'older'],
  answers: ['often', 'once', 'never'],
  need: ['named', 'unnamed'],
  value: ['named', 'unnamed'],
  customer: ['customer', 'known', 'new'],
};
