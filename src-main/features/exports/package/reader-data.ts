// What the reader of a package shows, in pieces that a page without any network loads as scripts: an index of all parties to search
// in, and everything known of each party, some hundred to a file.

import { attachmentEntity } from '@shared/catalogue';
import { fold, foldCompact } from '@shared/text/fold';
import type { Asking } from '../lists';
import { partyRows } from '../lists';
import { createFactsOf, type PartyFacts } from '../party-facts';
import { allParties } from '../formats/vcard';
import {
  selectActivitiesOf,
  selectEdgesOf,
  selectParticipantsOf,
  selectPartsOf,
  type EntityRow,
} from '../projection.sql';
import { attachedPath } from './attached-path';
import type { PackageFile, PackageTarget, PackedFile } from './store';

/** Parties in one file of details, and in one of the index. */
const DETAILS = 200;
const INDEX = 5000;

export interface ReaderData {
  readonly parties: number;
  readonly indexFiles: number;
  readonly files: readonly PackedFile[];
}

/** Answers after each batch how many parties are written; the last value is what was written. */
export function* writeReaderData(store: PackageTarget, asking: Asking): Generator<number, ReaderData> {
  const factsOf = createFactsOf(asking.db);
  const files: PackedFile[] = [];
  const index: IndexEntry[] = [];
  const written = { parties: 0, details: 0, indexes: 0 };
  const flushIndex = (): void => {
    files.push(writeScript(store, `reader/index-${written.indexes}.js`, ['i', written.indexes, index.splice(0)]));
    written.indexes += 1;
  };
  for (const rows of partyRows(asking, allParties)) {
    for (let from = 0; from < rows.length; from += DETAILS) {
      const facts = factsOf(rows.slice(from, from + DETAILS).map(({ id }) => id));
      const shown = detailsOf(asking, facts);
      files.push(writeScript(store, `reader/people-${written.details}.js`, ['p', written.details, shown]));
      index.push(...facts.map((party) => entryOf(party, written.details)));
      written.details += 1;
      if (index.length >= INDEX) flushIndex();
    }
    written.parties += rows.length;
    yield written.parties;
  }
  if (index.length > 0) flushIndex();
  return { parties: written.parties, indexFiles: written.indexes, files };
}

export interface ReaderAbout {
  readonly office: string;
  readonly madeAt: string;
  readonly version: string;
  readonly parties: number;
  readonly indexFiles: number;
}

/** The first that the page loads. */
export const writeAbout = (store: PackageTarget, about: ReaderAbout): PackedFile =>
  writeScript(store, 'reader/about.js', ['a', 0, [about]]);

/** Name, kind, folded words to search in, file of the details, id, place. */
type IndexEntry = readonly [name: string, kind: string, words: string, file: number, id: string, city: string];

function entryOf({ id, party, parts }: PartyFacts, file: number): IndexEntry {
  const texts = (entity: string, field: string): string[] =>
    (parts.get(entity) ?? []).map((row) => String(row[field] ?? '')).filter((text) => text !== '');
  const names = [...texts('party_name', 'text'), ...texts('party_name', 'nickname'), ...texts('party_name', 'kunya')];
  const words = [
    ...names.map(fold),
    ...names.map(foldCompact),
    ...texts('contact_point', 'normal'),
    ...texts('contact_point', 'value').map((value) => value.toLowerCase()),
    ...texts('contact_point', 'value').map((value) => foldCompact(value)),
    ...texts('identifier', 'value').map(foldCompact),
    ...texts('address', 'city').map(fold),
    fold(id),
  ];
  const shown = String(party['display_name']);
  return [shown, String(party['kind']), [...new Set(words)].join('\n'), file, id, String(party['city'] ?? '')];
}

function detailsOf({ db }: Asking, facts: readonly PartyFacts[]): unknown[] {
  const ids = JSON.stringify(facts.map(({ id }) => id));
  const edges = grouped(db.all(selectEdgesOf(ids)), 'party_id');
  const activities = db.all(selectActivitiesOf(ids));
  const present = grouped(
    db.all(selectParticipantsOf(JSON.stringify([...new Set(activities.map(({ id }) => id))]))),
    'activity_id',
  );
  const attached = grouped(
    db.all(selectPartsOf(attachmentEntity, ids)).filter((row) => row['deleted_at'] === null),
    'party_id',
  );
  const ofParty = grouped(activities, 'party_id');
  return facts.map(({ id, party, parts }) => ({
    id,
    party: withoutNothing(party),
    parts: Object.fromEntries([...parts].map(([entity, rows]) => [entity, rows.map(withoutNothing)])),
    relationships: edges.get(id) ?? [],
    files: (attached.get(id) ?? []).map((row) => ({
      name: row['name'],
      path: attachedPath({ id: row.id, name: String(row['name']) }),
    })),
    activities: (ofParty.get(id) ?? []).map((row) => ({
      ...withoutNothing(row),
      with: (present.get(row.id) ?? []).map(({ party_id, name, role }) => ({ id: party_id, name, role })),
    })),
  }));
}

const HIDDEN = new Set([
  'party_id',
  'position',
  'normal',
  'sort_ar',
  'sort_fa',
  'sort_en',
  'ext',
  'city_key',
  'root_id',
]);

const withoutNothing = (row: EntityRow): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null && value !== '' && !HIDDEN.has(name)),
  );

function grouped<Row>(rows: readonly Row[], by: keyof Row): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[by]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** A call of the reader with data: JSON is JavaScript, so nothing in it can be anything but data. */
function writeScript(
  store: PackageTarget,
  path: string,
  call: readonly [string, number, readonly unknown[]],
): PackedFile {
  const file: PackageFile = store.create(path);
  const [what, number, items] = call;
  file.write(`diwan("${what}",${number},[`);
  for (const [at, item] of items.entries()) file.write(`${at === 0 ? '' : ',\n'}${JSON.stringify(item)}`);
  file.write(']);\n');
  return file.end();
}
