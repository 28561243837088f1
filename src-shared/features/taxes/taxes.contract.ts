// The office's taxes: which there are, and how they are changed.

import { z } from 'zod';
import { command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Tax, TaxDraft } from './tax';

export const taxesContract = defineContract('taxes', {
  /** Those no longer used among them. */
  list: query({
    permission: 'products.read',
    input: z.strictObject({}),
    output: z.object({ taxes: z.array(Tax) }),
    errors: [],
  }),
  /** The whole tax as it is to be; rates of other days stay as they are given. */
  save: command({
    permission: 'prices.manage',
    input: TaxDraft,
    output: z.object({ id: Id }),
    errors: ['taxes.not-found', 'taxes.unit-not-found', 'taxes.day-twice', 'taxes.kind-changed'],
  }),
});
