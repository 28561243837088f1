// Quotes: drafted, issued, answered, put on paper, listed and shown.

import { z } from 'zod';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Cursor, OptionalLine, PageLimit } from '../../core/schemas';
import { Paper } from '../../paper/paper';
import { Quote, QuoteChange, QuoteDraft, QuoteFilter, QuoteRow } from './quote';

const done = z.object({ id: Id });
const Answered = z.strictObject({ id: Id, reason: OptionalLine });

/** `line` in the details is the place of the line, from 0. */
const refused = [
  'quotes.deal-not-found',
  'quotes.owner-unknown',
  'quotes.line-untold',
  'quotes.line-unpriced',
  'documents.too-large',
  'documents.discount-too-large',
] as const;

export const quotesContract = defineContract('quotes', {
  create: command({
    permission: 'quotes.write',
    input: QuoteDraft,
    output: done,
    errors: ['quotes.party-not-found', ...refused],
  }),
  /** Of a draft. Lines are told whole. */
  update: command({
    permission: 'quotes.write',
    input: z.strictObject({ id: Id, set: QuoteChange }),
    output: done,
    errors: ['quotes.not-found', 'quotes.not-a-draft', ...refused],
  }),
  /** A draft of another version after one that was issued, with the same lines; that one stays as it is. */
  revise: command({
    permission: 'quotes.write',
    input: done.strict(),
    output: done,
    errors: ['quotes.not-found', 'quotes.is-a-draft'],
  }),
  /**
   * From now on this version never changes. `payable` is what whoever issues it has seen. A discount beyond the office's limit takes
   * approval.
   */
  issue: command({
    permission: 'quotes.write',
    input: z.strictObject({ id: Id, payable: z.number().int().min(0) }),
    approval: { rule: 'discount', exactly: (input) => input },
    output: z.object({ id: Id, number: z.string() }),
    errors: [
      'quotes.not-found',
      'quotes.not-a-draft',
      'quotes.no-lines',
      'quotes.validity-passed',
      'quotes.changed-meanwhile',
      'quotes.series-used-up',
    ],
  }),
  accept: command({
    permission: 'quotes.write',
    input: Answered,
    output: done,
    errors: ['quotes.not-found', 'quotes.not-issued', 'quotes.expired'],
  }),
  decline: command({
    permission: 'quotes.write',
    input: Answered,
    output: done,
    errors: ['quotes.not-found', 'quotes.not-issued'],
  }),
  /** The office takes it back before it was answered. */
  withdraw: command({
    permission: 'quotes.write',
    input: Answered,
    output: done,
    errors: ['quotes.not-found', 'quotes.not-issued'],
  }),
  /** A draft that was never issued. */
  remove: command({
    permission: 'quotes.write',
    input: done.strict(),
    output: done,
    errors: ['quotes.not-found', 'quotes.was-issued'],
  }),
  restore: command({
    permission: 'quotes.write',
    input: done.strict(),
    output: done,
    errors: ['quotes.not-found'],
  }),
  get: query({
    permission: 'quotes.read',
    input: done.strict(),
    output: Quote,
    errors: ['quotes.not-found'],
  }),
  /** The last to change first. */
  list: query({
    permission: 'quotes.read',
    input: z.strictObject({ filter: QuoteFilter.default({}), after: Cursor.optional(), limit: PageLimit }),
    output: z.object({ rows: z.array(QuoteRow), next: Cursor.nullable() }),
    errors: ['quotes.cursor-invalid'],
  }),
  /** A version as it goes onto paper, the last one when left out. It leaves the base, which is written down. */
  paper: query({
    permission: 'quotes.read',
    input: z.strictObject({ id: Id, version: z.number().int().min(1).optional() }),
    output: z.object({ partyId: Id, paper: Paper }),
    reads: (_, { partyId }) => ({ way: 'print', fields: ['party'], of: { entity: 'party', ids: [partyId] } }),
    errors: ['quotes.not-found'],
  }),
});
