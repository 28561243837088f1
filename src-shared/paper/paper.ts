// A document as it goes onto paper: what stands on it in which order, in words that are already written. Whoever makes one decides every
// word; how it looks and where its pages end is decided once, for all of them (paper-html.ts).

import { z } from 'zod';
import { digitSets } from '../locale/language';
import { LanguageCode } from '../core/schemas';

const Short = z.string().max(2000);
const Long = z.string().max(100_000);

const Fact = z.strictObject({ label: Short, value: Short });

/** A column whose cells are figures stands at its end and keeps them on one line. */
const Column = z.strictObject({ label: Short, kind: z.enum(['text', 'figure']) });
const Row = z.strictObject({ cells: z.array(Short).max(12), note: Short.optional() });

export const PaperBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: Short }),
  z.strictObject({ kind: z.literal('text'), text: Long }),
  /** Whom it is for: a name and lines below it. */
  z.strictObject({ kind: z.literal('address'), label: Short, name: Short, lines: z.array(Short).max(12) }),
  z.strictObject({ kind: z.literal('facts'), facts: z.array(Fact).max(40) }),
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(Column).min(1).max(12),
    rows: z.array(Row).max(5000),
    /** Below the table, kept together; the last one is what it comes to. */
    sums: z.array(Fact).max(20),
  }),
  /** What it comes to, in words. */
  z.strictObject({ kind: z.literal('words'), lines: z.array(Short).max(4) }),
  /** Lines to sign on. */
  z.strictObject({ kind: z.literal('signatures'), labels: z.array(Short).max(4) }),
]);
export type PaperBlock = z.output<typeof PaperBlock>;

/** A picture as it lies in the file, at most some hundred kilobytes. */
export const PaperLogo = z
  .string()
  .max(700_000)
  .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/);

export const Letterhead = z.strictObject({
  name: Short,
  lines: z.array(Short).max(8),
  logo: PaperLogo.nullable(),
});
export type Letterhead = z.output<typeof Letterhead>;

export const Paper = z.strictObject({
  language: LanguageCode,
  /** Of the numbers of pages; every other figure is already written. */
  digits: z.enum(digitSets),
  title: Short,
  /** Beside the title and at the foot of every page. */
  number: Short,
  letterhead: Letterhead.nullable(),
  blocks: z.array(PaperBlock).max(200),
  /** At the foot of every page: `{page}` and `{pages}` become figures. */
  foot: z.strictObject({ text: Short, pages: Short }),
  /** When it was issued, ms UTC, which the file says too: the same document is the same file, whenever it is made. */
  issuedAt: z.number().int(),
});
export type Paper = z.output<typeof Paper>;
