// An office of made-up people with every flaw there is, some of them merged; and its tables read plainly, party by party.

import { contactPointKinds, identifierSchemes, roleTypes } from '@shared/catalogue';
import type { partiesContract } from '@shared/features/parties/parties.contract';
import type { RawInputOf } from '@shared/core/contract';
import { value, type TestEngine } from '../../../support/open-engine';

type Draft = RawInputOf<(typeof partiesContract)['operations']['create']>;
type Row = Readonly<Record<string, string | number | null>>;

/** Chosen by their number, so that every combination comes up and a run can be repeated. */
const pick = <T>(all: readonly T[], by: number): T => all[by % all.length]!;

const names = [
  'محمد العتيبي',
  'Sara Haddad',
  'تجربة',
  'test 2',
  'ناشناس',
  'نسرین کاظمی',
  'Tester Ali',
  '-',
  'Émile Ölz',
];
const phones = ['0501234567', '0501234567', '12', '+98 912 123 4567', '0559876543', '000', '0501234567'];
const mails = ['a@b.example.sa', 'none@x.com', 'somebody@example.com', 'not an address', 'Ali.H@Clinic.SA', 'x@y'];
const days = ['1980-02-29', '2024-05-06', '2026-05-05', '2026-05-06', '2026-05-07', '2030-01-01'];

function draftOf(n: number): Draft {
  const isPerson = n % 5 !== 0;
  const entered = (by: number) => ({ on: pick(days.slice(0, 3), by), calendar: 'gregory' as const, text: '' });
  return {
    kind: isPerson ? 'person' : pick(['organisation', 'group'] as const, n),
    names: [{ text: pick(names, n) }, ...(n % 3 === 0 ? [{ text: pick(names, n + 4), kind: 'alias' as const }] : [])],
    ...(n % 4 === 0 ? { language: 'ar' as const } : {}),
    ...(isPerson && n % 3 !== 1 ? { birth: entered(n) } : {}),
    ...(isPerson && n % 7 === 0 ? { gender: 'female' as const } : {}),
    contactPoints: [
      ...(n % 4 === 3 ? [] : [{ kind: 'phone' as const, value: pick(phones, n), doNotUse: n % 9 === 0 }]),
      ...(n % 3 === 0 ? [{ kind: 'email' as const, value: pick(mails, n / 3), preferred: n % 2 === 0 }] : []),
      ...(n % 11 === 0 ? [{ kind: pick(contactPointKinds, n), value: 'قيمة 7' }] : []),
    ],
    addresses: n % 6 === 0 ? [{ kind: 'home' as const, city: pick(['الرياض', 'جدة'], n / 6) }] : [],
    identifiers:
      n % 4 === 1
        ? [{ scheme: pick(identifierSchemes, n), value: `A${n}`, expiresOn: n % 8 === 1 ? pick(days, n) : null }]
        : [],
    roles:
      n % 2 === 0 ? [{ type: pick(roleTypes, n / 2) }, ...(n % 12 === 2 ? [{ type: 'patient' as const }] : [])] : [],
    occasions: [],
    preferences: n % 10 === 0 ? [{ key: 'channel' as const, value: 'هاتف' }] : [],
  } as Draft;
}

export const draftsOf = (count: number): Draft[] => Array.from({ length: count }, (_, n) => draftOf(n));

export interface Office {
  /** Those that stand for themselves or others, active and not thrown away. */
  readonly parties: readonly string[];
  /** Merged, archived and thrown-away ones, too. */
  readonly everyId: readonly string[];
  rowsOf(party: string, entity: string): readonly Row[];
  /** How many unrelated others have the same contact point. */
  sharing(party: string, kind: string, normal: string): number;
}

/** Enters everybody, with relationships, activities, mergers, an archived and a removed record. */
export async function linkedOffice(test: TestEngine, drafts: readonly Draft[]): Promise<Office> {
  const { client, clock } = test;
  const ids: string[] = [];
  const now = clock.at;
  for (const [n, draft] of drafts.entries()) {
    clock.at = n % 4 === 0 ? now - 900 * 86_400_000 + n : now + n;
    ids.push(value(await client.parties.create(draft)).id);
  }
  clock.at = now + drafts.length;
  const me = value(await client.users.list({})).users[0]!.id;
  const people = ids.filter((_, n) => drafts[n]!.kind === 'person');
  const organisations = ids.filter((_, n) => drafts[n]!.kind === 'organisation');
  for (const [n, id] of people.entries()) {
    if (n % 6 === 0) value(await client.parties.update({ id, set: { ownerId: me } }));
    if (n % 5 === 0 && n > 0)
      value(await client.relationships.create({ fromPartyId: people[n - 1]!, toPartyId: id, type: 'spouse' }));
    if (n % 3 === 0) {
      const toPartyId = pick(organisations, n);
      const to = n % 2 === 0 ? { toOn: pick(days, n) } : {};
      value(await client.relationships.create({ fromPartyId: id, toPartyId, type: 'employee', ...to }));
      await client.roles.add({ partyId: id, type: 'employee' });
    }
    if (n % 4 === 0)
      value(
        await client.activities.log({
          kind: 'call',
          subject: 's',
          at: now - pick([1, 40, 800], n) * 86_400_000,
          partyIds: [id],
        }),
      );
  }
  const mergeable = people.filter((_, n) => n % 9 < 2).slice(0, 12);
  for (let n = 0; n + 1 < mergeable.length; n += 2)
    value(await client.parties.merge({ intoId: mergeable[n]!, ids: [mergeable[n + 1]!] }));
  value(await client.parties.merge({ intoId: mergeable[0]!, ids: [people[5]!] }));
  value(await client.parties.update({ id: people[7]!, set: { status: 'archived' } }));
  value(await client.parties.remove({ ids: [people[8]!] }));
  return readOffice(test, ids);
}

const ends: Readonly<Record<string, readonly string[]>> = {
  party: ['id'],
  relationship: ['from_party_id', 'to_party_id'],
};
const shown = [
  'language',
  'owner_id',
  'gender',
  'birth_on',
  'death_on',
  'nationality',
  'legal_form',
  'industry',
  'group_kind',
  'note',
];

function readOffice(test: TestEngine, everyId: readonly string[]): Office {
  const { writer } = test.engine.base()!;
  const rows = (entity: string): Row[] => writer.prepare(`select * from ${entity} order by id`).all() as Row[];
  const all = rows('party');
  const tables = new Map<string, Row[]>();
  const tableOf = (entity: string): Row[] => {
    const known = tables.get(entity) ?? rows(entity);
    tables.set(entity, known);
    return known;
  };
  const byId = new Map(all.map((row) => [String(row['id']), row]));
  const rootOf = (id: string): string => String(byId.get(id)!['root_id'] ?? id);
  const parties = all
    .filter((row) => row['root_id'] === null && row['deleted_at'] === null && row['status'] === 'active')
    .map((row) => String(row['id']));
  const recordsOf = (party: string): Row[] => [
    byId.get(party)!,
    ...all.filter((row) => row['root_id'] === party).toSorted((a, b) => linkedAt(a) - linkedAt(b)),
  ];
  const links = rows('party_link');
  const linkedAt = (row: Row): number => links.findIndex((link) => link['party_id'] === row['id']);
  const partyRow = (party: string): Row => {
    const records = recordsOf(party);
    const values = shown.map((column) => [
      column,
      records.map((row) => row[column]).find((cell) => cell !== null) ?? null,
    ]);
    return { ...records[0]!, ...(Object.fromEntries(values) as Row) };
  };
  const rowsOf = (party: string, entity: string): readonly Row[] => {
    if (entity === 'party') return [partyRow(party)];
    const own = new Set(recordsOf(party).map((row) => String(row['id'])));
    // Both ends may be records of one party: then the row is met from both.
    return (ends[entity] ?? ['party_id']).flatMap((end) => tableOf(entity).filter((row) => own.has(String(row[end]))));
  };
  const relatives = (party: string): Set<string> =>
    new Set(
      rowsOf(party, 'relationship')
        .flatMap((row) => [rootOf(String(row['from_party_id'])), rootOf(String(row['to_party_id']))])
        .filter((id) => id !== party),
    );
  return {
    parties,
    everyId,
    rowsOf,
    sharing(party, kind, normal) {
      const near = relatives(party);
      const others = tableOf('contact_point')
        .filter((row) => row['kind'] === kind && row['normal'] === normal && normal !== '')
        .map((row) => rootOf(String(row['party_id'])))
        .filter((id) => id !== party && byId.get(id)!['deleted_at'] === null);
      const unrelated = others.filter((id) => !near.has(id) && ![...relatives(id)].some((one) => near.has(one)));
      return new Set(unrelated).size;
    },
  };
}
