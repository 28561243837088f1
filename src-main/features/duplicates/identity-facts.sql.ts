// What of parties is compared: names, keys, birth and gender, for some parties or for a run of them by id.

import { sql, statement, tables, type Tables } from '../../db';

export type PartyFacts = Pick<
  Tables['party'],
  | 'id'
  | 'kind'
  | 'gender'
  | 'birth_on'
  | 'display_name'
  | 'primary_phone'
  | 'primary_email'
  | 'city'
  | 'created_at'
  | 'external_key'
>;
export type NameFacts = Pick<
  Tables['party_name'],
  'party_id' | 'text' | 'given' | 'father' | 'grandfather' | 'family' | 'kunya'
>;
export type ContactFacts = Pick<Tables['contact_point'], 'party_id' | 'kind' | 'normal'>;
export type IdentifierFacts = Pick<Tables['identifier'], 'party_id' | 'scheme' | 'normal'>;

type Ids = { ids: string };

/** Each id, and the record that stands for it: itself unless it was merged into another. */
export const selectRoots = statement<Ids, { id: string; root: string }>((arg) =>
  tables
    .selectFrom('party')
    .select(({ fn }) => ['id', fn.coalesce('root_id', 'id').as('root')])
    .where('id', 'in', sql<string>`(select value from json_each(${arg('ids')}))`),
);

/** Records that were merged into one of these. */
export const selectMembers = statement<Ids, { id: string; root: string }>(
  (arg) => sql<{ id: string; root: string }>`
    select m.id, m.root_id as root from json_each(${arg('ids')}) own
      cross join party m indexed by party_member_by_root on m.root_id = own.value where m.root_id is not null`,
);

/** `ids`: a JSON list. Parties in the recycle bin are nobody. */
export const selectParties = statement<Ids, PartyFacts>((arg) =>
  tables
    .selectFrom('party')
    .select([
      'id',
      'kind',
      'gender',
      'birth_on',
      'display_name',
      'primary_phone',
      'primary_email',
      'city',
      'created_at',
      'external_key',
    ])
    .where('id', 'in', sql<string>`(select value from json_each(${arg('ids')}))`)
    .where('deleted_at', 'is', null),
);

export const selectNamesOf = statement<Ids, NameFacts>((arg) =>
  tables
    .selectFrom('party_name')
    .select(['party_id', 'text', 'given', 'father', 'grandfather', 'family', 'kunya'])
    .where('party_id', 'in', sql<string>`(select value from json_each(${arg('ids')}))`),
);

export const selectContactsOf = statement<Ids, ContactFacts>((arg) =>
  tables
    .selectFrom('contact_point')
    .select(['party_id', 'kind', 'normal'])
    .where('party_id', 'in', sql<string>`(select value from json_each(${arg('ids')}))`),
);

export const selectIdentifiersOf = statement<Ids, IdentifierFacts>((arg) =>
  tables
    .selectFrom('identifier')
    .select(['party_id', 'scheme', 'normal'])
    .where('party_id', 'in', sql<string>`(select value from json_each(${arg('ids')}))`),
);

type Run = { from: string; to: string };

/** The next parties by id, for walking a whole base in short steps. */
export const selectPartyRun = statement<
  { after: string; limit: number },
  Pick<PartyFacts, 'id' | 'kind' | 'gender' | 'birth_on'> & { root_id: string | null }
>((arg) =>
  tables
    .selectFrom('party')
    .select(['id', 'kind', 'gender', 'birth_on', 'root_id'])
    .where('id', '>', arg('after'))
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(arg('limit')),
);

export const selectNameRun = statement<Run, NameFacts>((arg) =>
  tables
    .selectFrom('party_name')
    .select(['party_id', 'text', 'given', 'father', 'grandfather', 'family', 'kunya'])
    .where('party_id', '>=', arg('from'))
    .where('party_id', '<=', arg('to')),
);

export const selectContactRun = statement<Run, ContactFacts>((arg) =>
  tables
    .selectFrom('contact_point')
    .select(['party_id', 'kind', 'normal'])
    .where('party_id', '>=', arg('from'))
    .where('party_id', '<=', arg('to')),
);

export const selectIdentifierRun = statement<Run, IdentifierFacts>((arg) =>
  tables
    .selectFrom('identifier')
    .select(['party_id', 'scheme', 'normal'])
    .where('party_id', '>=', arg('from'))
    .where('party_id', '<=', arg('to')),
);
