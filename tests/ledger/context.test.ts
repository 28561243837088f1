// The database itself guards the ledger: whoever writes past the program, even with the key in hand, is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedFields, ledgerEntities, type Entity } from '@shared/catalogue';
import { migrate, openMemoryDatabase, type Database } from '../../src-main/db';

const opened: { database: Database | null } = { database: null };
const database = (): Database => opened.database!;
const context = {
  open: 'INSERT INTO current_operation (one, seq) VALUES (1, 1)',
  close: 'DELETE FROM current_operation',
};

function valueOf(entity: Entity, name: string): string | number {
  const { type } = entity.fields[name]!;
  return type === 'integer' || type === 'instant' || type === 'flag' ? 1 : 'x';
}

function insertSql({ key, fields }: Entity, id: string): [sql: string, values: unknown[]] {
  const names = Object.keys(fields).filter((name) => fields[name]!.required === true);
  const entity = { key, fields, subject: null, data: 'technical', kept: 'device' } as const;
  return [
    `INSERT INTO "${key}" (id${names.map((name) => `, "${name}"`).join('')}) VALUES (?${', ?'.repeat(names.length)})`,
    [id, ...names.map((name) => valueOf(entity, name))],
  ];
}

beforeAll(() => {
  opened.database = openMemoryDatabase();
  migrate(database());
  database().exec(context.open);
  for (const entity of ledgerEntities) {
    const [sql, values] = insertSql(entity, 'present');
    database().prepare(sql).run(values);
  }
  database().exec(
    `INSERT INTO operation VALUES (1, 'o', 'd', 1, '0', 0, null, 'a', 'c', null, null, null, null, 1, 1, 1, x'00', x'00', x'00', null, null); ${context.close}`,
  );
});
afterAll(() => database().close());

/** Rows that nobody may ever change, or that are there once, are refused for that before the ledger is asked. */
const refusal =
  /ledger: no operation context|NOT NULL constraint failed: change\.operation_seq|append-only|UNIQUE constraint failed/;

describe.each(ledgerEntities.map((entity) => [entity.key, entity] as const))(
  'without an operation, %s',
  (key, entity) => {
    const count = (): unknown => database().prepare(`SELECT count(*) FROM "${key}"`).pluck().get();

    it('takes no new row', () => {
      const [sql, values] = insertSql(entity, 'forged');
      expect(() => database().prepare(sql).run(values)).toThrow(refusal);
      expect(count()).toBe(1);
    });

    it.each(capturedFields(entity))('lets nobody change %s', (field) => {
      const before = database().prepare(`SELECT * FROM "${key}"`).all();
      const changed = typeof valueOf(entity, field) === 'number' ? 2 : 'forged';
      expect(() => database().prepare(`UPDATE "${key}" SET "${field}" = ?`).run(changed)).toThrow(refusal);
      expect(database().prepare(`SELECT * FROM "${key}"`).all()).toEqual(before);
    });

    it('loses no row, neither by delete nor by replace', () => {
      expect(() => database().prepare(`DELETE FROM "${key}"`).run()).toThrow(refusal);
      const [sql, values] = insertSql(entity, 'present');
      expect(() => database().prepare(sql.replace('INSERT', 'INSERT OR REPLACE')).run(values)).toThrow(refusal);
      expect(count()).toBe(1);
    });

    it('keeps its ids for ever, operation or not', () => {
      database().exec(context.open);
      expect(() => database().prepare(`UPDATE "${key}" SET id = 'other'`).run()).toThrow('ledger: an id is fixed');
      database().exec(context.close);
    });
  },
);

describe('what is written in the ledger', () => {
  it.each(['operation', 'change'])(
    '%s rows can be neither changed nor removed, in an operation or out of one',
    (table) => {
      for (const around of [false, true]) {
        if (around) database().exec(context.open);
        expect(() => database().exec(`UPDATE ${table} SET seq = seq`)).toThrow('ledger: append-only');
        expect(() => database().exec(`DELETE FROM ${table}`)).toThrow('ledger: append-only');
        if (around) database().exec(context.close);
      }
    },
  );

  it('takes no operation and no change of another place in the order', () => {
    const operation = `INSERT INTO operation VALUES (7, 'p', 'd', 2, '0', 0, null, 'a', 'c', null, null, null, null, 1, 1, 1, x'00', x'00', x'00', null, null)`;
    const change = `INSERT INTO change (operation_seq, entity, record_id, action) VALUES (7, 'party', 'p', 'delete')`;
    for (const sql of [operation, change]) expect(() => database().exec(sql)).toThrow(/ledger: no operation context/);
    database().exec(context.open);
    for (const sql of [operation, change]) expect(() => database().exec(sql)).toThrow(/ledger: no operation context/);
    database().exec(context.close);
  });

  it('knows of one operation at a time', () => {
    expect(() => database().exec('INSERT INTO current_operation (one, seq) VALUES (2, 1)')).toThrow(
      'CHECK constraint failed',
    );
  });
});
