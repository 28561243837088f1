// Statements, their cache, the lock of a base, the presence of its file, and errors in words our messages know.
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  acquireBaseLock,
  compiled,
  databaseErrorCode,
  migrate,
  openMemoryDatabase,
  presenceOf,
  readConnection,
  sql,
  statement,
  tables,
  writeConnection,
  type Database,
} from '../../src-main/db';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-db-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a statement', () => {
  const database = (): Database => {
    const made = openMemoryDatabase();
    migrate(made);
    return made;
  };

  it('is bound, never pasted: hostile text is just text', () => {
    const db = writeConnection(database());
    const insert = statement<{ key: string; value: string }>((arg) =>
      tables.insertInto('meta').values({ key: arg('key'), value: arg('value') }),
    );
    const select = statement<{ key: string }, { value: string }>((arg) =>
      tables.selectFrom('meta').select('value').where('key', '=', arg('key')),
    );
    const hostile = `'); DROP TABLE meta; -- "يحيى" \u0000 \ud83d\ude00`;
    db.run(insert({ key: 'a', value: hostile }));
    db.run(insert({ key: hostile, value: 'b' }));
    expect(db.first(select({ key: 'a' }))).toEqual({ value: hostile });
    expect(db.first(select({ key: hostile }))).toEqual({ value: 'b' });
    expect(insert({ key: 'x', value: 'y' }).sql).toBe('insert into "meta" ("key", "value") values (?, ?)');
  });

  it('takes fresh values at each call and is compiled once', () => {
    let built = 0;
    const select = statement<{ n: number }, { n: number }>((arg) => {
      built += 1;
      return sql<{ n: number }>`select ${arg('n')} + ${arg('n')} as n`;
    });
    const db = readConnection(database());
    expect([1, 2, 3].map((n) => db.first(select({ n }))?.n)).toEqual([2, 4, 6]);
    expect(built).toBe(1);
  });

  it('of more shapes than the cache holds still runs, the first of them too', () => {
    const db = readConnection(database());
    const shape = (index: number) => compiled(sql<{ n: number }>`select ${sql.lit(index)} as n`);
    for (let index = 0; index < 1200; index += 1) expect(db.first(shape(index))).toEqual({ n: index });
    expect(db.first(shape(0))).toEqual({ n: 0 });
  });

  it('can be read row by row', () => {
    const db = readConnection(database());
    const rows = compiled(
      sql<{ n: number }>`with recursive r(n) as (select 1 union all select n + 1 from r where n < 5) select n from r`,
    );
    const seen: number[] = [];
    for (const { n } of db.each(rows)) {
      if (n > 3) break;
      seen.push(n);
    }
    expect(seen).toEqual([1, 2, 3]);
    expect(db.all(rows)).toHaveLength(5);
  });
});

describe('the lock of a base', () => {
  it('is held by one at a time, leaves an empty file, and is free again afterwards', () => {
    const first = acquireBaseLock(folder);
    expect(first.ok).toBe(true);
    expect(acquireBaseLock(folder)).toEqual({ ok: false, error: { code: 'base.in-use', details: { dir: folder } } });
    if (first.ok) first.value.release();
    const second = acquireBaseLock(folder);
    expect(second.ok).toBe(true);
    if (second.ok) second.value.release();
    expect(readdirSync(folder)).toEqual(['base.lock']);
  });

  it('of a folder that is not there is told from one that is taken', () => {
    expect(acquireBaseLock(join(folder, 'none'))).toMatchObject({ ok: false, error: { code: 'base.not-found' } });
    writeFileSync(join(folder, 'file'), '');
    expect(acquireBaseLock(join(folder, 'file'))).toMatchObject({ ok: false, error: { code: 'base.not-found' } });
  });
});

describe('the presence of a file', () => {
  it('ends when it is moved, deleted or replaced, in a word the messages know', () => {
    const file = join(folder, 'data');
    writeFileSync(file, 'one');
    const assertPresent = presenceOf(file);
    const codeNow = (): string | null => {
      try {
        assertPresent();
        return 'present';
      } catch (error) {
        return databaseErrorCode(error);
      }
    };
    expect(codeNow()).toBe('present');
    writeFileSync(file, 'changed in place');
    expect(codeNow()).toBe('present');
    renameSync(file, `${file}.away`);
    expect(codeNow()).toBe('db.vanished');
    writeFileSync(file, 'another');
    expect(codeNow()).toBe('db.vanished');
    renameSync(`${file}.away`, file);
    expect(codeNow()).toBe('present');
  });
});

describe('errors', () => {
  it.each([
    ['SQLITE_FULL', 'db.disk-full'],
    ['SQLITE_IOERR_SHMSIZE', 'db.disk-full'],
    ['SQLITE_READONLY', 'db.read-only'],
    ['SQLITE_READONLY_DBMOVED', 'db.vanished'],
    ['SQLITE_READONLY_DIRECTORY', 'db.read-only'],
    ['SQLITE_CANTOPEN_ISDIR', 'db.read-only'],
    ['SQLITE_CORRUPT_VTAB', 'db.damaged'],
    ['SQLITE_NOTADB', 'db.damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'db.busy'],
    ['SQLITE_IOERR_WRITE', 'db.io'],
    ['ENOSPC', 'db.disk-full'],
    ['EROFS', 'db.read-only'],
    ['ENOENT', 'db.vanished'],
    ['EIO', 'db.io'],
    // Mistakes of ours are no state of the disk: they stay unexpected.
    ['SQLITE_CONSTRAINT_NOTNULL', null],
    ['SQLITE_ERROR', null],
    ['SQLITE_MISUSE', null],
    ['ERR_INVALID_ARG_TYPE', null],
  ])('%s is %s', (code, expected) => {
    expect(databaseErrorCode(Object.assign(new Error('x'), { code }))).toBe(expected);
  });

  it('anything that is no error of the system is nothing', () => {
    for (const thrown of [new Error('x'), 'SQLITE_FULL', null, undefined, { code: 'SQLITE_FULL' }])
      expect(databaseErrorCode(thrown)).toBeNull();
  });
});
