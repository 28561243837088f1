// Where what a rule finds is mended: read off its conditions, so that a rule of the office has a way to the field as well.

import type { Place } from './quality.contract';
import type { Condition } from './rule';

/** What lists show in one column belongs to parts of the party. */
const shownFrom: Readonly<Record<string, Place>> = {
  primary_phone: { of: 'contact_point', field: 'value', values: { kind: 'phone' } },
  primary_email: { of: 'contact_point', field: 'value', values: { kind: 'email' } },
  city: { of: 'address', field: 'city', values: {} },
  display_name: { of: 'party_name', field: 'text', values: {} },
  last_activity_at: { of: 'activity_party', field: 'at', values: {} },
};

const mainFields: Partial<Readonly<Record<Condition['of'], string>>> = {
  party_name: 'text',
  contact_point: 'value',
  identifier: 'value',
  activity_party: 'at',
};

/** The last condition says what is wrong; those before it, when that matters. */
export function placeOf(conditions: readonly Condition[]): Place {
  const { of, where } = conditions.at(-1)!;
  const last = where.findLast(({ test }) => test !== 'in' && test !== 'not-in') ?? where.at(-1);
  const shown = of === 'party' && where.length > 0 ? shownFrom[where[0]!.field] : undefined;
  if (shown !== undefined) return shown;
  const chosen = where.flatMap((one) => (one.test === 'in' ? [[one.field, one.values[0]!] as const] : []));
  const field = of === 'contact_point' && last?.field === 'normal' ? 'value' : last?.field;
  const isChoice = chosen.some(([name]) => name === field);
  return {
    of,
    field: field === undefined || isChoice ? (mainFields[of] ?? field ?? null) : field,
    values: Object.fromEntries(chosen),
  };
}
