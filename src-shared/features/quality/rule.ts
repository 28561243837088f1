// A rule as data: whom it is about, and what holds of a record that breaks it. The engine makes SQL of it; no text in it ever becomes SQL.

import { z } from 'zod';
import { partyKinds, roleTypes } from '../../catalogue';
import { patternNames } from './patterns';
import { testableFields, testedEntities, testsOf } from './testable';

/** Ten thousand days are twenty-seven years. */
const Days = z.number().int().min(0).max(36_500);
const Value = z.string().min(1).max(100);
const field = z.string().max(40);

/**
 * empty: nothing is there (a flag: not set). in, not-in: one, or none, of some values; what is empty is in none.
 * older: a day at least `days` and one day ago; within: later than that. What is empty is neither.
 * shared: more than `more` other parties have the same, not counting those related to this one or to somebody in common.
 */
export const FieldTest = z.discriminatedUnion('test', [
  z.strictObject({ field, test: z.enum(['empty', 'filled']) }),
  z.strictObject({ field, test: z.enum(['in', 'not-in']), values: z.array(Value).min(1).max(30) }),
  z.strictObject({ field, test: z.enum(['older', 'within']), days: Days }),
  z.strictObject({ field, test: z.enum(['matches', 'matches-not']), pattern: z.enum(patternNames) }),
  z.strictObject({ field, test: z.literal('shared'), more: z.number().int().min(1).max(40) }),
]);
export type FieldTest = z.output<typeof FieldTest>;

/** How many rows of one entity pass all tests: at least, at most, or both. Of `party` there is one row, as the page shows it. */
export const Condition = z
  .strictObject({
    of: z.enum(testedEntities),
    where: z.array(FieldTest).max(6).default([]),
    least: z.number().int().min(1).max(100).optional(),
    most: z.number().int().min(0).max(100).optional(),
  })
  .superRefine(({ of, where, least, most }, context) => {
    if (least === undefined && most === undefined)
      context.addIssue({ code: 'custom', message: 'count', path: ['least'] });
    for (const [index, one] of where.entries())
      if (!fits(of, one)) context.addIssue({ code: 'custom', message: 'field', path: ['where', index] });
  });
export type Condition = z.output<typeof Condition>;

function fits(of: Condition['of'], one: FieldTest): boolean {
  if (!testsOf(of, one.field).includes(one.test)) return false;
  const { choices } = testableFields(of)[one.field]!;
  return choices === undefined || !('values' in one) || one.values.every((value) => choices.includes(value));
}

/** Nothing named means everybody; a role counts until it ends. */
export const Scope = z.strictObject({
  kinds: z.array(z.enum(partyKinds)).max(partyKinds.length).default([]),
  roles: z.array(z.enum(roleTypes)).max(roleTypes.length).default([]),
});
export type Scope = z.output<typeof Scope>;

export const Definition = z.strictObject({ who: Scope, all: z.array(Condition).min(1).max(6) });
export type Definition = z.output<typeof Definition>;

/** Something a complete record has. */
export const WishDefinition = z.strictObject({ who: Scope, has: Condition });
export type WishDefinition = z.output<typeof WishDefinition>;
