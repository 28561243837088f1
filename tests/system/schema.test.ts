// The schema has one source of truth at each moment: migrations make it, the catalogue describes it, schema.sql shows it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  capturedFields,
  catalogue,
  categoryOf,
  dataCategories,
  entityOf,
  isLocal,
  keptTimes,
  ledgerEntities,
  type Entity,
  type FieldType,
} from '@shared/catalogue';
import { migrate, openMemoryDatabase, type Database } from '../../src-main/db';
import { dumpSchema } from './support/schema-dump';
import { read, root } from './support/sources';

const file = 'migrations/schema.sql';
const opened: { database: Database | null } = { database: null };
const database = (): Database => opened.database!;

beforeAll(() => {
  opened.database = openMemoryDatabase();
  migrate(database());
});
afterAll(() => database().close());

it('schema.sql shows what the migrations make', () => {
  const made = dumpSchema(database());
  if (process.env['DIWAN_UPDATE'] === '1') writeFileSync(join(root, file), made);
  expect(read(file)).toBe(made);
});

const sqlType: Readonly<Record<FieldType, 'TEXT' | 'INTEGER'>> = {
  text: 'TEXT',
  'long-text': 'TEXT',
  choice: 'TEXT',
  flag: 'INTEGER',
  integer: 'INTEGER',
  instant: 'INTEGER',
  'civil-date': 'TEXT',
  calendar: 'TEXT',
  reference: 'TEXT',
  json: 'TEXT',
};

type Column = { name: string; type: string; notnull: number; pk: number };
const columnsOf = (table: string): Column[] =>
  database().prepare(`select name, type, "notnull", pk from pragma_table_info(?)`).all(table) as Column[];
const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

describe.each(catalogue.map((entity) => [entity.key, entity] as const))('%s', (key, entity) => {
  it('has exactly the columns the catalogue declares, each of its type, empty only where it may be', () => {
    const declared = Object.entries(entity.fields).map(([name, field]) => ({
      name,
      type: sqlType[field.type],
      notnull: field.required === true ? 1 : 0,
      pk: 0,
    }));
    const id = { name: 'id', type: 'TEXT', notnull: 1, pk: 1 };
    expect(columnsOf(key).toSorted(byName)).toEqual([id, ...declared].toSorted(byName));
  });

  it('is a STRICT table, so that a number never becomes a text by accident', () => {
    expect(database().prepare('select strict from pragma_table_list where name = ?').pluck().get(key)).toBe(1);
  });

  it('says of every field how private it is, what it tells and how long it is kept', () => {
    const entity = entityOf(key);
    const unclassified = Object.entries(entity.fields).filter(
      ([name, field]) =>
        ![0, 1, 2, 3].includes(field.privacy) ||
        !dataCategories.includes(categoryOf(entity, name)) ||
        !keptTimes.includes(entity.kept),
    );
    expect(unclassified.map(([name]) => name)).toEqual([]);
  });

  it('declares what the ledger, sync and masks need to know of every field', () => {
    expect(problemsOf(entity)).toEqual([]);
  });
});

function problemsOf(entity: Entity): string[] {
  const problems = Object.entries(entity.fields).flatMap(([name, field]) => [
    ...(field.type === 'reference' && !catalogue.some(({ key }) => key === field.to) ? [`${name} points nowhere`] : []),
    ...(field.type === 'choice' && (field.choices ?? []).length === 0 ? [`${name} has nothing to choose`] : []),
    ...([0, 1, 2, 3].includes(field.privacy) ? [] : [`${name} has no privacy class`]),
    ...(field.merge.length > 0 ? [] : [`${name} has no merge class`]),
    ...(field.derived === true && field.merge === 'local' ? [`${name} is both derived and local`] : []),
  ]);
  if (entity.subject !== null && entity.subject !== 'id' && entity.fields[entity.subject] === undefined)
    problems.push('its subject is no field');
  return problems;
}

describe('the ledger', () => {
  it('captures every write to every entity that is not local to the device', () => {
    const triggers = database()
      .prepare("select name from sqlite_schema where type = 'trigger' and name like 'capture%'")
      .pluck()
      .all();
    const wanted = ledgerEntities.flatMap(({ key }) =>
      ['insert', 'update', 'delete', 'id'].map((event) => `capture_${key}_${event}`),
    );
    expect(triggers.toSorted()).toEqual(wanted.toSorted());
    expect(catalogue.filter(isLocal).map(({ key }) => key)).toEqual([
      'duplicate_pair',
      'duplicate_scan',
      'quality_finding',
      'quality_score',
      'quality_scan',
      'sealed_file',
      'authority_answer',
      'retention_finding',
      'draft',
      'import_job',
      'job',
      'job_schedule',
      'backup_target',
      'backup',
      'rehearsal',
      'exit_drill',
      'import_rejection',
      'import_likeness',
    ]);
  });

  it('captures every field that is not derived', () => {
    for (const entity of ledgerEntities) {
      const update = database()
        .prepare('select sql from sqlite_schema where name = ?')
        .pluck()
        .get(`capture_${entity.key}_update`) as string;
      const listed = /UPDATE OF (.*?) ON /.exec(update)?.[1]?.split(', ') ?? [];
      expect(listed, entity.key).toEqual(capturedFields(entity));
    }
  });

  it('carries a stamp, a device and a counter on every operation, from the first migration', () => {
    const columns = new Map(columnsOf('operation').map((column) => [column.name, column]));
    for (const name of ['hlc', 'device_id', 'counter']) expect(columns.get(name)?.notnull, name).toBe(1);
    expect(read('migrations/local/0001-ledger.ts')).toContain('UNIQUE (device_id, counter)');
  });
});
