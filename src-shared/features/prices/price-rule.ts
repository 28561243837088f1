// A price rule as data: when it holds, what it does to the price of one, and in which order rules are asked.

import { z } from 'zod';
import { Id } from '../../core/ids';
import { CivilDate } from '../../core/schemas';
import { MOST_MINOR } from '../../locale/money';
import { Currency, Names } from '../pipelines/pipeline';
import { Quantity } from '../products/product';
import { barOf, choicesOf, type Bar, type CustomerFact } from './price-facts';

/** Where something is sold. */
export const priceChannels = ['office', 'phone', 'web', 'visit', 'partner'] as const;
export type PriceChannel = (typeof priceChannels)[number];

const Ids = z.array(Id).min(1).max(200);

const Fact = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('product'), in: Ids }),
  /** With everything below it. */
  z.strictObject({ fact: z.literal('category'), in: Ids }),
  z.strictObject({ fact: z.literal('book'), in: Ids }),
  z.strictObject({ fact: z.literal('channel'), in: z.array(z.enum(priceChannels)).min(1) }),
  /** 0 Sunday … 6 Saturday. */
  z.strictObject({ fact: z.literal('weekday'), in: z.array(z.number().int().min(0).max(6)).min(1).max(7) }),
  /** In the unit of the product. */
  z.strictObject({ fact: z.literal('quantity'), least: Quantity.optional(), most: Quantity.optional() }),
  /** `field` is a fact of the client's class (`price-facts.ts`); that it may drive a price is not asked by this shape. */
  z.strictObject({
    fact: z.literal('customer'),
    field: z.string().max(80),
    in: z.array(z.string().min(1).max(100)).min(1).max(30),
  }),
]);
export type Fact = z.infer<typeof Fact>;

export type Condition =
  | Fact
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const Condition: z.ZodType<Condition> = z.union([
  Fact,
  z.strictObject({
    get all() {
      return z.array(Condition).max(10);
    },
  }),
  z.strictObject({
    get any() {
      return z.array(Condition).min(1).max(10);
    },
  }),
  z.strictObject({
    get not() {
      return Condition;
    },
  }),
]);

/** To the price of one: a share (basis points) or an amount (minor units) less or more, or another price. Never below nothing. */
export const Effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), by: z.number().int().min(-10_000).max(10_000) }),
  z.strictObject({
    kind: z.literal('amount'),
    by: z.number().int().min(-MOST_MINOR).max(MOST_MINOR),
    currency: Currency,
  }),
  z.strictObject({ kind: z.literal('price'), price: z.number().int().min(0).max(MOST_MINOR), currency: Currency }),
]);
export type Effect = z.infer<typeof Effect>;

const terms = {
  names: Names,
  condition: Condition,
  effect: Effect,
  /** Lower ones first, each on what the one before has left. */
  priority: z.number().int().min(0).max(10_000),
  from: CivilDate.nullable(),
  to: CivilDate.nullable(),
  /** Where it holds, no later rule does. */
  ends: z.boolean(),
  active: z.boolean(),
};

export const PriceRuleDraft = z.strictObject({
  id: Id.optional(),
  ...terms,
  priority: terms.priority.default(100),
  from: terms.from.default(null),
  to: terms.to.default(null),
  ends: terms.ends.default(false),
  active: terms.active.default(true),
});
export type PriceRuleDraft = z.output<typeof PriceRuleDraft>;

export const PriceRule = z.object({ id: Id, ...terms });
export type PriceRule = z.infer<typeof PriceRule>;

const DEEPEST = 6;
const MOST_FACTS = 100;

export type ConditionProblem =
  | { readonly problem: 'field'; readonly field: string; readonly bar: Bar }
  | { readonly problem: 'value'; readonly field: string; readonly value: string }
  | { readonly problem: 'size' };

/** What makes a condition unusable, however deep it lies; null when nothing does. */
export function problemOf(condition: Condition): ConditionProblem | null {
  const facts = factsIn(condition);
  if (facts === null || facts.length > MOST_FACTS) return { problem: 'size' };
  for (const fact of facts) {
    if (fact.fact !== 'customer') continue;
    const bar = barOf(fact.field);
    if (bar !== null) return { problem: 'field', field: fact.field, bar };
    const choices = choicesOf(fact.field as CustomerFact);
    const unknown = fact.in.find((value) => choices !== undefined && !choices.includes(value));
    if (unknown !== undefined) return { problem: 'value', field: fact.field, value: unknown };
  }
  return null;
}

/** Every fact of a condition; null when it is nested too deep. */
export function factsIn(condition: Condition, depth = 0): readonly Fact[] | null {
  if (depth > DEEPEST) return null;
  if ('fact' in condition) return [condition];
  const inner = 'not' in condition ? [condition.not] : 'all' in condition ? condition.all : condition.any;
  const found = inner.map((each) => factsIn(each, depth + 1));
  return found.includes(null) ? null : found.flatMap((facts) => facts ?? []);
}

/** What is known of a line when its price is asked. */
export interface PriceFacts {
  readonly productId: string;
  /** Its category and all above. */
  readonly categoryIds: readonly string[];
  readonly bookId: string;
  readonly channel: PriceChannel | null;
  readonly weekday: number;
  /** In the unit of the product, as a fraction of millionths. */
  readonly quantity: { readonly part: bigint; readonly of: bigint };
  /** Values of the client's class; empty for nobody in particular. */
  readonly customer: Readonly<Partial<Record<CustomerFact, readonly string[]>>>;
}

export function isMet(condition: Condition, facts: PriceFacts): boolean {
  if ('all' in condition) return condition.all.every((each) => isMet(each, facts));
  if ('any' in condition) return condition.any.some((each) => isMet(each, facts));
  if ('not' in condition) return !isMet(condition.not, facts);
  switch (condition.fact) {
    case 'product':
      return condition.in.includes(facts.productId);
    case 'category':
      return condition.in.some((id) => facts.categoryIds.includes(id));
    case 'book':
      return condition.in.includes(facts.bookId);
    case 'channel':
      return facts.channel !== null && condition.in.includes(facts.channel);
    case 'weekday':
      return condition.in.includes(facts.weekday);
    case 'quantity':
      return isBetween(facts.quantity, condition);
    case 'customer':
      return condition.in.some((value) => facts.customer[condition.field as CustomerFact]?.includes(value) === true);
  }
}

function isBetween({ part, of }: PriceFacts['quantity'], { least, most }: { least?: number; most?: number }): boolean {
  return (least === undefined || part >= BigInt(least) * of) && (most === undefined || part <= BigInt(most) * of);
}
