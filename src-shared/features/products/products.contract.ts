// What the office offers: products made, changed, listed, shown and put away; the units and categories they are told by.

import { z } from 'zod';
import { productKinds } from '../../catalogue';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Cursor, PageLimit } from '../../core/schemas';
import { Names } from '../pipelines/pipeline';
import { Category, Product, ProductChange, ProductDraft, ProductRow, Unit } from './product';

const done = z.object({ id: Id });
const Ids = z.array(Id).min(1).max(200);
/** So that what one unit is of another is exact, however they are joined. */
const FactorPart = z.number().int().min(1).max(1_000_000);

const refused = [
  'products.code-taken',
  'products.unit-not-found',
  'products.category-not-found',
  'products.tax-not-found',
  'products.two-included-taxes',
  'products.component-not-found',
  'products.not-a-bundle',
  'products.bundle-empty',
  'products.bundle-circle',
] as const;

export const productsContract = defineContract('products', {
  create: command({ permission: 'products.manage', input: ProductDraft, output: done, errors: [...refused] }),
  update: command({
    permission: 'products.manage',
    input: z.strictObject({ id: Id, set: ProductChange }),
    output: done,
    errors: ['products.not-found', ...refused],
  }),
  /** By code. The text is looked for in code and names, in any spelling. */
  list: query({
    permission: 'products.read',
    input: z.strictObject({
      filter: z
        .strictObject({
          text: z.string().max(100).optional(),
          kind: z.enum(productKinds).optional(),
          /** With everything below it. */
          categoryId: Id.optional(),
          /** Those in use when left out. */
          active: z.boolean().default(true),
        })
        .prefault({}),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ rows: z.array(ProductRow), next: Cursor.nullable() }),
    errors: ['products.cursor-invalid'],
  }),
  show: query({
    permission: 'products.read',
    input: done.strict(),
    output: Product,
    errors: ['products.not-found'],
  }),
  /** No longer offered; what was sold of it keeps its name. */
  archive: command({
    permission: 'products.manage',
    input: z.strictObject({ ids: Ids }),
    output: z.object({ archived: z.number().int() }),
    errors: ['products.not-found'],
  }),
  restore: command({
    permission: 'products.manage',
    input: z.strictObject({ ids: Ids }),
    output: z.object({ restored: z.number().int() }),
    errors: ['products.not-found'],
  }),
  /** Units and categories, those no longer used among them. */
  options: query({
    permission: 'products.read',
    input: z.strictObject({}),
    output: z.object({ units: z.array(Unit), categories: z.array(Category) }),
    errors: [],
  }),
  /** One of it is `part` / `of` of its base: a dozen is 12/1 piece, a minute 1/60 hour. */
  saveUnit: command({
    permission: 'products.manage',
    input: z.strictObject({
      id: Id.optional(),
      names: Names,
      baseId: Id.nullable().default(null),
      part: FactorPart.default(1),
      of: FactorPart.default(1),
      active: z.boolean().default(true),
    }),
    output: done,
    errors: ['products.unit-not-found', 'products.unit-base', 'products.unit-in-use'],
  }),
  saveCategory: command({
    permission: 'products.manage',
    input: z.strictObject({
      id: Id.optional(),
      names: Names,
      parentId: Id.nullable().default(null),
      active: z.boolean().default(true),
    }),
    output: done,
    errors: ['products.category-not-found', 'products.category-circle'],
  }),
});
