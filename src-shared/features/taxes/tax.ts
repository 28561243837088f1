// A tax on what is sold: at which rate from which day on, in the price or on top of it, everywhere or in one branch.

import { z } from 'zod';
import { Id } from '../../core/ids';
import { CivilDate } from '../../core/schemas';
import { Names } from '../pipelines/pipeline';

/** Basis points: 15 % is 1,500. */
export const Rate = z.number().int().min(0).max(10_000);
export const DatedRate = z.strictObject({ from: CivilDate, rate: Rate });

export const TaxDraft = z.strictObject({
  id: Id.optional(),
  names: Names,
  /** Whether prices hold it already; it stays as it was made. */
  included: z.boolean(),
  rates: z.array(DatedRate).min(1).max(50),
  /** The branch, with everything below it, whose sales it is on; null: all. */
  unitId: Id.nullable().default(null),
  active: z.boolean().default(true),
});
export type TaxDraft = z.output<typeof TaxDraft>;

export const Tax = z.object({
  id: Id,
  names: Names,
  included: z.boolean(),
  rates: z.array(DatedRate),
  unitId: Id.nullable(),
  active: z.boolean(),
});
export type Tax = z.infer<typeof Tax>;

/** The rate of a day in basis points; null before the first one. */
export function rateOn(rates: Tax['rates'], day: string): number | null {
  let found: { from: string; rate: number } | null = null;
  for (const each of rates) if (each.from <= day && (found === null || each.from > found.from)) found = each;
  return found?.rate ?? null;
}
