// What a person sees, held against a second reading of the rules in plain loops: not one row or field too many, not one missing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '@shared/catalogue';
import { maskableFields, RolePolicy } from '@shared/features/policy/policy';
import { dressed, fewSeen, userActor, type Actor } from '../../src-main/access';
import { compiled, openDatabase, sql, type ReadDb } from '../../src-main/db';
import { databaseKey } from '../../src-main/keys';
import { reachOf } from '../../src-main/features/policy/actor-of';
import { listParties } from '../../src-main/features/parties';
import { findActivities, findParties, searchedBy } from '../../src-main/search';
import { chanceFrom } from '../support/chance';
import { ended, value } from '../support/open-engine';
import { chancePolicy, everything, giveAuthors, makeOffice, pick, type Office } from './support/office';
import { gone, Naive, type Everything, type Row } from './support/naive';

const seed = Number(process.env['DIWAN_SEED'] ?? 20_261_127);
const rounds = Number(process.env['DIWAN_ROUNDS'] ?? 420);
const chance = chanceFrom(seed);

let office: Office;
let all: Everything;

beforeAll(async () => {
  office = await makeOffice(chance, 120);
  giveAuthors(office, chance);
  all = everything(office.test.engine.base()!.writer);
}, 120_000);
afterAll(() => office.test.close());

interface Pair {
  readonly actor: Actor;
  readonly naive: Naive;
  readonly db: ReadDb;
}

/** A chance person with a chance policy, looking. */
function look<T>(see: (pair: Pair) => T): T {
  const base = office.test.engine.base()!;
  const policy = chancePolicy(chance, office);
  const user = pick(chance, office.users);
  const reach = reachOf(base.read, user, '2026-05-06');
  const actor = userActor({ id: user, displayName: '', role: 'any' }, policy, reach);
  return base.seeAs(actor, (db) => see({ actor, db, naive: new Naive(all, { policy, reach }) }));
}

const today = '2026-05-06';

/** A unit and whatever is below it, read in loops. */
function unitsBelow(unit: string): Set<unknown> {
  const found = new Set<unknown>([unit]);
  for (const id of found) for (const row of all.get('org_unit')!) if (row['parent_id'] === id) found.add(row.id);
  return found;
}

/** Who is of them today. */
function peopleBelow(unit: string): Set<unknown> {
  const units = unitsBelow(unit);
  const isNow = (row: Row): boolean =>
    ((row['from_on'] as string | null) ?? today) <= today && ((row['to_on'] as string | null) ?? today) >= today;
  const members = all.get('org_member')!.filter((row) => units.has(row['unit_id']) && isNow(row));
  const heads = all.get('org_unit')!.filter((row) => units.has(row.id));
  return new Set([
    ...members.map((row) => row['user_id']),
    ...heads.flatMap((row) => [row['manager_id'], row['deputy_id']]).filter((id) => id !== null),
  ]);
}

const byId = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).toSorted();

describe(`chance policies and people, seed ${seed}`, { timeout: 240_000 }, () => {
  it('see of every table exactly the rows and values that the rules give them', () => {
    let pairs = 0;
    for (let round = 0; round < rounds; round += 1)
      look(({ db, naive }) => {
        for (const entity of catalogue) {
          const rows = db.all(compiled(sql<Row>`select * from ${sql.table(entity.key)}`));
          expect(byId(rows), `${entity.key}, round ${round}`).toEqual(byId(naive.rows(entity)));
          pairs += 1;
        }
      });
    expect(pairs).toBeGreaterThanOrEqual(rounds * 38);
  });

  it('see of the history exactly what they see of the records', () => {
    for (let round = 0; round < rounds / 3; round += 1)
      look(({ db, naive }) => {
        const changes = db.all(compiled(sql<Row & { seq: number }>`select * from change order by seq`));
        expect(changes.map(plain), `round ${round}`).toEqual(expectedChanges(naive));
      });
  });

  it('get lists, groups, counts and orders of what they see and of nothing else', () => {
    for (let round = 0; round < rounds; round += 1)
      look(({ actor, db, naive }) => {
        const seen = naive
          .rows(catalogue.find(({ key }) => key === 'party')!)
          .filter((row) => row['root_id'] === null && row['deleted_at'] === null);
        const by = pick(chance, ['created', 'updated', 'last-activity'] as const);
        const query = { filter: {}, sort: { by, direction: 'descending' as const }, language: 'fa' as const };
        const page = listParties(db, { ...query, by: searchedBy(actor), few: fewSeen(db, actor), today, limit: 200 });
        expect(page.ok && ids(page.value.rows)).toEqual(ids(seen));
        expect(page.ok && page.value.count.value).toBe(seen.length);
        const owner = pick(chance, office.users);
        const owned = listParties(db, {
          ...query,
          filter: { ownerId: owner },
          by: searchedBy(actor),
          today,
          limit: 200,
        });
        expect(owned.ok && ids(owned.value.rows)).toEqual(ids(seen.filter((row) => row['shown_owner_id'] === owner)));
        const unit = pick(chance, office.units);
        for (const [name, isIn] of [
          ['unitId', (row: Row) => unitsBelow(unit).has(row['unit_id'])],
          ['teamId', (row: Row) => peopleBelow(unit).has(row['shown_owner_id'])],
        ] as const) {
          const filtered = listParties(db, {
            ...query,
            filter: { [name]: unit },
            by: searchedBy(actor),
            today,
            limit: 200,
          });
          expect(filtered.ok && ids(filtered.value.rows), name).toEqual(ids(seen.filter(isIn)));
        }
        const groups = db.all(
          compiled(
            sql<{
              city: string | null;
              n: number;
            }>`select city, count(*) as n from party where root_id is null and deleted_at is null group by city`,
          ),
        );
        const counts = new Map<unknown, number>();
        for (const row of seen) counts.set(row['city'], (counts.get(row['city']) ?? 0) + 1);
        expect(new Map(groups.map(({ city, n }) => [city, n]))).toEqual(counts);
      });
  });

  it('get sums of deals of what they see of them and of nothing else', () => {
    for (let round = 0; round < rounds / 3; round += 1)
      look(({ db, naive }) => {
        const deals = naive
          .rows(catalogue.find(({ key }) => key === 'deal')!)
          .filter((row) => row['deleted_at'] === null);
        const sums = db.all(
          compiled(sql<{
            owner: string;
            n: number;
            sum: number;
          }>`select owner_id as owner, sum(count) as n, sum(sum) as sum
            from deal_sum group by owner_id order by owner_id`),
        );
        const owners = [...new Set(deals.map((row) => (row['owner_id'] ?? '') as string))].toSorted();
        expect(sums).toEqual(
          owners.map((owner) => {
            const theirs = deals.filter((row) => (row['owner_id'] ?? '') === owner);
            const sum = theirs.reduce((all_, row) => all_ + Number(row['amount'] ?? 0), 0);
            return { owner, n: theirs.length, sum };
          }),
        );
      });
  });

  it('find whom they see by what they see whole, and nobody by anything else', () => {
    const texts = ['محمد', 'karimi', 'کریمی', 'Hill', '0510', 'ID-9000', 'call', 'said'];
    const base = office.test.engine.base()!;
    const everybody = { names: true, points: true, identifiers: true };
    let found = 0;
    for (let round = 0; round < rounds; round += 1)
      look(({ actor, db, naive }) => {
        const text = pick(chance, texts);
        const by = searchedBy(actor);
        const whole = findParties(base.read, text, { limit: 200, by: everybody }).filter(({ matched }) =>
          mayBeFoundBy(by, matched),
        );
        const hits = findParties(db, text, { limit: 200, by, few: fewSeen(db, actor) }).map(({ partyId }) => partyId);
        expect(hits.filter((id) => !naive.seesParty(id))).toEqual([]);
        if (by.names && by.points && by.identifiers)
          expect(hits.toSorted(), text).toEqual(
            whole
              .map(({ partyId }) => partyId)
              .filter(naive.seesParty)
              .toSorted(),
          );
        expect(hits.every((id) => whole.some(({ partyId }) => partyId === id) || by.names)).toBe(true);
        const activities = findActivities(db, text, 200);
        expect(activities.toSorted()).toEqual(
          findActivities(base.read, text, 200).filter(naive.seesActivity).toSorted(),
        );
        found += hits.length + activities.length;
      });
    expect(found).toBeGreaterThan(rounds / 2);
  });
});

describe('a view that is switched off', () => {
  it('is noticed by the second reading, whichever it is', () => {
    const base = office.test.engine.base()!;
    const fields = Object.fromEntries(maskableFields.map((field) => [field, { mask: 'hidden' as const }]));
    const policies = [
      RolePolicy.parse({ grants: { 'parties.read': 'own', 'activities.read': 'own' } }),
      RolePolicy.parse({ grants: { 'parties.read': 'all', 'activities.read': 'all' }, fields }),
    ];
    const noticed = new Set<string>();
    const key = databaseKey(base.unlocked.secret);
    for (const policy of policies)
      for (const user of office.users.slice(0, 3)) {
        const reach = reachOf(base.read, user, '2026-05-06');
        const naive = new Naive(all, { policy, reach });
        const opened = openDatabase({ file: base.databaseFile, key, mode: 'reader' });
        if (!opened.ok) throw new Error(opened.error.code);
        const database = opened.value;
        const db = dressed(database, userActor({ id: user, displayName: '', role: 'any' }, policy, reach));
        database.pragma('query_only = off');
        for (const entity of catalogue.filter(({ key: table }) => all.get(table)!.length > 0)) {
          const view = database
            .prepare("select sql from temp.sqlite_schema where type = 'view' and name = ?")
            .pluck()
            .get(entity.key);
          if (typeof view !== 'string') continue;
          database.exec(`drop view temp."${entity.key}"`);
          const rows = db.all(compiled(sql<Row>`select * from ${sql.table(entity.key)}`));
          if (JSON.stringify(byId(rows)) !== JSON.stringify(byId(naive.rows(entity)))) noticed.add(entity.key);
          database.exec(view.replace(/^CREATE VIEW/, 'CREATE TEMP VIEW'));
        }
        database.close();
      }
    const expected = catalogue
      .filter(({ key: table }) => all.get(table)!.length > 0)
      .filter(({ key: table, fields: all_ }) => ofStaff.has(table) || Object.values(all_).some(isWatched))
      .map(({ key: table }) => table);
    expect([...noticed].toSorted()).toEqual(expected.toSorted());
    expect(noticed.size).toBeGreaterThan(12);
  });
});

describe('the same with identity numbers sealed', { timeout: 240_000 }, () => {
  const typed = new Map<string, readonly [before: string, now: string]>();
  beforeAll(async () => {
    const { client } = office.test;
    const rows = all.get('identifier')!;
    const { jobId } = value(await client.keys.seal({ field: 'identifier.value' }));
    expect((await ended(office.test, jobId)).state).toBe('done');
    for (const [index, row] of rows.entries()) {
      const now = index < 20 ? String(70_000_000 + index * 7919) : String(row['value']);
      typed.set(row.id, [String(row['value']), now]);
      const put = { identifiers: [{ id: row.id, value: now }] };
      if (index < 20) value(await client.parties.update({ id: String(row['party_id']), put }));
    }
    all = asTyped(everything(office.test.engine.base()!.writer), typed);
  }, 120_000);

  it('nobody sees a row or a value more or less than before, in tables and history', () => {
    const stored = everything(office.test.engine.base()!.writer).get('identifier')!;
    expect(stored.every((row) => String(row['value']).startsWith('sealed:'))).toBe(true);
    for (let round = 0; round < rounds / 4; round += 1)
      look(({ db, naive }) => {
        for (const entity of catalogue) {
          const rows = db.all(compiled(sql<Row>`select * from ${sql.table(entity.key)}`));
          expect(byId(rows), `${entity.key}, round ${round}`).toEqual(byId(naive.rows(entity)));
        }
        const changes = db.all(compiled(sql<Row & { seq: number }>`select * from change order by seq`));
        expect(changes.map(plain), `round ${round}`).toEqual(expectedChanges(naive));
      });
  });

  it('a number finds its party for whoever sees it whole, and nobody for anybody else', () => {
    const base = office.test.engine.base()!;
    const everybody = { names: true, points: false, identifiers: true };
    let found = 0;
    for (let round = 0; round < rounds; round += 1)
      look(({ actor, db, naive }) => {
        const row = pick(
          chance,
          all.get('identifier')!.filter((one) => /^7\d{7}$/.test(String(one['value']))),
        );
        const by = searchedBy(actor);
        const numbersIn = (from: ReadDb, as: typeof everybody): string[] =>
          findParties(from, String(row['value']), { limit: 200, by: as, few: from === db ? fewSeen(db, actor) : null })
            .filter(({ matched }) => matched === 'identifier')
            .map(({ partyId }) => partyId);
        const numbers = naive.rows(catalogue.find(({ key }) => key === 'identifier')!);
        const isSeen = by.identifiers && numbers.some(({ id }) => id === row.id);
        const expected = isSeen ? numbersIn(base.read, everybody).filter(naive.seesParty) : [];
        const hits = numbersIn(db, { ...by, points: false });
        expect(hits.toSorted(), String(row['value'])).toEqual(expected.toSorted());
        found += hits.length;
      });
    expect(found).toBeGreaterThan(0);
  });
});

/** The base as somebody with the key reads it: what is sealed, as it was typed. */
function asTyped(stored: Everything, typed: ReadonlyMap<string, readonly [before: string, now: string]>): Everything {
  const side = (text: unknown, value: string | undefined): unknown =>
    typeof text === 'string' && text.includes('sealed:')
      ? JSON.stringify({ ...(JSON.parse(text) as object), value })
      : text;
  return new Map(
    [...stored].map(([table, rows]) => [
      table,
      rows.map((row): Row => {
        if (table === 'identifier') return { ...row, value: typed.get(row.id)?.[1] ?? row['value'] };
        if (table !== 'change' || row['entity'] !== 'identifier') return row;
        const [before, now] = typed.get(String(row['record_id'])) ?? [];
        return { ...row, old: side(row['old'], before), new: side(row['new'], now) };
      }),
    ]),
  );
}

/** What makes an entity one that not everybody sees: it is about people, or holds what a role may be shown less of. */
const isWatched = ({ to, privacy, merge }: (typeof catalogue)[number]['fields'][string]): boolean =>
  to === 'party' ||
  to === 'activity' ||
  to === 'deal' ||
  to === 'lead' ||
  to === 'task' ||
  to === 'quote' ||
  (privacy >= 2 && merge !== 'local');

/** What is between somebody and whoever leads them. */
const ofStaff = new Set(['goal', 'forecast_adjustment']);

const mayBeFoundBy = (by: ReturnType<typeof searchedBy>, matched: string): boolean =>
  matched === 'identifier' ? by.identifiers : matched === 'phone' || matched === 'email' ? by.points : by.names;

const plain = ({ old, new: now, salt: _, hash: __, ...rest }: Record<string, unknown>) => ({
  ...rest,
  old: parsed(old),
  new: parsed(now),
});
const parsed = (side: unknown): unknown => (typeof side === 'string' ? JSON.parse(side) : null);

/** The ledger's changes of records that are seen, their values as the record's own would be. */
function expectedChanges(naive: Naive): unknown[] {
  return all
    .get('change')!
    .toSorted((a, b) => (a['seq'] as number) - (b['seq'] as number))
    .flatMap((change) => {
      const entity = catalogue.find(({ key }) => key === change['entity'])!;
      if (change['party_id'] !== null && !naive.seesParty(change['party_id'])) return [];
      if (entity.key === 'activity' && !naive.seesActivity(change['record_id'])) return [];
      if (entity.key === 'activity_party' && !seesLink(naive, change['record_id'])) return [];
      if (withOwners.has(entity.key) && !naive.seesRow(entity, change['record_id'])) return [];
      const row = { id: change['record_id'] as string, ...subjectOf(entity.subject, change) } as Row;
      const sides = (['old', 'new'] as const).map((side) =>
        maskedSide(naive, { entity, row, side: parsed(change[side]) }),
      );
      if (sides.includes(gone) || hidesRecord(naive, entity, row)) return [];
      return [plain({ ...change, old: JSON.stringify(sides[0]), new: JSON.stringify(sides[1]) })];
    });
}

const ofDeals = [
  'deal',
  'deal_party',
  'deal_stage_event',
  'deal_pause',
  'forecast_line',
  'goal',
  'forecast_adjustment',
];
const ofOthers = ['task', 'task_event', 'lead', 'lead_event', 'quote', 'quote_version', 'quote_event'];
const withOwners = new Set([...ofDeals, ...ofOthers]);

const subjectOf = (subject: string | null, change: Row): object =>
  subject === null ? {} : { [subject]: change['party_id'] };

const seesLink = (naive: Naive, id: unknown): boolean => {
  const link = all.get('activity_party')!.find((row) => row.id === id);
  return link !== undefined && naive.seesParty(link['party_id']) && naive.seesActivity(link['activity_id']);
};

const hidesRecord = (naive: Naive, entity: (typeof catalogue)[number], row: Row): boolean =>
  Object.keys(entity.fields).some((name) => naive.valueOf(entity, name, { row, value: 'x' }) === gone);

interface Side {
  readonly entity: (typeof catalogue)[number];
  readonly row: Row;
  readonly side: unknown;
}

function maskedSide(naive: Naive, { entity, row, side }: Side): unknown {
  if (side === null) return null;
  const shown: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(side as Record<string, unknown>)) {
    const seen = naive.valueOf(entity, name, { row, value });
    if (seen === gone) return gone;
    // A value of which nothing is shown is left out, whatever it was.
    const probe = naive.valueOf(entity, name, { row, value: 'long enough to be shown in part' });
    if (!nothingShown.includes(probe)) shown[name] = seen;
  }
  return shown;
}

const nothingShown: readonly unknown[] = [null, '••••', '{}'];
