// Parties and everything that belongs to one: names, contact points, addresses, identifiers, roles, occasions.

import {
  calendar,
  choice,
  civilDate,
  defineEntity,
  flag,
  instant,
  integer,
  json,
  longText,
  reference,
  text,
} from './field';

export const partyKinds = ['person', 'organisation', 'group'] as const;
export const partyStatuses = ['active', 'archived'] as const;
export const genders = ['female', 'male'] as const;
export const groupKinds = ['household', 'company-group', 'referral-circle', 'other'] as const;
export const nameKinds = ['used', 'legal', 'alias', 'transliteration', 'former'] as const;
export const contactPointKinds = ['phone', 'email', 'fax', 'url', 'messenger', 'social'] as const;
export const contactPointLabels = ['mobile', 'home', 'work', 'family', 'assistant', 'other'] as const;
export const addressKinds = ['home', 'work', 'postal', 'billing', 'other'] as const;
export const identifierSchemes = [
  'sa-national-id',
  'sa-iqama',
  'ae-emirates-id',
  'eg-national-id',
  'ir-national-id',
  'ir-company-id',
  'passport',
  'medical-record',
  'customer-number',
  'policy-number',
  'tax-number',
  'iban',
  'other',
] as const;
export const roleTypes = [
  'customer',
  'prospect',
  'patient',
  'insured',
  'doctor',
  'supplier',
  'partner',
  'employer',
  'employee',
  'referrer',
  'competitor',
] as const;
export const roleStages = ['starting', 'active', 'at-risk', 'ending', 'ended'] as const;
export const occasionKinds = ['birthday', 'anniversary', 'memorial', 'renewal', 'other'] as const;
export const preferenceKeys = [
  'form-of-address',
  'best-time',
  'channel',
  'topics-to-avoid',
  'likes',
  'accessibility',
  'other',
] as const;
export const needUrgencies = ['now', 'soon', 'someday'] as const;
export const needStatuses = ['open', 'met', 'dropped'] as const;
/** What somebody counts as value when they choose. */
export const valueDrivers = [
  'low-price',
  'quality-for-price',
  'quality',
  'speed',
  'privacy',
  'trust',
  'nearness',
  'personal-care',
  'flexible-payment',
  'other',
] as const;
export const calendars = ['gregory', 'umalqura', 'persian'] as const;

const once = { merge: 'once', required: true } as const;
const ofParty = reference('party', once);

export const partyEntity = defineEntity({
  key: 'party',
  subject: 'id',
  data: 'dealing',
  kept: 'person',
  fields: {
    kind: choice(1, partyKinds, once),
    status: choice(1, partyStatuses, { required: true }),
    /** Protected: it tells where somebody comes from. */
    language: choice(1, ['ar', 'fa', 'en'], { protected: true }),
    owner_id: reference('app_user', { sortable: true }),
    gender: choice(2, genders, { data: 'demographic', protected: true }),
    birth_on: civilDate(2, { data: 'demographic', sortable: true, protected: true }),
    birth_calendar: calendar(2, { of: 'birth_on' }),
    birth_text: text(2, { of: 'birth_on' }),
    death_on: civilDate(2, { data: 'demographic', protected: true }),
    nationality: text(2, { data: 'demographic', protected: true }),
    legal_form: text(1),
    industry: text(1),
    group_kind: choice(1, groupKinds),
    note: longText(2, { data: 'note' }),
    external_key: text(1),
    /** Fields of the office's own: of the strictest class until somebody says that one of them is less. */
    ext: json(3, { required: true, merge: 'map' }),
    created_at: instant(1, { ...once, sortable: true }),
    created_by: reference('app_user', once),
    deleted_at: instant(1, { merge: 'guard' }),
    display_name: text(2, { derived: true, searchable: true, sortable: true, required: true, of: 'party_name.text' }),
    sort_ar: text(2, { derived: true, required: true, of: 'party_name.text' }),
    sort_fa: text(2, { derived: true, required: true, of: 'party_name.text' }),
    sort_en: text(2, { derived: true, required: true, of: 'party_name.text' }),
    updated_at: instant(1, { derived: true, sortable: true, required: true }),
    last_activity_at: instant(1, { derived: true, sortable: true }),
    primary_phone: text(2, { derived: true, of: 'contact_point.value' }),
    primary_email: text(2, { derived: true, of: 'contact_point.value' }),
    city: text(2, { derived: true, of: 'address.city' }),
    city_key: text(2, { derived: true, of: 'address.city' }),
    role_types: text(1, { derived: true, required: true }),
    /** The party that stands for the cluster this one is linked into; null for one of its own and for the root itself. */
    root_id: reference('party', { derived: true }),
    /** Owner and language as the page shows them: of a merged party they may be another member's. */
    shown_owner_id: reference('app_user', { derived: true, sortable: true }),
    shown_language: choice(1, ['ar', 'fa', 'en'], { derived: true, of: 'language' }),
    /** The branch, department or team whose party this is. */
    unit_id: reference('org_unit'),
    /** Who may hold it beside `shown_owner_id`: 0 nobody, 1 owners and deputies of its roles, 2 whoever holds a record merged into it. */
    more_owners: integer(1, { derived: true, required: true }),
  },
});

/**
 * Two records that are one person: `party_id` was linked under `to_party_id`. Merging only ever adds a link and separating only ever
 * ends one; no fact moves. `choices` says whose value is shown, per single-valued field, as ids of parties.
 */
export const partyLinkEntity = defineEntity({
  key: 'party_link',
  subject: 'party_id',
  data: 'dealing',
  kept: 'person',
  fields: {
    party_id: ofParty,
    to_party_id: ofParty,
    choices: json(1, { merge: 'map', required: true }),
    reason: text(2, { merge: 'once' }),
    evidence: json(2, once),
    at: instant(1, once),
    by_id: reference('app_user', once),
    ended_at: instant(1, { merge: 'guard' }),
    ended_by: reference('app_user', { merge: 'guard' }),
  },
});

export const partyNameEntity = defineEntity({
  key: 'party_name',
  subject: 'party_id',
  data: 'name',
  kept: 'person',
  fields: {
    party_id: ofParty,
    kind: choice(2, nameKinds, { required: true }),
    text: text(2, { required: true, searchable: true }),
    prefix: text(2, { of: 'text' }),
    given: text(2, { of: 'text' }),
    father: text(2, { of: 'text' }),
    grandfather: text(2, { of: 'text' }),
    family: text(2, { of: 'text' }),
    kunya: text(2, { of: 'text' }),
    nickname: text(2, { of: 'text' }),
    position: integer(1, { required: true }),
    from_on: civilDate(2),
    to_on: civilDate(2),
  },
});

export const contactPointEntity = defineEntity({
  key: 'contact_point',
  subject: 'party_id',
  data: 'contact',
  kept: 'person',
  fields: {
    party_id: ofParty,
    kind: choice(1, contactPointKinds, { required: true }),
    label: choice(1, contactPointLabels),
    value: text(2, { required: true, searchable: true }),
    preferred: flag(1, { required: true }),
    do_not_use: flag(1, { required: true, merge: 'guard' }),
    note: text(2),
    position: integer(1, { required: true }),
    from_on: civilDate(2),
    to_on: civilDate(2),
    normal: text(2, { derived: true, required: true, of: 'value' }),
  },
});

export const addressEntity = defineEntity({
  key: 'address',
  subject: 'party_id',
  data: 'contact',
  kept: 'person',
  fields: {
    party_id: ofParty,
    kind: choice(1, addressKinds, { required: true }),
    lines: text(2),
    building: text(2),
    district: text(2),
    city: text(2, { sortable: true }),
    province: text(2),
    postcode: text(2),
    country: text(1),
    landmark: text(2),
    position: integer(1, { required: true }),
    from_on: civilDate(2),
    to_on: civilDate(2),
  },
});

export const identifierEntity = defineEntity({
  key: 'identifier',
  subject: 'party_id',
  data: 'identity-number',
  kept: 'person',
  fields: {
    party_id: ofParty,
    scheme: choice(2, identifierSchemes, { required: true }),
    value: text(3, { required: true, merge: 'guard', protected: true, sealable: 'identity' }),
    issuer: text(2),
    expires_on: civilDate(2),
    normal: text(3, { derived: true, required: true, of: 'value' }),
  },
});

export const partyRoleEntity = defineEntity({
  key: 'party_role',
  subject: 'party_id',
  data: 'dealing',
  kept: 'person',
  fields: {
    party_id: ofParty,
    type: choice(1, roleTypes, once),
    owner_id: reference('app_user'),
    deputy_id: reference('app_user'),
    terms: text(1, { merge: 'guard' }),
    started_on: civilDate(1),
    ended_on: civilDate(1),
    end_reason: text(2),
    win_back_on: civilDate(1),
    stage: choice(1, roleStages, { derived: true, required: true }),
  },
});

export const roleStageEventEntity = defineEntity({
  key: 'role_stage_event',
  subject: 'party_id',
  data: 'dealing',
  kept: 'person',
  fields: {
    party_id: ofParty,
    role_id: reference('party_role', once),
    from_stage: choice(1, roleStages, { merge: 'ledger' }),
    to_stage: choice(1, roleStages, { merge: 'ledger', required: true }),
    at: instant(1, { merge: 'ledger', required: true }),
    by_id: reference('app_user', { merge: 'ledger', required: true }),
    reason: text(2, { merge: 'ledger' }),
  },
});

export const relationshipEntity = defineEntity({
  key: 'relationship',
  subject: 'from_party_id',
  data: 'relationship',
  kept: 'person',
  fields: {
    from_party_id: reference('party', once),
    to_party_id: reference('party', once),
    type: text(1, once),
    position: text(2),
    note: text(2),
    from_on: civilDate(2),
    to_on: civilDate(2),
  },
});

export const occasionEntity = defineEntity({
  key: 'occasion',
  subject: 'party_id',
  data: 'preference',
  kept: 'person',
  fields: {
    party_id: ofParty,
    kind: choice(2, occasionKinds, { required: true }),
    calendar: calendar(2, { required: true }),
    year: integer(2),
    month: integer(2, { required: true }),
    day: integer(2, { required: true }),
    label: text(2),
    remind_days: integer(1),
  },
});

export const preferenceEntity = defineEntity({
  key: 'preference',
  subject: 'party_id',
  data: 'preference',
  kept: 'person',
  fields: {
    party_id: ofParty,
    key: choice(2, preferenceKeys, { required: true }),
    value: text(2, { required: true }),
  },
});

/** What somebody needs, in their own words; `tags` are the words by which it meets products. */
export const needEntity = defineEntity({
  key: 'need',
  subject: 'party_id',
  data: 'preference',
  kept: 'person',
  fields: {
    party_id: ofParty,
    words: text(2, { required: true }),
    tags: text(2),
    urgency: choice(2, needUrgencies, { required: true }),
    status: choice(2, needStatuses, { required: true }),
    evidence: text(2),
    noted_on: civilDate(2),
  },
});

/** What counts when they choose, the first rank most. */
export const valueDriverEntity = defineEntity({
  key: 'value_driver',
  subject: 'party_id',
  data: 'preference',
  kept: 'person',
  fields: {
    party_id: ofParty,
    driver: choice(2, valueDrivers, { required: true }),
    rank: integer(2, { required: true }),
    words: text(2),
    noted_on: civilDate(2),
  },
});
