// A disk without room: what was acknowledged stays, what does not fit is refused in words, and work goes on when there is room.
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended, passphrase, value, type TestEngine } from '../support/open-engine';
import { fill } from './support/fill';
import {
  codeWithWords,
  disk,
  endAfterEach,
  engineIn,
  isWhole,
  nothingUnexpected,
  open,
  unlock,
  write,
  type Answer,
} from './support/trouble';

endAfterEach();

describe('a full disk', () => {
  it('refuses the write that does not fit and keeps every acknowledged one; with room again, work goes on', async () => {
    const { path } = disk(6);
    const test = await engineIn(join(path, 'base'));
    const ids: string[] = [];
    let refused: Answer | null = null;
    while (refused === null && ids.length < 20_000) {
      const written = await write(test, `نام ${ids.length}`, 'متن '.repeat(300));
      if (written.ok) ids.push(written.value.id);
      else refused = written;
    }
    expect(codeWithWords(refused!)).toBe('db.disk-full');
    expect(ids.length).toBeGreaterThan(20);
    for (const id of ids) expect((await test.client.parties.get({ id })).ok).toBe(true);
    expect(value(await test.client.search.find({ text: 'نام' })).hits.length).toBeGreaterThan(0);

    const { path: roomy } = disk(64);
    value(await test.client.session.lock({}));
    mkdirSync(join(roomy, 'base'));
    for (const file of ['keyring.json', 'keyring.bak.json', 'data-1.db', 'data-1.db-wal']) {
      if (existsSync(join(test.folder, file))) copyFileSync(join(test.folder, file), join(roomy, 'base', file));
    }
    const moved = await engineIn(join(roomy, 'base'), false);
    value(await unlock(moved));
    await isWhole(moved, ids);
    value(await write(moved, 'بازگشت'));
    nothingUnexpected(test);
  });

  it('cannot keep a base unlocked: locking locks even when not a line more can be written', async () => {
    const { path } = disk(6);
    const test = await engineIn(join(path, 'base'));
    const { id } = value(await write(test, 'ماندنی'));
    const filler = fill(path);
    expect(codeWithWords(await write(test, 'زیادی', 'x'.repeat(90_000)))).toBe('db.disk-full');
    value(await test.client.session.lock({}));
    expect(value(await test.client.session.status({})).state).toBe('locked');
    const refused = await unlock(test);
    if (!refused.ok) {
      expect(['db.disk-full', 'files.disk-full']).toContain(codeWithWords(refused));
      expect(value(await test.client.session.status({})).state).toBe('locked');
    }
    rmSync(filler);
    test.clock.at += 60_000;
    value(await unlock(test));
    await isWhole(test, [id]);
    value(await write(test, 'دوباره'));
    nothingUnexpected(test);
  });

  it.each([0, 4, 8, 16, 40, 48, 64, 80, 96, 128, 256, 400, 600, 800])(
    'with %i KiB left has room for a new base or says so, and leaves nothing half-made',
    async (kilobytes) => {
      const { path } = disk(3);
      const filler = fill(path, kilobytes * 1024);
      const test = await engineIn(join(path, 'base'), false);
      const create = () => test.client.session.create({ login: 'amal', passphrase, language: 'ar' });
      const made = await create();
      if (made.ok) return;
      expect(['files.disk-full', 'db.disk-full'], String(test.reported[0])).toContain(codeWithWords(made));
      expect(value(await test.client.session.status({})).state).toBe('no-base');
      rmSync(filler);
      value(await create());
      await isWhole(test, []);
      nothingUnexpected(test);
    },
  );
});

describe('a disk that fills up while a file is imported', () => {
  it('pauses the import, which goes on where it was once there is room, with every row once', async () => {
    const ROWS = 6000;
    const { path } = disk(6);
    const source = join(mkdtempSync(join(tmpdir(), 'diwan-csv-')), 'people.csv');
    open.folders.push(dirname(source));
    const rows = Array.from({ length: ROWS }, (_, row) => `نرگس ${row},05${10_000_000 + row}`);
    writeFileSync(source, `name,mobile\r\n${rows.join('\r\n')}\r\n`);
    const test = await engineIn(join(path, 'base'));
    const { mapping } = value(await test.client.imports.inspect({ file: source }));
    const { id } = value(await test.client.imports.start({ file: source, read: {}, mapping }));
    const ended = async (engine: TestEngine) => {
      for (;;) {
        const status = value(await engine.client.imports.get({ id }));
        if (status.state !== 'running') return status;
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    const paused = await ended(test);
    expect(paused.state).toBe('paused');
    expect(test.imports.at(-1)).toMatchObject({ state: 'paused', failure: { code: 'db.disk-full' } });
    expect(paused.counts.created).toBeGreaterThan(0);
    expect(value(await test.client.base.counts({})).parties).toBe(paused.counts.created);

    value(await test.client.session.lock({}));
    const { path: roomy } = disk(128);
    cpSync(test.folder, join(roomy, 'base'), { recursive: true });
    const moved = await engineIn(join(roomy, 'base'), false);
    value(await unlock(moved));
    value(await moved.client.imports.resume({ id }));
    expect(await ended(moved)).toMatchObject({ state: 'done', failure: null, counts: { read: ROWS, created: ROWS } });
    expect(value(await moved.client.base.counts({})).parties).toBe(ROWS);
    await isWhole(moved, []);
    nothingUnexpected(test);
    nothingUnexpected(moved);
  }, 120_000);
});

describe('a file that does not fit', () => {
  it('is refused in words and leaves nothing behind, and goes in when there is room', async () => {
    const { path } = disk(14);
    const test = await engineIn(join(path, 'base'));
    const { id: partyId } = value(await write(test, 'سلمى'));
    const outside = mkdtempSync(join(tmpdir(), 'diwan-file-'));
    open.folders.push(outside);
    const add = async (name: string, bytes: number) => {
      writeFileSync(join(outside, name), Buffer.alloc(bytes, 'x'));
      const files = [{ file: join(outside, name) }];
      return ended(test, value(await test.client.attachments.add({ to: { partyId }, files })).jobId);
    };
    const large = await add('large.bin', 15_000_000);
    expect(large.state).toBe('failed');
    expect(codeWithWords({ ok: false, error: large.failure! })).toBe('files.disk-full');
    const below = (): string[] => readdirSync(join(test.folder, 'blobs'), { recursive: true }).map(String);
    expect(below().filter((name) => /[0-9a-f]{64}|partial/.test(name))).toEqual([]);
    const filler = fill(path, 200_000);
    const small = await add('small.bin', 300_000);
    expect(small.state).toBe('failed');
    expect(codeWithWords({ ok: false, error: small.failure! })).toMatch(/disk-full$/);
    rmSync(filler);
    expect(await add('small.bin', 300_000)).toMatchObject({
      state: 'done',
      result: { added: [{ name: 'small.bin' }] },
    });
    await isWhole(test, [partyId]);
    nothingUnexpected(test);
  });
});
