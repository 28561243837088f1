// Every connection is set so that nothing acknowledged is lost and nothing readable is left lying about; and that is checked, not hoped.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkpoint, openDatabase, readSalt, restoreSalt, type Database } from '../../src-main/db';
import { assertProfile } from '../../src-main/db/connection-profile';

let folder: string;
const opened: Database[] = [];
const key = (): Uint8Array => Uint8Array.from(secret);
const secret = randomBytes(48);
const file = (): string => join(folder, 'data-1.db');

function open(mode: 'writer' | 'reader', create = false): Database {
  const result = openDatabase({ file: file(), key: key(), mode, create });
  if (!result.ok) throw new Error(result.error.code);
  opened.push(result.value);
  return result.value;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-db-'));
});
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  rmSync(folder, { recursive: true, force: true });
});

const pragma = (database: Database, name: string): unknown => database.pragma(name, { simple: true });

describe('a writer', () => {
  it('waits for the disk at each commit, keeps temporary data in memory and overwrites what is deleted', () => {
    const writer = open('writer', true);
    const wanted = {
      synchronous: 2,
      temp_store: 2,
      journal_mode: 'wal',
      secure_delete: 1,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
      busy_timeout: 5000,
    };
    expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, pragma(writer, name)]))).toEqual(wanted);
  });

  it.each([
    ['synchronous', 'normal'],
    ['temp_store', 'file'],
    ['secure_delete', 'off'],
    ['trusted_schema', 'on'],
    ['foreign_keys', 'off'],
    ['cell_size_check', 'off'],
    ['fullfsync', 'off'],
    ['cache_size', '100'],
    ['wal_autocheckpoint', '1'],
  ])('whose %s has become %s is noticed', (name, value) => {
    const writer = open('writer', true);
    expect(() => assertProfile(writer, 'writer')).not.toThrow();
    writer.pragma(`${name} = ${value}`);
    expect(() => assertProfile(writer, 'writer')).toThrow(name);
  });
});

describe('a reader', () => {
  it('cannot write, and sees what is committed', () => {
    const writer = open('writer', true);
    writer.exec('CREATE TABLE t (x TEXT) STRICT');
    const reader = open('reader');
    writer.exec("INSERT INTO t VALUES ('یک')");
    expect(reader.prepare('SELECT x FROM t').pluck().all()).toEqual(['یک']);
    for (const sql of ["INSERT INTO t VALUES ('دو')", 'DELETE FROM t', 'DROP TABLE t', 'CREATE TABLE u (x)']) {
      expect(() => reader.exec(sql), sql).toThrow(/readonly/);
    }
    expect(pragma(reader, 'query_only')).toBe(1);
  });
});

describe('the file', () => {
  it('holds no word of what was stored, and no SQLite heading', () => {
    const writer = open('writer', true);
    writer.exec("CREATE TABLE t (x TEXT) STRICT; INSERT INTO t VALUES ('canary-زقنبوت')");
    const inFiles = (): boolean =>
      readdirSync(folder).some((name) =>
        ['canary', 'زقنبوت', 'SQLite format', 'CREATE TABLE'].some((word) =>
          readFileSync(join(folder, name)).includes(word),
        ),
      );
    expect(inFiles()).toBe(false);
    checkpoint(writer, 'truncate');
    expect(inFiles()).toBe(false);
  });

  it('opens with its own key only', () => {
    open('writer', true).exec('CREATE TABLE t (x TEXT) STRICT');
    const wrong = openDatabase({ file: file(), key: randomBytes(48), mode: 'writer' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'db.damaged' } });
    expect(openDatabase({ file: file(), key: key(), mode: 'writer', create: true })).toMatchObject({
      ok: false,
      error: { code: 'db.already-exists' },
    });
    expect(openDatabase({ file: join(folder, 'none.db'), key: key(), mode: 'writer' })).toMatchObject({
      ok: false,
      error: { code: 'db.vanished' },
    });
    expect(() =>
      openDatabase({ file: join(folder, 'short.db'), key: randomBytes(32), mode: 'writer', create: true }),
    ).toThrow('48 bytes');
  });

  it('gives its salt to be read and takes it back, and says whether it had to', () => {
    open('writer', true).exec('CREATE TABLE t (x TEXT) STRICT');
    checkpoint(opened[0]!, 'truncate');
    for (const database of opened.splice(0)) database.close();
    const salt = readSalt(file())!;
    expect(Buffer.from(salt).equals(secret.subarray(32))).toBe(true);
    expect(restoreSalt(file(), salt)).toBe(false);
    expect(restoreSalt(file(), randomBytes(16))).toBe(true);
    expect(openDatabase({ file: file(), key: key(), mode: 'writer' })).toMatchObject({
      ok: false,
      error: { code: 'db.damaged', details: { reason: 'salt' } },
    });
    expect(restoreSalt(file(), salt)).toBe(true);
    expect(open('writer').prepare('SELECT count(*) FROM t').pluck().get()).toBe(0);
    expect(readSalt(join(folder, 'none.db'))).toBeNull();
  });
});

describe('a checkpoint', () => {
  it('moves the log into the file, and says when a reader kept it from that', () => {
    const writer = open('writer', true);
    writer.exec('CREATE TABLE t (x TEXT) STRICT');
    const reader = open('reader');
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM t').get();
    writer.exec("INSERT INTO t VALUES ('x')");
    writer.pragma('busy_timeout = 50');
    expect(checkpoint(writer, 'truncate').blocked).toBe(true);
    reader.exec('COMMIT');
    expect(checkpoint(writer, 'truncate')).toMatchObject({ blocked: false, logPages: 0 });
  });
});
