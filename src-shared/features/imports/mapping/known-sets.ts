// The heading sets of programs people leave: recognised as a whole, so that nothing in them has to be guessed.
// Sources: the exports themselves, as found in public repositories.

import type { RecordSet } from './known-record-sets';
import { kindOfSet, recordSets } from './known-record-sets';
import type { ImportInto } from './record-targets';
import type { ImportTarget } from './targets';

export const knownSetNames = [
  'diwan',
  'google',
  'google-old',
  'outlook',
  'hubspot',
  'odoo',
  'espocrm',
  'goldmine',
  'goldmine-history',
  'act',
  'icalendar',
  'mail',
  'whatsapp',
] as const;
export type KnownSetName = (typeof knownSetNames)[number];

type Target = ImportTarget | null;
type KnownSet = {
  readonly name: KnownSetName;
  /** All of these headings must be there. */
  readonly signature: readonly string[];
  /** At least one of these, when given. */
  readonly anyOf?: readonly string[];
  readonly columns: Readonly<Record<string, Target>>;
  readonly patterns?: readonly (readonly [RegExp, (match: RegExpExecArray) => Target])[];
};

const googleNumbered: KnownSet['patterns'] = [
  [/^(?:E-mail|Phone|Address|Website) \d+ - (?:Label|Type)$/, () => 'label'],
  [/^E-mail \d+ - Value$/, () => 'email'],
  [/^Phone \d+ - Value$/, () => 'phone'],
  [/^Website \d+ - Value$/, () => 'url'],
  [/^IM \d+ - Value$/, () => 'messenger'],
  [/^Address (\d+) - (?:Street|Extended Address|PO Box)$/, (match) => googleAddress(match, 'lines')],
  [/^Address (\d+) - City$/, (match) => googleAddress(match, 'city')],
  [/^Address (\d+) - Region$/, (match) => googleAddress(match, 'province')],
  [/^Address (\d+) - Postal Code$/, (match) => googleAddress(match, 'postcode')],
  [/^Address (\d+) - Country$/, (match) => googleAddress(match, 'country')],
  [/^Organization 1 - Name$/, () => 'organisation.name'],
  [/^Organization 1 - Title$/, () => 'organisation.title'],
];

function googleAddress(match: RegExpExecArray, part: 'lines' | 'city' | 'province' | 'postcode' | 'country'): Target {
  const number = Number(match[1]);
  const kind = number === 1 ? 'home' : number === 2 ? 'work' : 'other';
  return number > 3 ? null : `address.${kind}.${part}`;
}

const sets: readonly KnownSet[] = [
  {
    name: 'google',
    signature: ['First Name', 'Last Name', 'Labels'],
    anyOf: ['E-mail 1 - Value', 'Phone 1 - Value', 'File As'],
    columns: {
      'First Name': 'name.given',
      'Middle Name': 'name.father',
      'Last Name': 'name.family',
      'Name Prefix': 'name.prefix',
      'Name Suffix': 'name.suffix',
      Nickname: 'name.nickname',
      'Organization Name': 'organisation.name',
      'Organization Title': 'organisation.title',
      Birthday: 'birth',
      Notes: 'note',
    },
    patterns: googleNumbered,
  },
  {
    name: 'google-old',
    signature: ['Name', 'Given Name', 'Family Name'],
    anyOf: ['Group Membership', 'E-mail 1 - Type', 'Phone 1 - Type', 'Yomi Name'],
    columns: {
      Name: 'name.display',
      'Given Name': 'name.given',
      'Additional Name': 'name.father',
      'Family Name': 'name.family',
      'Name Prefix': 'name.prefix',
      'Name Suffix': 'name.suffix',
      Nickname: 'name.nickname',
      Birthday: 'birth',
      Gender: 'gender',
      Notes: 'note',
    },
    patterns: googleNumbered,
  },
  {
    name: 'outlook',
    signature: ['First Name', 'Last Name', 'E-mail Address'],
    anyOf: ['Business Phone', 'Business Street', 'Mobile Phone', 'Home Phone'],
    columns: {
      Title: 'name.prefix',
      'First Name': 'name.given',
      'Middle Name': 'name.father',
      'Last Name': 'name.family',
      Suffix: 'name.suffix',
      Nickname: 'name.nickname',
      Company: 'organisation.name',
      'Job Title': 'organisation.title',
      'Business Street': 'address.work.lines',
      'Business Street 2': 'address.work.lines',
      'Business Street 3': 'address.work.lines',
      'Business City': 'address.work.city',
      'Business State': 'address.work.province',
      'Business Postal Code': 'address.work.postcode',
      'Business Country/Region': 'address.work.country',
      'Business Country': 'address.work.country',
      'Home Street': 'address.home.lines',
      'Home Street 2': 'address.home.lines',
      'Home Street 3': 'address.home.lines',
      'Home City': 'address.home.city',
      'Home State': 'address.home.province',
      'Home Postal Code': 'address.home.postcode',
      'Home Country/Region': 'address.home.country',
      'Home Country': 'address.home.country',
      'Other Street': 'address.other.lines',
      'Other City': 'address.other.city',
      'Other State': 'address.other.province',
      'Other Postal Code': 'address.other.postcode',
      'Other Country/Region': 'address.other.country',
      "Assistant's Phone": 'phone.assistant',
      'Business Fax': 'fax',
      'Home Fax': 'fax',
      'Other Fax': 'fax',
      'Business Phone': 'phone.work',
      'Business Phone 2': 'phone.work',
      'Company Main Phone': 'phone.work',
      'Home Phone': 'phone.home',
      'Home Phone 2': 'phone.home',
      'Mobile Phone': 'phone.mobile',
      'Car Phone': 'phone.mobile',
      'Other Phone': 'phone.other',
      'Primary Phone': 'phone',
      'E-mail Address': 'email',
      'E-mail 2 Address': 'email',
      'E-mail 3 Address': 'email',
      Birthday: 'birth',
      Anniversary: 'anniversary',
      Gender: 'gender',
      Language: 'language',
      Notes: 'note',
      'Web Page': 'url',
      'Personal Web Page': 'url',
      'Government ID Number': 'identifier.national',
      'Customer ID': 'identifier.customer-number',
    },
  },
  {
    name: 'hubspot',
    signature: ['Record ID', 'First Name', 'Last Name', 'Email'],
    anyOf: ['Lifecycle Stage', 'Lead Status', 'Contact owner', 'Create Date'],
    columns: {
      'Record ID': 'external-key',
      'First Name': 'name.given',
      'Last Name': 'name.family',
      Email: 'email',
      'Phone Number': 'phone',
      'Mobile Phone Number': 'phone.mobile',
      'Company Name': 'organisation.name',
      'Associated Company': 'organisation.name',
      'Job Title': 'organisation.title',
      'Street Address': 'address.home.lines',
      City: 'address.home.city',
      'State/Region': 'address.home.province',
      'Postal Code': 'address.home.postcode',
      'Country/Region': 'address.home.country',
      'Website URL': 'url',
      'Date of birth': 'birth',
      Gender: 'gender',
      'Preferred language': 'language',
    },
  },
  {
    name: 'odoo',
    signature: ['Name'],
    anyOf: ['Is a Company', 'Company Type', 'Related Company', 'External ID', 'is_company', 'parent_id/name'],
    columns: {
      'External ID': 'external-key',
      id: 'external-key',
      Name: 'name.display',
      name: 'name.display',
      'Company Type': 'kind',
      company_type: 'kind',
      'Is a Company': 'kind',
      is_company: 'kind',
      'Related Company': 'organisation.name',
      'Related Company/Name': 'organisation.name',
      'parent_id/name': 'organisation.name',
      'Job Position': 'organisation.title',
      Title: 'name.prefix',
      Street: 'address.home.lines',
      Street2: 'address.home.lines',
      City: 'address.home.city',
      State: 'address.home.province',
      Zip: 'address.home.postcode',
      Country: 'address.home.country',
      'Tax ID': 'identifier.tax-number',
      Phone: 'phone',
      Mobile: 'phone.mobile',
      Email: 'email',
      Website: 'url',
      'Website Link': 'url',
      Notes: 'note',
      Language: 'language',
      Reference: 'identifier.customer-number',
    },
  },
  {
    name: 'espocrm',
    signature: ['firstName', 'lastName'],
    anyOf: ['salutationName', 'accountName', 'emailAddress', 'phoneNumber', 'assignedUserName'],
    columns: {
      id: 'external-key',
      name: null,
      salutationName: 'name.prefix',
      firstName: 'name.given',
      middleName: 'name.father',
      lastName: 'name.family',
      accountName: 'organisation.name',
      title: 'organisation.title',
      emailAddress: 'email',
      phoneNumber: 'phone',
      phoneNumberMobile: 'phone.mobile',
      phoneNumberHome: 'phone.home',
      phoneNumberFax: 'fax',
      addressStreet: 'address.home.lines',
      addressCity: 'address.home.city',
      addressState: 'address.home.province',
      addressPostalCode: 'address.home.postcode',
      addressCountry: 'address.home.country',
      description: 'note',
    },
  },
];

type AnySet = RecordSet & Pick<KnownSet, 'anyOf' | 'patterns'>;

export type RecognisedSet = {
  readonly name: KnownSetName;
  readonly into: ImportInto;
  /** By column; null for a heading the set leaves out. */
  readonly targets: readonly (string | null)[];
  /** What rows are that do not say it themselves. */
  readonly recordType: string | null;
};

/** The set the headings belong to; with `into`, only one of that kind of rows. */
export function recogniseSet(headers: readonly string[], into?: ImportInto): RecognisedSet | null {
  const present = new Set(headers.map((header) => header.trim().toLowerCase()));
  const has = (header: string): boolean => present.has(header.toLowerCase());
  const all: readonly AnySet[] = [...recordSets, ...sets.map((set) => ({ ...set, into: 'parties' as const }))];
  const found = all.find(
    (set) =>
      set.signature.every(has) &&
      (set.anyOf === undefined || set.anyOf.some(has)) &&
      (into === undefined || set.into === into),
  );
  if (!found) return null;
  const columns = new Map(
    Object.entries(found.columns).map(([header, target]) => [header.toLowerCase(), target] as const),
  );
  const patterns = found.patterns ?? [];
  const targets = headers.map(
    (header) => columns.get(header.trim().toLowerCase()) ?? byPattern(header.trim(), patterns),
  );
  return {
    name: found.name as KnownSetName,
    into: found.into,
    targets,
    recordType: kindOfSet[found.name] ?? null,
  };
}

function byPattern(header: string, patterns: NonNullable<KnownSet['patterns']>): Target {
  for (const [pattern, target] of patterns) {
    const match = pattern.exec(header);
    if (match) return target(match);
  }
  return null;
}
