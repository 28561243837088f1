// What people need against what the office offers. Needs themselves are parts of a party (`parties.update`).

import { z } from 'zod';
import { defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Names } from '../pipelines/pipeline';
import { matchPlaces } from './match';

const Reason = z.object({
  tag: z.string(),
  place: z.enum(matchPlaces),
  /** Where the word stands in the name of the category. */
  category: Names.nullable(),
});

export const NeedMatches = z.object({
  needId: Id,
  /** Those that more of its words fit first. */
  products: z.array(z.object({ id: Id, code: z.string(), names: Names, reasons: z.array(Reason) })),
  /** All that fit, those left out here among them. */
  count: z.number().int(),
});
export type NeedMatches = z.infer<typeof NeedMatches>;

/** What open needs are looked for by, as it was first written: of how many people, how many press now, and how much of ours fits. */
export const UnmetWord = z.object({
  tag: z.string(),
  people: z.number().int(),
  pressing: z.number().int(),
  products: z.number().int(),
});
export type UnmetWord = z.infer<typeof UnmetWord>;

export const needsContract = defineContract('needs', {
  /** Products for each open need of somebody, at most five each. */
  matches: query({
    permission: 'products.read',
    input: z.strictObject({ partyId: Id }),
    output: z.object({ needs: z.array(NeedMatches) }),
    errors: [],
  }),
  /** For planning what to offer: the words of open needs, those that nothing fits first, then by how many people. At most 200. */
  unmet: query({
    permission: 'products.read',
    input: z.strictObject({}),
    output: z.object({ words: z.array(UnmetWord), more: z.number().int() }),
    errors: [],
  }),
});
