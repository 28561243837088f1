// Migrations carry real rows forward: whatever stood in a base before a step stands in it after, whole.
import { describe, expect, it } from 'vitest';
import { localMigrations } from '../../migrations';
import { migrate, openMemoryDatabase, schemaVersion, type Database } from '../../src-main/db';
import { code, openEngine, passphrase, value } from '../support/open-engine';

type Row = Readonly<Record<string, unknown>>;
interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

/** A base as an older program left it: the first `count` migrations and nothing of today's catalogue. */
function oldBase(count: number): Database {
  const database = openMemoryDatabase();
  for (const [index, { sql }] of localMigrations.slice(0, count).entries()) {
    database.exec(`BEGIN; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
  return database;
}

const tablesOf = (database: Database): string[] =>
  database
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];

const columnsOf = (database: Database, table: string): Column[] =>
  database.prepare('select name, type, "notnull" from pragma_table_info(?)').all(table) as Column[];

/** Arabic, Persian, a line break and a quotation mark, because a text that survives those survives. */
const sampleOf = ({ name, type, notnull }: Column, row: number): unknown => {
  if (row % 2 === 1 && notnull === 0 && name !== 'seq') return null;
  if (type === 'INTEGER') return name === 'one' ? 1 : row + 1;
  if (type === 'BLOB') return Buffer.from([row, 0, 255]);
  return checked[name] ?? `${name} ${row} "يحيى"\nکوروش‌'`;
};

/** Columns that take a few words only. */
const checked: Readonly<Record<string, string>> = {
  action: 'update',
  way: 'open',
  scope: 'people',
  occasion: 'count',
  step: 'requested',
};

const ROWS = 3;

/** Whom a reading is about is written before the reading itself. */
function nextEvent(database: Database): number {
  const known = tablesOf(database).includes('access_event');
  return known ? database.prepare<[], number>('SELECT coalesce(max(seq), 0) + 1 FROM access_event').pluck().get()! : 0;
}

function fill(database: Database): void {
  database.exec('BEGIN; INSERT INTO current_operation (one, seq) VALUES (1, 1)');
  for (const table of tablesOf(database).filter((name) => name !== 'current_operation')) {
    const columns = columnsOf(database, table);
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const insert = database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (let row = 0; row < ROWS; row += 1) {
      database.prepare('UPDATE current_operation SET seq = ?').run(row + 1);
      const given: Readonly<Record<string, number>> = { operation_seq: row + 1, event_seq: nextEvent(database) };
      insert.run(columns.map((column) => given[column.name] ?? sampleOf(column, row)));
    }
  }
  database.exec('DELETE FROM current_operation; COMMIT');
}

const rowsOf = (database: Database): Record<string, Row[]> =>
  Object.fromEntries(
    tablesOf(database).map((table) => [table, database.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all() as Row[]]),
  );

/** What a step makes of the rows that stood before it, where it changes any. */
const changedBy: Readonly<Record<string, (stood: Record<string, Row[]>) => Record<string, Row[]>>> = {
  '0018-scoped-documents': ({ party = [], ...rest }) => ({
    ...rest,
    party: party.map((row) => ('more_owners' in row && row['root_id'] !== null ? { ...row, more_owners: 2 } : row)),
  }),
};

describe('a migration', () => {
  it.each(localMigrations.slice(1).map(({ id }, index) => [id, index + 1] as const))(
    '%s keeps every row that was there before',
    (_, before) => {
      const database = oldBase(before);
      fill(database);
      const stood = rowsOf(database);
      expect(Object.values(stood).flat().length).toBeGreaterThanOrEqual(ROWS * 3);
      expect(migrate(database)).toMatchObject({
        ok: true,
        value: { applied: localMigrations.slice(before).map(({ id }) => id) },
      });
      const carried = localMigrations.slice(before).reduce((rows, { id }) => changedBy[id]?.(rows) ?? rows, stood);
      expect(rowsOf(database)).toMatchObject(carried);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      database.close();
    },
  );

  it('puts beside every search document whose its party is', () => {
    const database = oldBase(localMigrations.findIndex(({ id }) => id === '0018-scoped-documents'));
    database.exec(`BEGIN; INSERT INTO current_operation (one, seq, erases) VALUES (1, 1, 0);
      INSERT INTO party (id, kind, status, ext, created_at, created_by, display_name, sort_ar, sort_fa, sort_en, updated_at, role_types,
        shown_owner_id, unit_id, more_owners) VALUES ('p', 'person', 'active', '{}', 1, 'u', 'x', 'x', 'x', 'x', 1, '', 'o', 'n', 1);
      INSERT INTO party_doc VALUES (1, 'p', 'person', 'x', '', '', '', ''); DELETE FROM current_operation; COMMIT`);
    expect(migrate(database).ok).toBe(true);
    expect(database.prepare('select party_id, shown_owner_id, unit_id, more_owners from party_doc').all()).toEqual([
      { party_id: 'p', shown_owner_id: 'o', unit_id: 'n', more_owners: 1 },
    ]);
    database.close();
  });

  it('sums up the deals that were there, and what became of those that were in a stage', () => {
    const database = oldBase(localMigrations.findIndex(({ id }) => id === '0026-forecast'));
    database.exec('BEGIN; INSERT INTO current_operation (one, seq, erases) VALUES (1, 1, 0)');
    const deal =
      database.prepare(`INSERT INTO deal (id, party_id, pipeline_id, title, amount, currency, expected_on, category, owner_id,
      created_at, created_by, deleted_at, stage_id, state, stage_at) VALUES (?, 'p', 'l', 'x', ?, 'SAR', '2026-05-12', 'commit', ?, 1, 'u', ?, ?, ?, ?)`);
    const at = Date.UTC(2026, 4, 25);
    deal.run('a', 5, 'o', null, 's', 'open', at);
    deal.run('b', null, 'o', null, 's', 'open', at);
    deal.run('c', 7, null, null, 'w', 'won', at);
    deal.run('d', 9, null, 1, 'w', 'won', at);
    const event = database.prepare(
      `INSERT INTO deal_stage_event (id, deal_id, party_id, to_stage_id, at, by_id, currency) VALUES (?, ?, 'p', ?, 1, 'u', 'SAR')`,
    );
    for (const [id, of, to] of [
      ['1', 'c', 's'],
      ['2', 'c', 'w'],
      ['3', 'c', 's'],
      ['4', 'd', 's'],
      ['5', 'a', 's'],
    ])
      event.run(id, of, to);
    database.exec('DELETE FROM current_operation; COMMIT');
    expect(migrate(database).ok).toBe(true);
    expect(database.prepare('select * from deal_sum order by state').raw().all()).toEqual([
      ['open', '2026-05-11', 's', 'commit', 'o', 'SAR', 2, 1, 5],
      ['won', '2026-05-21', 'w', '', '', 'SAR', 1, 0, 7],
    ]);
    expect(database.prepare('select * from stage_reach order by stage_id').raw().all()).toEqual([
      ['s', 1, 0],
      ['w', 1, 0],
    ]);
    database.close();
  });

  it('names are unique, numbered and in order', () => {
    const ids = localMigrations.map(({ id }) => id);
    expect(ids.map((id) => Number(id.slice(0, 4)))).toEqual(ids.map((_, index) => index + 1));
  });

  it('that fails leaves the base as it was, and the triggers in place', () => {
    const database = openMemoryDatabase();
    migrate(database);
    const before = database.prepare('select type, name, sql from sqlite_schema order by rowid').all();
    const half = { id: '9999-half', sql: 'CREATE TABLE half (id TEXT) STRICT; CREATE TABLE half (id TEXT) STRICT' };
    expect(() => migrate(database, [...localMigrations, half])).toThrow('already exists');
    const sortedBefore = JSON.stringify(before.map((row) => JSON.stringify(row)).toSorted());
    const after = database.prepare('select type, name, sql from sqlite_schema order by rowid').all();
    expect(JSON.stringify(after.map((row) => JSON.stringify(row)).toSorted())).toBe(sortedBefore);
    expect(schemaVersion(database)).toBe(localMigrations.length);
    database.close();
  });

  it('is not run twice', () => {
    const database = openMemoryDatabase();
    migrate(database);
    expect(migrate(database)).toEqual({ ok: true, value: { applied: [] } });
    database.close();
  });
});

describe('a base made by a newer program', () => {
  it('is refused untouched', () => {
    const database = openMemoryDatabase();
    migrate(database);
    database.pragma('user_version = 99');
    const before = database.prepare('select count(*) from sqlite_schema').pluck().get();
    expect(migrate(database)).toEqual({
      ok: false,
      error: { code: 'base.newer-schema', details: { found: 99, known: localMigrations.length } },
    });
    expect(database.prepare('select count(*) from sqlite_schema').pluck().get()).toBe(before);
    database.close();
  });

  it('is refused at unlock with its own code, and opens again for the program that knows it', async () => {
    const test = await openEngine();
    value(await test.client.parties.create({ kind: 'person', names: [{ text: 'نازنین' }] }));
    test.engine.base()!.writer.pragma('user_version = 99');
    await test.client.session.lock({});
    const refused = await test.client.session.unlock({ login: 'amal', passphrase });
    expect(refused).toMatchObject({ ok: false, error: { code: 'base.newer-schema' } });
    expect(code(refused)).toBe('base.newer-schema');
    await test.close();
  });
});

it('the query planner has figures to plan with after a migration', () => {
  const database = openMemoryDatabase();
  migrate(database);
  expect(database.prepare("select count(*) from sqlite_schema where name = 'sqlite_stat1'").pluck().get()).toBe(1);
  database.close();
});
