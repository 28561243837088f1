// A price book: in which money it is, on which days it holds, how its documents are rounded, and what each product costs in it.

import { z } from 'zod';
import { taxRoundings } from '../../core/document-arithmetic';
import { Id } from '../../core/ids';
import { roundingModes } from '../../core/ratio';
import { CivilDate } from '../../core/schemas';
import { MOST_MINOR } from '../../locale/money';
import { Currency, Names } from '../pipelines/pipeline';

export const Rounding = z.strictObject({
  tax: z.enum(taxRoundings),
  mode: z.enum(roundingModes),
  /** Minor units of the smallest coin. */
  coin: z.number().int().min(1).max(1_000_000),
});

const terms = {
  names: Names,
  /** It stays as it was made. */
  currency: Currency,
  from: CivilDate.nullable(),
  to: CivilDate.nullable(),
  isDefault: z.boolean(),
  rounding: Rounding,
  active: z.boolean(),
};

export const PriceBookDraft = z.strictObject({
  id: Id.optional(),
  ...terms,
  from: terms.from.default(null),
  to: terms.to.default(null),
  isDefault: terms.isDefault.default(false),
  rounding: Rounding.default({ tax: 'line', mode: 'half-up', coin: 1 }),
  active: terms.active.default(true),
});
export type PriceBookDraft = z.output<typeof PriceBookDraft>;

export const PriceBook = z.object({ id: Id, ...terms });
export type PriceBook = z.infer<typeof PriceBook>;

/** What one costs from a quantity on. */
export const Price = z.strictObject({
  /** Millionths; 0: whatever the quantity. */
  fromQuantity: z.number().int().min(0).max(MOST_MINOR),
  /** Minor units. */
  price: z.number().int().min(0).max(MOST_MINOR),
});
export type Price = z.infer<typeof Price>;

/** Whether a day lies in a time that may be open at either end. */
export const isWithin = (
  day: string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): boolean => (from === null || day >= from) && (to === null || day <= to);
