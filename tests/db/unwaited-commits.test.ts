// Commits that do not wait for the disk: only what is run as such, and never a moment longer.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createUnwaitedCommits, openDatabase, openMemoryDatabase, type Database } from '../../src-main/db';

const held: { folder: string; writer: Database | null } = { folder: '', writer: null };
const file = (): string => join(held.folder, 'data-1.db');
const secret = randomBytes(48);

beforeEach(() => {
  held.folder = mkdtempSync(join(tmpdir(), 'diwan-unwaited-'));
  const opened = openDatabase({ file: file(), key: Uint8Array.from(secret), mode: 'writer', create: true });
  if (!opened.ok) throw new Error(opened.error.code);
  held.writer = opened.value;
  held.writer.exec('create table seen (id integer)');
});
afterEach(() => {
  held.writer!.close();
  rmSync(held.folder, { recursive: true, force: true });
});

const waits = (database: Database): unknown => database.pragma('synchronous', { simple: true });
const insert = (database: Database) => () => void database.exec('begin; insert into seen values (1); commit');

it('does not wait while it commits a reading, and waits for every change before and after', () => {
  const writer = held.writer!;
  const commits = createUnwaitedCommits(writer, file());
  expect(waits(writer)).toBe(2);
  commits.run(() => {
    expect(waits(writer)).toBe(1);
    insert(writer)();
  });
  expect(waits(writer)).toBe(2);
  expect(writer.prepare('select count(*) from seen').pluck().get()).toBe(1);
  commits.close();
});

it('waits again after a reading that could not be written', () => {
  const writer = held.writer!;
  const commits = createUnwaitedCommits(writer, file());
  expect(() =>
    commits.run(() => {
      throw new Error('full');
    }),
  ).toThrow('full');
  expect(waits(writer)).toBe(2);
  commits.close();
});

it('refuses to begin inside a change, which would be committed unwaited with it', () => {
  const writer = held.writer!;
  const commits = createUnwaitedCommits(writer, file());
  writer.exec('begin');
  const begun: string[] = [];
  expect(() => commits.run(() => void begun.push('reading'))).toThrow();
  expect(begun).toEqual([]);
  writer.exec('rollback');
  expect(waits(writer)).toBe(2);
  commits.close();
});

it('waits where the log cannot be synced beside the database', () => {
  const memory = openMemoryDatabase();
  memory.exec('create table seen (id integer)');
  const commits = createUnwaitedCommits(memory, join(held.folder, 'nowhere.db'));
  commits.run(() => {
    expect(waits(memory)).toBe(2);
    insert(memory)();
  });
  commits.close();
  memory.close();
});
