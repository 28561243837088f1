// A product: a good, a service with the steps in which it is done, or a bundle of others.

import { z } from 'zod';
import { productKinds } from '../../catalogue';
import type { Factor } from '../../core/document-arithmetic';
import { Id } from '../../core/ids';
import { Line } from '../../core/schemas';
import { MOST_MINOR } from '../../locale/money';
import { Names } from '../pipelines/pipeline';

/** Millionths of a unit, more than none. */
export const Quantity = z.number().int().min(1).max(MOST_MINOR);

const Description = z.string().trim().max(2000);
/** In each language, where there is something to say. */
export const Descriptions = z.strictObject({ ar: Description, fa: Description, en: Description });

export const Step = z.strictObject({
  names: Names,
  /** Who does it, as the office calls them. */
  who: Line.nullable(),
  /** How long it takes. */
  minutes: z.number().int().min(0).max(100_000),
  /** What the client sees of it, or is promised. */
  promise: Names.nullable(),
});
export type Step = z.infer<typeof Step>;

export const Component = z.strictObject({ productId: Id, quantity: Quantity });
export type Component = z.infer<typeof Component>;

const terms = {
  /** Short and without spaces, unlike any other's, whatever the case of its letters. */
  code: z
    .string()
    .trim()
    .regex(/^\S{1,40}$/u, 'code'),
  names: Names,
  descriptions: Descriptions.nullable(),
  categoryId: Id.nullable(),
  /** Null: counted in pieces. */
  unitId: Id.nullable(),
  taxIds: z.array(Id).max(5),
  steps: z.array(Step).max(30),
  /** Of a bundle only. */
  components: z.array(Component).max(50),
};

export const ProductDraft = z.strictObject({
  kind: z.enum(productKinds),
  ...terms,
  descriptions: terms.descriptions.default(null),
  categoryId: terms.categoryId.default(null),
  unitId: terms.unitId.default(null),
  taxIds: terms.taxIds.default([]),
  steps: terms.steps.default([]),
  components: terms.components.default([]),
});
export type ProductDraft = z.output<typeof ProductDraft>;

export const ProductChange = z.strictObject(terms).partial();
export type ProductChange = z.output<typeof ProductChange>;

/** A row of the list. */
export const ProductRow = z.object({
  id: Id,
  code: z.string(),
  kind: z.enum(productKinds),
  names: Names,
  categoryId: Id.nullable(),
  unitId: Id.nullable(),
  active: z.boolean(),
  /** Of one, in the default price book, in minor units; null when it has none of its own there. */
  price: z.object({ amount: z.number().int(), currency: z.string() }).nullable(),
});
export type ProductRow = z.infer<typeof ProductRow>;

export const Product = ProductRow.extend({
  descriptions: Descriptions.nullable(),
  taxIds: z.array(Id),
  steps: z.array(Step),
  components: z.array(Component.extend({ code: z.string(), names: Names })),
  /** Bundles that hold it. */
  inBundles: z.array(z.object({ id: Id, code: z.string(), names: Names })),
});
export type Product = z.infer<typeof Product>;

export const Unit = z.object({
  id: Id,
  names: Names,
  /** Of which it is a multiple or a part; null: it stands for itself. */
  baseId: Id.nullable(),
  part: z.number().int(),
  of: z.number().int(),
  active: z.boolean(),
});
export type Unit = z.infer<typeof Unit>;

export const Category = z.object({ id: Id, names: Names, parentId: Id.nullable(), active: z.boolean() });
export type Category = z.infer<typeof Category>;

/** How many of `to` one of `from` is, exactly; null when they measure different things. */
export function conversion(from: Unit, to: Unit): Factor | null {
  if ((from.baseId ?? from.id) !== (to.baseId ?? to.id)) return null;
  return lowest(from.part * to.of, from.of * to.part);
}

function lowest(part: number, of: number): Factor {
  const divisor = greatestCommonDivisor(part, of);
  return { part: part / divisor, of: of / divisor };
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));

/** The category and all above it, the nearest first. */
export function pathOf(categories: ReadonlyMap<string, Pick<Category, 'parentId'>>, id: string | null): string[] {
  const path: string[] = [];
  for (let at = id; at !== null && !path.includes(at); at = categories.get(at)?.parentId ?? null) path.push(at);
  return path;
}
