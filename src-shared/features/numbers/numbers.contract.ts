// Numbers of documents, as somebody reads them out: whether one can be right, and of which document it is.

import { z } from 'zod';
import { defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';

export const numbersContract = defineContract('numbers', {
  check: query({
    permission: 'quotes.read',
    input: z.strictObject({ text: z.string().max(100) }),
    output: z.object({
      /** none: it is no such number. wrong: a digit was misread. right: it may be one. */
      verdict: z.enum(['none', 'wrong', 'right']),
      /** As it is written, when it is right. */
      number: z.string().nullable(),
      /** The quote that bears it, when whoever asks sees it. */
      quoteId: Id.nullable(),
    }),
    errors: [],
  }),
});
