// Who shares a telephone, a mail address, a number or a birthday with somebody.

import { sealing, sql, statement, tables } from '../../db';

type Found = { party_id: string };

/** Blocks of a key this large say nothing: the switchboard of a ministry, the mailbox of an agency. */
export const MOST_SHARING = 30;

/** `before`: only parties with an earlier id. */
export const selectByContact = statement<{ normal: string; kind: 'phone' | 'email'; before: string }, Found>((arg) =>
  tables
    .selectFrom('contact_point')
    .select('party_id')
    .where('normal', '=', arg('normal'))
    .where('kind', '=', arg('kind'))
    .where('party_id', '<', arg('before'))
    .limit(MOST_SHARING),
);

export const selectByIdentifier = statement<{ normal: string; scheme: string; before: string }, Found>((arg) =>
  tables
    .selectFrom('identifier')
    .select('party_id')
    .where(sealing.isToken(sql.ref('normal'), 'identifier.value', arg('normal')))
    .where('scheme', '=', sql<'other'>`${arg('scheme')}`)
    .where('party_id', '<', arg('before'))
    .limit(MOST_SHARING),
);

/** More people are born on one day in a large base than have a name in common: they are looked at by name first. */
export const selectByBirth = statement<
  { day: string; before: string; limit: number },
  Found & { display_name: string }
>((arg) =>
  tables
    .selectFrom('party')
    .select(['id as party_id', 'display_name'])
    .where('birth_on', '=', arg('day'))
    .where('deleted_at', 'is', null)
    .where('id', '<', arg('before'))
    .limit(arg('limit')),
);
