// Unfinished typing, kept in the encrypted base so that neither a crash nor a lock loses it.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';

const Key = z.string().min(1).max(200);
/** Form text as JSON, at most 200,000 characters. */
const Value = z.string().max(200_000);

export const draftsContract = defineContract('drafts', {
  get: query({
    permission: 'session.use',
    input: z.strictObject({ key: Key }),
    output: z.object({ value: Value.nullable() }),
    errors: [],
  }),
  save: action({
    permission: 'session.use',
    input: z.strictObject({ key: Key, value: Value }),
    output: z.object({}),
    errors: [],
  }),
  clear: action({
    permission: 'session.use',
    input: z.strictObject({ key: Key }),
    output: z.object({}),
    errors: [],
  }),
});
