// Statements on a party's own row and on the parts that belong to it.

import { sealing, sql, statement, tables, type Tables } from '../../db';

export type PartyRowOf = Tables['party'];

type InsertParty = Omit<PartyRowOf, 'id'> & { id: string };

export const insertParty = statement<InsertParty>((arg) =>
  tables.insertInto('party').values({
    id: arg('id'),
    kind: arg('kind'),
    status: arg('status'),
    language: arg('language'),
    owner_id: arg('owner_id'),
    gender: arg('gender'),
    birth_on: arg('birth_on'),
    birth_calendar: arg('birth_calendar'),
    birth_text: arg('birth_text'),
    death_on: arg('death_on'),
    nationality: arg('nationality'),
    legal_form: arg('legal_form'),
    industry: arg('industry'),
    group_kind: arg('group_kind'),
    note: arg('note'),
    external_key: arg('external_key'),
    ext: arg('ext'),
    created_at: arg('created_at'),
    created_by: arg('created_by'),
    deleted_at: arg('deleted_at'),
    display_name: arg('display_name'),
    sort_ar: arg('sort_ar'),
    sort_fa: arg('sort_fa'),
    sort_en: arg('sort_en'),
    updated_at: arg('updated_at'),
    last_activity_at: arg('last_activity_at'),
    primary_phone: arg('primary_phone'),
    primary_email: arg('primary_email'),
    city: arg('city'),
    city_key: arg('city_key'),
    role_types: arg('role_types'),
    root_id: arg('root_id'),
    shown_owner_id: arg('shown_owner_id'),
    shown_language: arg('shown_language'),
    unit_id: arg('unit_id'),
    more_owners: arg('more_owners'),
  }),
);

type Derived = Pick<
  PartyRowOf,
  | 'display_name'
  | 'sort_ar'
  | 'sort_fa'
  | 'sort_en'
  | 'primary_phone'
  | 'primary_email'
  | 'city'
  | 'city_key'
  | 'role_types'
  | 'updated_at'
  | 'shown_owner_id'
  | 'shown_language'
  | 'more_owners'
>;

/** What is computed from a party's parts. */
export const updateDerived = statement<Derived & { id: string }>((arg) =>
  tables
    .updateTable('party')
    .set({
      display_name: arg('display_name'),
      sort_ar: arg('sort_ar'),
      sort_fa: arg('sort_fa'),
      sort_en: arg('sort_en'),
      primary_phone: arg('primary_phone'),
      primary_email: arg('primary_email'),
      city: arg('city'),
      city_key: arg('city_key'),
      role_types: arg('role_types'),
      updated_at: arg('updated_at'),
      shown_owner_id: arg('shown_owner_id'),
      shown_language: arg('shown_language'),
      more_owners: arg('more_owners'),
    })
    .where('id', '=', arg('id')),
);

export const selectUnitExists = statement<{ id: string }, { id: string }>((arg) =>
  tables.selectFrom('org_unit').select('id').where('id', '=', arg('id')),
);

export const selectParty = statement<{ id: string }, PartyRowOf>((arg) =>
  tables.selectFrom('party').selectAll().where('id', '=', arg('id')),
);

export const selectPartyExists = statement<{ id: string }, { kind: PartyRowOf['kind']; deleted_at: number | null }>(
  (arg) => tables.selectFrom('party').select(['kind', 'deleted_at']).where('id', '=', arg('id')),
);

export const selectPartyByExternalKey = statement<{ key: string }, { id: string }>((arg) =>
  tables
    .selectFrom('party')
    .select('id')
    .where('external_key', '=', arg('key'))
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .limit(1),
);

export const insertName = statement<Tables['party_name']>((arg) =>
  tables.insertInto('party_name').values({
    id: arg('id'),
    party_id: arg('party_id'),
    kind: arg('kind'),
    text: arg('text'),
    prefix: arg('prefix'),
    given: arg('given'),
    father: arg('father'),
    grandfather: arg('grandfather'),
    family: arg('family'),
    kunya: arg('kunya'),
    nickname: arg('nickname'),
    position: arg('position'),
    from_on: arg('from_on'),
    to_on: arg('to_on'),
  }),
);

export const insertContactPoint = statement<Tables['contact_point']>((arg) =>
  tables.insertInto('contact_point').values({
    id: arg('id'),
    party_id: arg('party_id'),
    kind: arg('kind'),
    label: arg('label'),
    value: arg('value'),
    preferred: arg('preferred'),
    do_not_use: arg('do_not_use'),
    note: arg('note'),
    position: arg('position'),
    from_on: arg('from_on'),
    to_on: arg('to_on'),
    normal: arg('normal'),
  }),
);

export const insertAddress = statement<Tables['address']>((arg) =>
  tables.insertInto('address').values({
    id: arg('id'),
    party_id: arg('party_id'),
    kind: arg('kind'),
    lines: arg('lines'),
    building: arg('building'),
    district: arg('district'),
    city: arg('city'),
    province: arg('province'),
    postcode: arg('postcode'),
    country: arg('country'),
    landmark: arg('landmark'),
    position: arg('position'),
    from_on: arg('from_on'),
    to_on: arg('to_on'),
  }),
);

export const insertIdentifier = statement<Tables['identifier']>((arg) =>
  tables.insertInto('identifier').values({
    id: arg('id'),
    party_id: arg('party_id'),
    scheme: arg('scheme'),
    value: sealing.sealed('identifier.value', arg('id'), arg('value')),
    issuer: arg('issuer'),
    expires_on: arg('expires_on'),
    normal: sealing.token('identifier.value', arg('normal')),
  }),
);

export const insertOccasion = statement<Tables['occasion']>((arg) =>
  tables.insertInto('occasion').values({
    id: arg('id'),
    party_id: arg('party_id'),
    kind: arg('kind'),
    calendar: arg('calendar'),
    year: arg('year'),
    month: arg('month'),
    day: arg('day'),
    label: arg('label'),
    remind_days: arg('remind_days'),
  }),
);

export const insertPreference = statement<Tables['preference']>((arg) =>
  tables
    .insertInto('preference')
    .values({ id: arg('id'), party_id: arg('party_id'), key: arg('key'), value: arg('value') }),
);

export const insertNeed = statement<Tables['need']>((arg) =>
  tables.insertInto('need').values({
    id: arg('id'),
    party_id: arg('party_id'),
    words: arg('words'),
    tags: arg('tags'),
    urgency: arg('urgency'),
    status: arg('status'),
    evidence: arg('evidence'),
    noted_on: arg('noted_on'),
  }),
);

export const insertValueDriver = statement<Tables['value_driver']>((arg) =>
  tables.insertInto('value_driver').values({
    id: arg('id'),
    party_id: arg('party_id'),
    driver: arg('driver'),
    rank: arg('rank'),
    words: arg('words'),
    noted_on: arg('noted_on'),
  }),
);

export const selectNames = statement<{ party: string }, Tables['party_name']>((arg) =>
  tables.selectFrom('party_name').selectAll().where('party_id', '=', arg('party')).orderBy('position').orderBy('id'),
);
export const selectContactPoints = statement<{ party: string }, Tables['contact_point']>((arg) =>
  tables.selectFrom('contact_point').selectAll().where('party_id', '=', arg('party')).orderBy('position').orderBy('id'),
);
export const selectAddresses = statement<{ party: string }, Tables['address']>((arg) =>
  tables.selectFrom('address').selectAll().where('party_id', '=', arg('party')).orderBy('position').orderBy('id'),
);
export const selectOccasions = statement<{ party: string }, Tables['occasion']>((arg) =>
  tables.selectFrom('occasion').selectAll().where('party_id', '=', arg('party')).orderBy('id'),
);
export const selectPreferences = statement<{ party: string }, Tables['preference']>((arg) =>
  tables.selectFrom('preference').selectAll().where('party_id', '=', arg('party')).orderBy('id'),
);
/** What is open first, and of it what presses most. */
export const selectNeeds = statement<{ party: string }, Tables['need']>((arg) =>
  tables
    .selectFrom('need')
    .selectAll()
    .where('party_id', '=', arg('party'))
    .orderBy(sql`status <> 'open'`)
    .orderBy(sql`case urgency when 'now' then 0 when 'soon' then 1 else 2 end`)
    .orderBy('id'),
);
export const selectValueDrivers = statement<{ party: string }, Tables['value_driver']>((arg) =>
  tables.selectFrom('value_driver').selectAll().where('party_id', '=', arg('party')).orderBy('rank').orderBy('id'),
);

/** What the projections need of a party's roles, in order of creation. */
type RoleStage = Pick<Tables['party_role'], 'type' | 'stage' | 'owner_id' | 'deputy_id'>;
export const selectRoleStages = statement<{ party: string }, RoleStage>((arg) =>
  tables
    .selectFrom('party_role')
    .select(['type', 'stage', 'owner_id', 'deputy_id'])
    .where('party_id', '=', arg('party'))
    .orderBy('id'),
);

export const selectLastActivityAt = statement<{ party: string }, { at: number | null }>((arg) =>
  tables
    .selectFrom('activity_party')
    .innerJoin('activity', 'activity.id', 'activity_party.activity_id')
    .select('activity_party.at')
    .where('activity_party.party_id', '=', arg('party'))
    .where('activity.deleted_at', 'is', null)
    .orderBy('activity_party.at', 'desc')
    .limit(1),
);
