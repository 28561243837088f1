// vCard 3.0 and 4.0 (RFC 2426, RFC 6350): what an address book keeps of each party. Ways to reach somebody that are marked "do not
// use" stay out, so that no telephone dials them.

import { contactPointEntity, addressEntity, occasionEntity, partyNameEntity, partyRoleEntity } from '@shared/catalogue';
import type { ExportList } from '@shared/features/exports/exports.contract';
import { partsToCivil } from '@shared/locale/calendars';
import type { Calendar } from '@shared/locale/language';
import { openTextFile } from '../../../files';
import { countParties, partyRows } from '../lists';
import { createFactsOf, type PartyFacts } from '../party-facts';
import { selectEmployers, type EntityRow } from '../projection.sql';
import { contentLine, escapedText } from './content-lines';
import type { Exporting, OpenedExport } from './opened';

type PartyList = Extract<ExportList, { list: 'parties' }>;
const entities = [partyNameEntity, contactPointEntity, addressEntity, occasionEntity, partyRoleEntity];

export const allParties: PartyList = {
  list: 'parties',
  filter: {},
  sort: { by: 'name', direction: 'ascending' },
};

export function openCards(exporting: Exporting): OpenedExport {
  const text = openTextFile(exporting.target.create());
  const list = exporting.what.list === 'parties' ? exporting.what : allParties;
  const factsOf = createFactsOf(exporting.db, entities);
  return {
    total: countParties(exporting, list),
    *steps() {
      for (const rows of partyRows(exporting, list)) {
        const facts = factsOf(rows.map(({ id }) => id));
        const employers = employersOf(exporting, facts);
        text.write(facts.map((party) => cardOf(party, employers.get(party.id), exporting)).join(''));
        yield rows.length;
      }
    },
    end() {
      text.end();
      return { shortened: 0 };
    },
    abandon: () => text.abandon(),
  };
}

interface Employer {
  readonly name: string;
  readonly position: string | null;
}

const employersOf = ({ db }: Exporting, facts: readonly PartyFacts[]): ReadonlyMap<string, Employer> =>
  new Map(
    db
      .all(selectEmployers(JSON.stringify(facts.map(({ id }) => id))))
      .map(({ party_id, ...employer }) => [party_id, employer]),
  );

function cardOf(facts: PartyFacts, employer: Employer | undefined, exporting: Exporting): string {
  const is4 = exporting.options.cards === '4.0';
  const { party, parts, key } = facts;
  const part = (entity: string): readonly EntityRow[] => parts.get(entity) ?? [];
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${exporting.options.cards}`,
    `UID:${escapedText(key)}`,
    ...kindLines(String(party['kind']), is4),
    ...nameLines(party, part('party_name')),
    ...employerLines(party, employer),
    ...part('contact_point').flatMap((point) => pointLine(point, is4)),
    ...part('address').map((address) => addressLine(address, is4)),
    ...birthLines(party, is4),
    ...part('occasion').flatMap((occasion) => anniversaryLines(occasion, is4)),
    ...genderLines(party, is4),
    ...valueLine('LANG', is4 ? party['language'] : null),
    ...categoryLines(part('party_role'), exporting),
    ...valueLine('NOTE', party['note']),
    `REV:${new Date(Number(party['updated_at'])).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ];
  return lines.map(contentLine).join('');
}

type Value = string | number | null | undefined;
const has = (value: Value): value is string | number => value !== null && value !== undefined && value !== '';
const valueLine = (name: string, value: Value): string[] =>
  has(value) ? [`${name}:${escapedText(String(value))}`] : [];

/** Version 3 has no word for it but what Apple's programs write. */
function kindLines(kind: string, is4: boolean): string[] {
  if (is4) return [`KIND:${kind === 'organisation' ? 'org' : kind === 'group' ? 'group' : 'individual'}`];
  return kind === 'organisation' ? ['X-ABSHOWAS:COMPANY'] : [];
}

function nameLines(party: EntityRow, names: readonly EntityRow[]): string[] {
  const used = names.find((name) => name['kind'] === 'used') ?? names[0];
  const shown = String(used?.['text'] ?? party['display_name']);
  const component = (...fields: string[]): string =>
    fields
      .map((field) => used?.[field])
      .filter(has)
      .map((text) => escapedText(String(text)))
      .join(' ');
  const isPerson = party['kind'] === 'person';
  const family = component('family');
  // A name without parts stands whole in the place of the given name: N is required, and nothing may be invented.
  const given = component('given') === '' && family === '' ? escapedText(shown) : component('given');
  const nicknames = names.flatMap((name) => [
    name['nickname'],
    name['kunya'],
    ...(name === used ? [] : [name['text']]),
  ]);
  return [
    `FN:${escapedText(shown)}`,
    isPerson
      ? `N:${family};${given};${component('father', 'grandfather')};${component('prefix')};`
      : `N:${escapedText(shown)};;;;`,
    ...(nicknames.some(has)
      ? [
          `NICKNAME:${nicknames
            .filter(has)
            .map((text) => escapedText(String(text)))
            .join(',')}`,
        ]
      : []),
  ];
}

function employerLines(party: EntityRow, employer: Employer | undefined): string[] {
  if (party['kind'] === 'organisation') return valueLine('ORG', party['display_name']);
  if (employer === undefined) return [];
  return [...valueLine('ORG', employer.name), ...valueLine('TITLE', employer.position)];
}

const types: Readonly<Record<string, string>> = { mobile: 'CELL', home: 'HOME', work: 'WORK' };

/** TYPE of the label; what no card has a word for is written as an extension. */
function typeOf(label: Value, more: readonly string[] = []): string {
  const type = has(label) ? (types[String(label)] ?? `X-${String(label).toUpperCase()}`) : null;
  const all = [...more, ...(type === null ? [] : [type])];
  return all.length === 0 ? '' : `;TYPE=${all.join(',')}`;
}

function pointLine(point: EntityRow, is4: boolean): string[] {
  if (point['do_not_use'] === 1) return [];
  const isPreferred = point['preferred'] === 1;
  const label = typeOf(point['label'], isPreferred && !is4 ? ['PREF'] : []) + (isPreferred && is4 ? ';PREF=1' : '');
  const value = escapedText(String(point['value']));
  switch (point['kind']) {
    case 'phone':
      return [`TEL${label}:${value}`];
    case 'fax':
      return [`TEL${typeOf(point['label'], ['FAX'])}:${value}`];
    case 'email':
      return [`EMAIL${label}:${value}`];
    case 'messenger':
      return [`IMPP${label}:${value}`];
    default:
      return [`URL${label}:${value}`];
  }
}

function addressLine(address: EntityRow, is4: boolean): string {
  const text = (...fields: string[]): string =>
    fields
      .map((field) => address[field])
      .filter(has)
      .map((value) => escapedText(String(value)))
      .join('\\, ');
  const extended = text('building', 'district', 'landmark');
  // RFC 6350 wants the second component empty; readers show the street.
  const street = is4 ? [text('lines'), extended].filter((piece) => piece !== '').join('\\, ') : text('lines');
  const components = [
    '',
    is4 ? '' : extended,
    street,
    text('city'),
    text('province'),
    text('postcode'),
    text('country'),
  ];
  const type = types[String(address['kind'])];
  return `ADR${type === undefined ? '' : `;TYPE=${type}`}:${components.join(';')}`;
}

const birthLines = (party: EntityRow, is4: boolean): string[] =>
  has(party['birth_on']) ? [`BDAY:${is4 ? String(party['birth_on']).replaceAll('-', '') : party['birth_on']}`] : [];

/** Of anniversaries the first day, as the Gregorian day it was. */
function anniversaryLines(occasion: EntityRow, is4: boolean): string[] {
  if (occasion['kind'] !== 'anniversary' || !has(occasion['year'])) return [];
  const parts = {
    year: Number(occasion['year']),
    month: Number(occasion['month']),
    day: Number(occasion['day']),
  };
  const civil = partsToCivil(parts, occasion['calendar'] as Calendar);
  if (civil === null) return [];
  return [is4 ? `ANNIVERSARY:${civil.replaceAll('-', '')}` : `X-ANNIVERSARY:${civil}`];
}

function genderLines(party: EntityRow, is4: boolean): string[] {
  if (!has(party['gender'])) return [];
  return is4 ? [`GENDER:${party['gender'] === 'female' ? 'F' : 'M'}`] : [`X-GENDER:${String(party['gender'])}`];
}

function categoryLines(roles: readonly EntityRow[], { choices }: Exporting): string[] {
  const words = roles
    .filter(({ stage }) => stage !== 'ended')
    .map(({ type }) => escapedText(choices.word('party_role', 'type', String(type))));
  return words.length === 0 ? [] : [`CATEGORIES:${[...new Set(words)].join(',')}`];
}
