// What a search hit shows of its party or activity.

import { statement, tables, type Tables } from '../../db';

type PartyHit = Pick<
  Tables['party'],
  'id' | 'kind' | 'display_name' | 'primary_phone' | 'primary_email' | 'city' | 'last_activity_at'
>;

export const selectPartyHit = statement<{ id: string }, PartyHit>((arg) =>
  tables
    .selectFrom('party')
    .select(['id', 'kind', 'display_name', 'primary_phone', 'primary_email', 'city', 'last_activity_at'])
    .where('id', '=', arg('id'))
    .where('deleted_at', 'is', null),
);

type ActivityHit = Pick<Tables['activity'], 'id' | 'kind' | 'subject' | 'at'> & { party_name: string | null };

export const selectActivityHit = statement<{ id: string }, ActivityHit>((arg) =>
  tables
    .selectFrom('activity')
    .leftJoin('activity_party', (join) =>
      join.onRef('activity_party.activity_id', '=', 'activity.id').on('activity_party.role', '=', 'subject'),
    )
    .leftJoin('party', 'party.id', 'activity_party.party_id')
    .leftJoin('party as root', 'root.id', 'party.root_id')
    .select(['activity.id', 'activity.kind', 'activity.subject', 'activity.at'])
    .select((eb) => eb.fn.coalesce('root.display_name', 'party.display_name').as('party_name'))
    .where('activity.id', '=', arg('id'))
    .where('activity.deleted_at', 'is', null)
    .limit(1),
);
