// Small schemas that many contracts share: lines of text, instants, civil dates, pages.

import { z } from 'zod';
import { isCivilDate } from '../locale/civil';
import { cleanLine } from '../text/clean';

/** One line a person typed: 1 to 500 characters of which something is left after cleaning. */
export const Line = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => cleanLine(text) !== '', 'blank');
export const OptionalLine = z.string().trim().max(500).nullish();
/** Free text of up to 100,000 characters. */
export const LongText = z.string().max(100_000);
/** Milliseconds since 1970-01-01T00:00:00Z, between the years 1 and 9999. */
export const Instant = z.number().int().min(-62_135_596_800_000).max(253_402_300_799_999);
const DayText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'civil date');
/** A civil date: Gregorian YYYY-MM-DD, a day that exists, never converted by a time zone. */
export const CivilDate = DayText.refine(isCivilDate, 'civil date');
export const CalendarName = z.enum(['gregory', 'umalqura', 'persian']);
export const LanguageCode = z.enum(['ar', 'fa', 'en']);
/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);

/** A date as a person gave it: the day (the operation says when there is none such), the calendar it was thought in, the text as entered. */
export const EnteredDate = z.object({ on: DayText, calendar: CalendarName, text: z.string().max(100) });
export type EnteredDate = z.infer<typeof EnteredDate>;

/** How many rows at most; the door refuses pages over 200 because a window never shows more. */
export const PageLimit = z.number().int().min(1).max(200).default(50);
/** Opaque place in a sorted list, made by the engine. */
export const Cursor = z.string().max(2000);

/** A count that stops early: `value` is exact unless `capped`. */
export const CappedCount = z.object({ value: z.number().int(), capped: z.boolean() });
