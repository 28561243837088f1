// Bad messages for the door: some blind, most made from the operation's own JSON Schema and then spoilt in one place.
import fc from 'fast-check';
import { z } from 'zod';
import type { Operation } from '@shared/core/contract';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Values that broke a program somewhere: other types, other shapes, keys of objects themselves, texts of every kind. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e\u2066',
    '\u200c\u200f',
    '\ufeff',
    '0',
    -1,
    0,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.MAX_SAFE_INTEGER + 2,
    -(2 ** 53),
    2n ** 64n,
    [],
    {},
    [[]],
    { length: 1 },
    new Date(0),
    new Date(Number.NaN),
    new Map([['a', 1]]),
    new Set([1]),
    new Uint8Array(3),
    /x/,
    Symbol.iterator,
    () => 1,
    Object.create(null),
    JSON.parse('{"__proto__":{"polluted":1}}'),
    { constructor: { prototype: {} } },
    { toString: 1 },
    { toJSON: 1 },
    "'; drop table party; --",
    '" OR 1=1',
    '*',
    '"',
    '()',
    'NEAR(',
    '^',
    '%',
    '_',
    '${1}',
    '{{x}}',
    '../../etc/passwd',
    'A'.repeat(5000),
    'ﷺ'.repeat(700),
    '[1,2]',
    '["x",null]',
    '[null,"x"]',
    '[1e999]',
    '[-1]',
    '{"a":1}',
    '9'.repeat(400),
    '٠١٢٣٤٥٦٧٨٩',
    '+',
    '@',
    '@@@',
    'a@',
    '.',
    '...',
  ),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const known: Readonly<Record<string, readonly string[]>> = {
  day: ['2024-02-29', '1999-12-31', '2023-02-30', '0001-01-01', '9999-12-31'],
  country: ['SA', 'IR', 'ZZ'],
};
const words = [
  'أحمد',
  'کوروش یزدانی',
  'Ann',
  'a@b.example',
  '0501234567',
  '٥',
  'نیم‌فاصله',
  '\u200f',
  '  x  ',
  'x"y',
  '[1,"x"]',
  '[3]',
  'parties',
];

function textOf(
  { pattern, minLength = 0, maxLength = 200 }: Schema,
  ids: () => readonly string[],
): fc.Arbitrary<unknown> {
  if (pattern?.includes('-7[0-9a-f]') === true) return fc.nat(10_000).map((index) => ids()[index % ids().length]);
  if (pattern?.includes('\\d{4}-') === true) return fc.constantFrom(...known['day']!);
  if (pattern === '^[A-Z]{2}$') return fc.constantFrom(...known['country']!);
  const free = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) });
  return fc.oneof(free, fc.constantFrom(...words));
}

/** A message of the right shape. `ids` are records that exist, so that some messages reach deep. */
export function fitting(schema: Schema, ids: () => readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((option) => fitting(option, ids)));
  switch (schema.type) {
    case 'string':
      return textOf(schema, ids);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: bounded(schema.minimum, -1e9), max: bounded(schema.maximum, 1e9) }),
        fc.constantFrom(bounded(schema.minimum, 0), bounded(schema.maximum, 1)),
      );
    case 'array':
      return fc.array(fitting(schema.items ?? {}, ids), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      });
    case 'object': {
      const properties = schema.properties ?? {};
      const record = Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, fitting(property, ids)]),
      );
      return fc.record(record, { requiredKeys: [...(schema.required ?? [])] });
    }
    default:
      return fc.constantFrom<unknown>('x', 1, null, {});
  }
}

const bounded = (value: number | undefined, otherwise: number): number =>
  Math.trunc(Math.min(Math.max(value ?? otherwise, -1e15), 1e15));

export const schemaOf = (operation: Operation): Schema =>
  z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;

/** The message with one value somewhere inside replaced, removed or added. */
export function spoilt(
  message: unknown,
  where: number,
  what: { readonly value: unknown; readonly how: 'replace' | 'remove' | 'add' },
): unknown {
  const copy = structuredClone(message);
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Record<string, unknown>, key });
      visit((value as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const place = places[where % Math.max(places.length, 1)];
  if (place === undefined) return what.value;
  if (what.how === 'remove') delete place.holder[place.key];
  else if (what.how === 'add' && !Array.isArray(place.holder)) place.holder['__extra'] = what.value;
  else place.holder[place.key] = what.value;
  return copy;
}

/** Blind, fitting and spoilt messages for one operation. */
export function messagesFor(operation: Operation, ids: () => readonly string[]): fc.Arbitrary<unknown> {
  const right = fitting(schemaOf(operation), ids);
  const change = fc.record({
    value: hostile,
    how: fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'add' as const),
  });
  return fc.oneof(
    { weight: 2, arbitrary: hostile },
    { weight: 4, arbitrary: right },
    {
      weight: 6,
      arbitrary: fc.tuple(right, fc.nat(1000), change).map(([message, where, what]) => spoilt(message, where, what)),
    },
  );
}
