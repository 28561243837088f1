// Every trouble of folders, keys and files has a code of its own, words in three languages, and takes nothing away.
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passphrase, value, type TestEngine } from '../support/open-engine';
import {
  codeWithWords,
  database,
  disk,
  endAfterEach,
  engineIn,
  isWhole,
  nothingUnexpected,
  unlock,
  write,
} from './support/trouble';

endAfterEach();

describe('a folder that may only be read', () => {
  it('is named as such at unlock, and nothing in it changes', async () => {
    const small = disk(16);
    const test = await engineIn(join(small.path, 'base'));
    const { id } = value(await write(test, 'خواندنی'));
    value(await test.client.session.lock({}));
    const before = readFileSync(database(test));
    small.setReadOnly(true);
    expect(['base.read-only', 'db.read-only', 'files.read-only']).toContain(codeWithWords(await unlock(test)));
    expect(value(await test.client.session.status({})).state).toBe('locked');
    small.setReadOnly(false);
    expect(readFileSync(database(test)).equals(before)).toBe(true);
    value(await unlock(test));
    await isWhole(test, [id]);
    nothingUnexpected(test);
  });

  it('takes no new base', async () => {
    const small = disk(16);
    small.setReadOnly(true);
    const test = await engineIn(join(small.path, 'base'), false);
    expect(codeWithWords(await test.client.session.create({ login: 'amal', passphrase, language: 'fa' }))).toBe(
      'base.read-only',
    );
    small.setReadOnly(false);
    nothingUnexpected(test);
  });
});

describe('keys', () => {
  it('a wrong passphrase is just that, and the right one still opens', async () => {
    const test = await engineIn();
    value(await test.client.session.lock({}));
    expect(codeWithWords(await unlock(test, 'not the passphrase at all'))).toBe('keys.wrong-passphrase');
    expect(codeWithWords(await test.client.session.unlock({ login: 'nobody', passphrase }))).toBe('keys.unknown-user');
    value(await unlock(test));
  });

  it('after many wrong tries a person has to wait, and then gets in', async () => {
    const test = await engineIn();
    value(await test.client.session.lock({}));
    const codes: string[] = [];
    for (let tries = 0; tries < 8; tries += 1) codes.push(codeWithWords(await unlock(test, `wrong ${tries}`)));
    expect(codes.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'keys.wrong-passphrase'));
    expect(codes.at(-1)).toBe('keys.too-many-attempts');
    expect(codeWithWords(await unlock(test))).toBe('keys.too-many-attempts');
    test.clock.at += 86_400_000;
    value(await unlock(test));
  });

  it.each(['keyring.json', 'keyring.bak.json'])('a damaged %s is made good from its twin', async (file) => {
    const test = await engineIn();
    const { id } = value(await write(test, 'دوقلو'));
    value(await test.client.session.lock({}));
    const whole = readFileSync(join(test.folder, file), 'utf8');
    writeFileSync(join(test.folder, file), whole.slice(0, 200));
    value(await unlock(test));
    expect(JSON.parse(readFileSync(join(test.folder, file), 'utf8'))).toEqual(JSON.parse(whole));
    await isWhole(test, [id]);
  });

  it('two damaged keyrings are told from two missing ones, and what is put back opens again', async () => {
    const test = await engineIn();
    const { id } = value(await write(test, 'کلید'));
    value(await test.client.session.lock({}));
    const files = ['keyring.json', 'keyring.bak.json'].map((file) => join(test.folder, file));
    const whole = files.map((file) => readFileSync(file));
    for (const file of files) writeFileSync(file, '{"fmt": 1, "slots": "gone"}');
    expect(codeWithWords(await unlock(test))).toBe('keys.keyring-damaged');
    for (const file of files) rmSync(file);
    expect(codeWithWords(await unlock(test))).toBe('keys.keyring-missing');
    expect(value(await test.client.session.status({})).state).toBe('locked');
    expect(readFileSync(database(test)).length).toBeGreaterThan(4096);
    files.forEach((file, index) => writeFileSync(file, whole[index]!));
    value(await unlock(test));
    await isWhole(test, [id]);
  });
});

/** A page in the middle of a table, counted from 1. */
function pageOf(test: TestEngine, table: string): number {
  const pages = test.engine
    .base()!
    .writer.prepare<[string], { pageno: number }>("select pageno from dbstat where name = ? and pagetype = 'leaf'")
    .all(table);
  return pages[Math.floor(pages.length / 2)]!.pageno;
}

describe('a damaged database', () => {
  const damages: readonly (readonly [what: string, damage: (file: string) => void])[] = [
    ['its first page', (file) => overwrite(file, 40, 64)],
    ['cut in half', (file) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
    ['emptied', (file) => truncateSync(file, 0)],
    ['replaced by another file', (file) => writeFileSync(file, Buffer.alloc(40_960, 'x'))],
  ];

  it.each(damages)('%s, is refused as damaged, and the file put back opens whole', async (_, damage) => {
    const test = await engineIn();
    const ids = [];
    for (let row = 0; row < 60; row += 1) ids.push(value(await write(test, `ردیف ${row}`, 'x'.repeat(500))).id);
    value(await test.client.session.lock({}));
    const whole = readFileSync(database(test));
    damage(database(test));
    const after = readFileSync(database(test));
    const opened = await unlock(test);
    const answer = opened.ok ? await test.client.base.verify({}) : opened;
    expect(answer.ok ? { ...answer.value.findings[0] } : codeWithWords(answer)).toBe('db.damaged');
    if (opened.ok) value(await test.client.session.lock({}));
    if (!opened.ok) expect(readFileSync(database(test)).equals(after)).toBe(true);
    for (const beside of ['-wal', '-shm']) rmSync(`${database(test)}${beside}`, { force: true });
    writeFileSync(database(test), whole);
    test.clock.at += 60_000;
    value(await unlock(test));
    await isWhole(test, ids);
  });

  it('in one page only, is damaged where that page is read, and the rest can still be read', async () => {
    const test = await engineIn();
    const ids = [];
    for (let row = 0; row < 200; row += 1) ids.push(value(await write(test, `ردیف ${row}`, 'متن '.repeat(200))).id);
    const page = pageOf(test, 'party');
    value(await test.client.session.lock({}));
    overwrite(database(test), (page - 1) * 4096 + 100, 32);
    value(await unlock(test));
    const verified = await test.client.base.verify({});
    const found = verified.ok ? verified.value.findings.map(({ check }) => check) : [codeWithWords(verified)];
    expect(verified.ok ? verified.value.sound : false).toBe(false);
    expect(found.length).toBeGreaterThan(0);
    const read = [];
    for (const id of ids) read.push((await test.client.parties.get({ id })).ok);
    expect(read.filter(Boolean).length).toBeGreaterThan(100);
  });

  it('where it says who somebody is lets nobody in, and is free to be salvaged or put right', async () => {
    const test = await engineIn();
    const { id } = value(await write(test, 'ردیف'));
    const page = pageOf(test, 'app_user');
    value(await test.client.session.lock({}));
    const whole = readFileSync(database(test));
    overwrite(database(test), (page - 1) * 4096 + 100, 32);
    for (let tried = 0; tried < 2; tried += 1) expect(codeWithWords(await unlock(test))).toBe('db.damaged');
    for (const beside of ['-wal', '-shm']) rmSync(`${database(test)}${beside}`, { force: true });
    writeFileSync(database(test), whole);
    value(await unlock(test));
    await isWhole(test, [id]);
  });

  it('that lost its salt heals from the keyring', async () => {
    const test = await engineIn();
    const { id } = value(await write(test, 'نمک'));
    value(await test.client.session.lock({}));
    overwrite(database(test), 0, 16);
    value(await unlock(test));
    await isWhole(test, [id]);
  });

  it('that is missing is never silently made anew', async () => {
    const test = await engineIn();
    const { id } = value(await write(test, 'گمشده'));
    value(await test.client.session.lock({}));
    renameSync(database(test), `${database(test)}.away`);
    expect(codeWithWords(await unlock(test))).toBe('db.vanished');
    expect(existsSync(database(test))).toBe(false);
    renameSync(`${database(test)}.away`, database(test));
    value(await unlock(test));
    await isWhole(test, [id]);
  });

  it('a plain database in its place is told from a damaged one', async () => {
    const test = await engineIn();
    value(await test.client.session.lock({}));
    writeFileSync(database(test), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176)]));
    expect(codeWithWords(await unlock(test))).toBe('db.not-encrypted');
  });
});

function overwrite(file: string, at: number, bytes: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  ftruncateSync(handle, statSync(file).size);
  closeSync(handle);
}

describe('a base in the wrong place', () => {
  it('opened by two programs at once, belongs to the first', async () => {
    const first = await engineIn();
    const second = await engineIn(first.folder, false);
    expect(codeWithWords(await unlock(second))).toBe('base.in-use');
    const { id } = value(await write(first, 'یگانه'));
    value(await first.client.session.lock({}));
    value(await unlock(second));
    await isWhole(second, [id]);
    expect(codeWithWords(await unlock(first))).toBe('base.in-use');
  });

  it('made by a newer program, is left to that program', async () => {
    const test = await engineIn();
    test.engine.base()!.writer.pragma('user_version = 99');
    value(await test.client.session.lock({}));
    expect(codeWithWords(await unlock(test))).toBe('base.newer-schema');
  });

  it('whose folder vanished while it was locked, is missed, and opens when it is back', async () => {
    const test = await engineIn();
    const { id } = value(await write(test, 'پوشه'));
    value(await test.client.session.lock({}));
    const away = `${test.folder}-away`;
    renameSync(test.folder, away);
    expect(['base.not-found', 'base.vanished', 'keys.keyring-missing']).toContain(codeWithWords(await unlock(test)));
    expect(existsSync(test.folder)).toBe(false);
    renameSync(away, test.folder);
    value(await unlock(test));
    await isWhole(test, [id]);
  });

  it('whose folder was carried off while it was open, takes no further write as done', async () => {
    const test = await engineIn();
    const { id } = value(await write(test, 'پیش'));
    const away = `${test.folder}-away`;
    renameSync(test.folder, away);
    expect(codeWithWords(await write(test, 'پس'))).toBe('db.vanished');
    expect((await test.client.parties.get({ id })).ok).toBe(true);
    renameSync(away, test.folder);
    value(await write(test, 'باز'));
    value(await test.client.session.lock({}));
    value(await unlock(test));
    await isWhole(test, [id]);
    nothingUnexpected(test);
  });

  it('whose folder was deleted while it was open, says so at the next write, and can still be locked', async () => {
    const test = await engineIn();
    rmSync(test.folder, { recursive: true });
    expect(codeWithWords(await write(test, 'گم'))).toBe('db.vanished');
    value(await test.client.session.lock({}));
    expect(['base.not-found', 'keys.keyring-missing']).toContain(codeWithWords(await unlock(test)));
    nothingUnexpected(test);
  });

  it('there is already one: no second is made over it', async () => {
    const test = await engineIn();
    const { id } = value(await write(test, 'نخست'));
    value(await test.client.session.lock({}));
    expect(codeWithWords(await test.client.session.create({ login: 'other', passphrase, language: 'ar' }))).toBe(
      'base.exists',
    );
    value(await unlock(test));
    await isWhole(test, [id]);
  });
});
