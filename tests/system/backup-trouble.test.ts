// A place for copies that is full, goes away or may not be written: said in plain words, nothing half-made, the base untouched.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseErrorCode } from '../../src-main/db';
import { runTaskHere } from '../../src-main/engine/thread-tasks';
import { fileErrorCode } from '../../src-main/files';
import { databaseKey } from '../../src-main/keys';
import { ended, value, type TestEngine } from '../support/open-engine';
import { fill } from './support/fill';
import { codeWithWords, disk, endAfterEach, engineIn, nothingUnexpected, write } from './support/trouble';

endAfterEach();

const backUp = async (test: TestEngine, folder: string) => {
  const { jobId } = value(await test.client.backups.make({ folder }));
  return ended(test, jobId);
};
const names = (folder: string): string[] => readdirSync(folder).filter((name) => name !== 'lost+found');

/** A base of about two megabytes. */
async function filled(): Promise<TestEngine> {
  const test = await engineIn();
  for (let index = 0; index < 60; index += 1) value(await write(test, `نرگس ${index}`, `${index} متن `.repeat(900)));
  return test;
}

describe('a stick without room', () => {
  it('at any fill takes the copy whole or refuses it in words, and leaves nothing half-made', async () => {
    const test = await filled();
    const answers = new Set<string>();
    for (const megabytes of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16]) {
      const { path } = disk(megabytes);
      test.clock.at += 60_000;
      const job = await backUp(test, path);
      answers.add(job.state);
      if (job.state === 'failed') {
        expect(codeWithWords({ ok: false, error: job.failure! })).toBe('backups.target-full');
        expect(names(path), `${megabytes} MB`).toEqual([]);
      } else expect(names(path).every((name) => name.endsWith('.diwan-backup'))).toBe(true);
    }
    expect([...answers].toSorted()).toEqual(['done', 'failed']);
    expect(value(await test.client.base.verify({ quick: true })).sound).toBe(true);
    nothingUnexpected(test);
  }, 120_000);
});

describe('a stick that others fill while the copy is written', () => {
  it.each([0, 40, 200, 480, 700, 900, 1300, 1700, 2100, 2500])(
    'with %i KiB left, past the look at its room, the copy is whole, or it ends in words and the half is taken away again',
    async (kilobytes) => {
      const test = await filled();
      const { path } = disk(4);
      const base = test.engine.base()!;
      const key = databaseKey(base.unlocked.secret);
      fill(path, kilobytes * 1024);
      const input = {
        baseFolder: test.folder,
        target: path,
        name: 'diwan-x.diwan-backup',
        readme: 'x',
        origin: { vaultId: base.unlocked.vaultId, deviceId: base.deviceId },
        draft: { vaultId: base.unlocked.vaultId, appVersion: '1', schema: 1, madeAt: test.clock.at },
        rotation: null,
      };
      const target = { file: base.databaseFile, key };
      const end = { signal: new AbortController().signal, onProgress: () => undefined };
      const code = await runTaskHere('backups.write', input, { target, ...end }).then(
        (written) => (written.ok ? 'whole' : written.error.code),
        (error: unknown) => fileErrorCode(error) ?? databaseErrorCode(error),
      );
      const left = names(path).filter((name) => name.startsWith('diwan-'));
      if (kilobytes < 1800) expect(['files.disk-full', 'db.disk-full', 'db.io']).toContain(code);
      expect(left).toEqual(code === 'whole' ? [input.name] : []);
      expect(value(await test.client.base.verify({ quick: true })).sound).toBe(true);
    },
  );
});

describe('a place that is not there', () => {
  it('is missed in words when it was taken away since it was chosen', async () => {
    const test = await engineIn();
    const { path } = disk(8);
    const folder = join(path, 'copies');
    mkdirSync(folder);
    value(await test.client.backups.addTarget({ folder }));
    rmSync(folder, { recursive: true });
    const { jobId } = value(await test.client.backups.make({}));
    const job = await ended(test, jobId);
    expect(codeWithWords({ ok: false, error: job.failure! })).toBe('backups.folder-missing');
    nothingUnexpected(test);
  });
});
