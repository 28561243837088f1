// What everybody who answers for the base has to have seen: told at their next sign-in, until each of them says so. The ledger holds
// both what happened and who has seen it.

import { z } from 'zod';
import { action, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { Instant } from '../../core/schemas';

/** The commands that are told, and as what; words are `recovery.notice.<kind>`. To tell another, a line here and its words. */
export const noticed = {
  'session.recoverByCards': 'cards-used',
  'session.recover': 'code-used',
  /** Only of a copy under an older key. */
  'backups.restore': 'older-key',
} as const;
export const noticeKinds = Object.values(noticed);

export const Notice = z.object({
  /** Of the operation that it tells. */
  id: Id,
  kind: z.enum(noticeKinds),
  at: Instant,
  /** As whom somebody acted. */
  who: z.string(),
  /** Numbers of the cards that were laid together. */
  cards: z.array(z.number().int()),
});
export type Notice = z.infer<typeof Notice>;

export const noticesContract = defineContract('notices', {
  /** What the caller has not said to have seen, the oldest first; nothing from before their time. */
  list: query({
    permission: 'base.manage',
    input: z.strictObject({}),
    output: z.object({ notices: z.array(Notice) }),
    errors: [],
  }),
  acknowledge: action({
    permission: 'base.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['notices.not-found'],
  }),
});
