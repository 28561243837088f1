// A backup against the least it could be: VACUUM INTO and one hash over the result, on the same base in the same run.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hashFile } from '../../src-main/backup';
import { copyDatabase } from '../../src-main/db';
import { runTaskHere } from '../../src-main/engine/thread-tasks';
import { databaseKey } from '../../src-main/keys';
import { inTurn, lowest, publish, type Row } from './support/measure';
import { measuredBase, sizes } from './support/measured-base';

/** Copying, hashing, reading every page and every index again, counting every row. */
const BACKUP_RATIO = 2;
const rows: Row[] = [];
afterAll(() => publish('backup', rows));

test('a verified backup takes little more than a bare copy and its hash', async () => {
  const measured = await measuredBase(sizes()[0]!);
  const { base } = measured.engine;
  const target = mkdtempSync(join(tmpdir(), 'diwan-bench-backup-'));
  const key = databaseKey(base.unlocked.secret);
  const { databaseFile: file, unlocked, deviceId, folder } = base;
  const counter = { next: 0 };
  const bare = (): void => {
    const copy = join(target, `bare-${counter.next++}.db`);
    copyDatabase({ file, key, target: copy });
    hashFile(copy, { onBytes: () => undefined });
    rmSync(copy);
  };
  const backup = async (): Promise<void> => {
    const into = join(target, `stick-${counter.next++}`);
    mkdirSync(into);
    const origin = { vaultId: unlocked.vaultId, deviceId };
    const draft = { vaultId: unlocked.vaultId, appVersion: 'bench', schema: 1, madeAt: Date.now() };
    const input = {
      baseFolder: folder,
      target: into,
      name: 'x.diwan-backup',
      readme: '',
      origin,
      draft,
      rotation: null,
    };
    const options = { target: { file, key }, signal: new AbortController().signal, onProgress: () => undefined };
    const written = await runTaskHere('backups.write', input, options);
    if (!written.ok) throw new Error(written.error.code);
    rmSync(into, { recursive: true });
  };
  try {
    const figure = await lowest(BACKUP_RATIO, async () => {
      const [least, whole] = await inTurn(
        [
          { name: 'bare', run: bare },
          { name: 'backup', run: backup },
        ],
        3,
      );
      return { least: least!, whole: whole!, ratio: whole! / least! };
    });
    rows.push({
      what: 'verified backup against VACUUM INTO and hash',
      ms: figure.whole,
      bare: figure.least,
      ratio: figure.ratio,
    });
    expect(figure.ratio).toBeLessThanOrEqual(BACKUP_RATIO);
  } finally {
    key.fill(0);
    await measured.close();
    rmSync(target, { recursive: true, force: true });
  }
});
