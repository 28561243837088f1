// How the parts of a party are written down: camel case outside, the table's columns inside, lines cleaned on the way.

import type { partyParts } from '@shared/features/parties/party';
import { cleanLine } from '@shared/text/clean';

export type PartTable =
  | 'party_name'
  | 'contact_point'
  | 'address'
  | 'identifier'
  | 'occasion'
  | 'preference'
  | 'need'
  | 'value_driver';

export const partTables: Readonly<Record<(typeof partyParts)[number], PartTable>> = {
  name: 'party_name',
  contactPoint: 'contact_point',
  address: 'address',
  identifier: 'identifier',
  occasion: 'occasion',
  preference: 'preference',
  need: 'need',
  valueDriver: 'value_driver',
};

const columnNames: Readonly<Record<PartTable, Readonly<Record<string, string>>>> = {
  party_name: {
    kind: 'kind',
    text: 'text',
    prefix: 'prefix',
    given: 'given',
    father: 'father',
    grandfather: 'grandfather',
    family: 'family',
    kunya: 'kunya',
    nickname: 'nickname',
    fromOn: 'from_on',
    toOn: 'to_on',
  },
  contact_point: {
    kind: 'kind',
    label: 'label',
    value: 'value',
    preferred: 'preferred',
    doNotUse: 'do_not_use',
    note: 'note',
    fromOn: 'from_on',
    toOn: 'to_on',
  },
  address: {
    kind: 'kind',
    lines: 'lines',
    building: 'building',
    district: 'district',
    city: 'city',
    province: 'province',
    postcode: 'postcode',
    country: 'country',
    landmark: 'landmark',
    fromOn: 'from_on',
    toOn: 'to_on',
  },
  identifier: { scheme: 'scheme', value: 'value', issuer: 'issuer', expiresOn: 'expires_on' },
  occasion: {
    kind: 'kind',
    calendar: 'calendar',
    year: 'year',
    month: 'month',
    day: 'day',
    label: 'label',
    remindDays: 'remind_days',
  },
  preference: { key: 'key', value: 'value' },
  need: {
    words: 'words',
    tags: 'tags',
    urgency: 'urgency',
    status: 'status',
    evidence: 'evidence',
    notedOn: 'noted_on',
  },
  value_driver: { driver: 'driver', rank: 'rank', words: 'words', notedOn: 'noted_on' },
};

/** Text that must stay as the person typed it, so that its comparable form can be made anew. */
const verbatim: ReadonlySet<string> = new Set(['value']);

/** Only the fields that are there: an update leaves the others alone. */
export function columnsOfPart(table: PartTable, part: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(columnNames[table])) {
    if (part[field] !== undefined) columns[column] = stored(column, part[field]);
  }
  return columns;
}

function stored(column: string, value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string' || verbatim.has(column)) return value;
  const clean = cleanLine(value);
  return clean === '' ? null : clean;
}
