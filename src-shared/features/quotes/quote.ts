// A quote: what is offered to whom, at which prices and why, until when; in versions of which an issued one never changes.

import { z } from 'zod';
import { partyKinds, quoteStates } from '../../catalogue';
import { Id } from '../../core/ids';
import { CivilDate, Instant, LanguageCode, Line, LongText, OptionalLine } from '../../core/schemas';
import { Amount } from '../deals/deal';
import { UserRef } from '../parties/party';
import { Currency } from '../pipelines/pipeline';
import { Rounding } from '../prices/price-book';
import { Quantity } from '../products/product';
import { Rate } from '../taxes/tax';

const Discount = z.union([z.strictObject({ percent: Rate }), z.strictObject({ amount: Amount })]);
export type QuoteDiscount = z.output<typeof Discount>;

/** What is typed of a line. Of a product what is left out is told by the catalogue; anything else is told whole. */
export const QuoteLineDraft = z.strictObject({
  productId: Id.optional(),
  /** What is offered, in the words of the document. */
  text: OptionalLine,
  quantity: Quantity.default(1_000_000),
  /** Minor units for one, as it was agreed; left out: what the catalogue says. */
  unitPrice: Amount.optional(),
  discount: Discount.optional(),
  /** Of what is no product: the taxes on it. */
  taxIds: z.array(Id).max(5).default([]),
});
export type QuoteLineDraft = z.output<typeof QuoteLineDraft>;

const Words = z.object({ ar: z.string(), fa: z.string(), en: z.string() });
const TaxOnLine = z.object({ id: Id, names: Words, rate: Rate, included: z.boolean(), amount: z.number().int() });

const sums = {
  list: z.number().int(),
  lineDiscount: z.number().int(),
  documentDiscount: z.number().int(),
  net: z.number().int(),
  taxes: z.array(TaxOnLine),
  tax: z.number().int(),
  gross: z.number().int(),
};

/** A line as it is kept. */
export const QuoteLine = z.object({
  productId: Id.nullable(),
  text: z.string(),
  quantity: Quantity,
  /** How many of what the price is for one of it is: a dozen of pieces is 12 / 1. */
  unit: z.object({ part: z.number().int(), of: z.number().int() }),
  unitPrice: z.number().int(),
  /** What the catalogue says; null of what is no product. */
  listPrice: z.number().int().nullable(),
  discount: Discount.nullable(),
  /** Why it has this price, step by step. */
  why: z.array(Words),
  ...sums,
});
export type QuoteLine = z.infer<typeof QuoteLine>;
export const QuoteLines = z.array(QuoteLine);

export const QuoteSums = z.object(sums);
export type QuoteSums = z.infer<typeof QuoteSums>;

const terms = {
  title: Line,
  dealId: Id.nullish(),
  ownerId: Id.nullish(),
  /** The client's own when left out. */
  language: LanguageCode.optional(),
  validUntil: CivilDate.nullish(),
  lines: z.array(QuoteLineDraft).max(200),
  /** On all lines. */
  discount: Discount.nullish(),
  terms: LongText.nullish(),
};

export const QuoteDraft = z.strictObject({
  partyId: Id,
  /** That of the price book when left out. */
  currency: Currency.optional(),
  ...terms,
  lines: terms.lines.default([]),
});
export type QuoteDraft = z.output<typeof QuoteDraft>;

export const QuoteChange = z.strictObject(terms).partial();
export type QuoteChange = z.output<typeof QuoteChange>;

/** As it is shown: of what was issued the last day may have passed. */
export const shownStates = [...quoteStates, 'expired'] as const;
export type ShownState = (typeof shownStates)[number];

export const QuoteRow = z.object({
  id: Id,
  /** Null until it is issued. */
  number: z.string().nullable(),
  title: z.string(),
  party: z.object({ id: Id, kind: z.enum(partyKinds), name: z.string() }),
  dealId: Id.nullable(),
  owner: UserRef.nullable(),
  state: z.enum(shownStates),
  stateAt: Instant,
  version: z.number().int(),
  validUntil: CivilDate.nullable(),
  currency: z.string(),
  payable: z.number().int(),
});
export type QuoteRow = z.infer<typeof QuoteRow>;

export const QuoteVersion = z.object({
  version: z.number().int(),
  validUntil: CivilDate.nullable(),
  lines: QuoteLines,
  discount: Discount.nullable(),
  rounding: Rounding,
  sums: QuoteSums,
  payable: z.number().int(),
  belowList: z.number().int(),
  terms: z.string().nullable(),
  createdAt: Instant,
  createdBy: UserRef.nullable(),
  issuedAt: Instant.nullable(),
  issuedBy: UserRef.nullable(),
});
export type QuoteVersion = z.infer<typeof QuoteVersion>;

export const Quote = QuoteRow.extend({
  language: LanguageCode,
  deletedAt: Instant.nullable(),
  createdAt: Instant,
  /** The newest first. */
  versions: z.array(QuoteVersion),
  /** The newest first. */
  events: z.array(
    z.object({
      id: Id,
      state: z.enum(quoteStates),
      version: z.number().int(),
      at: Instant,
      by: UserRef.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type Quote = z.infer<typeof Quote>;

export const QuoteFilter = z.strictObject({
  state: z.enum(shownStates).optional(),
  partyId: Id.optional(),
  dealId: Id.optional(),
  ownerId: Id.optional(),
});
export type QuoteFilter = z.output<typeof QuoteFilter>;

/** Where a quote stands on a day: what was issued holds to the end of its last day. */
export const shownState = (
  {
    state,
    valid_until_on: last,
  }: { readonly state: (typeof quoteStates)[number]; readonly valid_until_on: string | null },
  today: string,
): ShownState => (state === 'issued' && last !== null && last < today ? 'expired' : state);
