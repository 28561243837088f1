// Kill −9 at every step of making a base: afterwards there is either a whole base or none, and then one can be made.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { code, openEngine, passphrase, value } from '../support/open-engine';

const support = (file: string): string => resolve(import.meta.dirname, '../support', file);

/** Makes a base in a process of its own that kills itself before its `step`th write; false when it came to its end. */
function killedAt(step: number, folder: string): boolean {
  const preload = pathToFileURL(support('typescript-child.mjs')).href;
  const args = ['--no-warnings', '--import', preload, support('new-base-child.mjs'), folder, String(step), passphrase];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (child.status !== 0 && child.signal !== 'SIGKILL') throw new Error(`${child.stdout}${child.stderr}`);
  return child.signal === 'SIGKILL';
}

it('leaves a base that opens with its passphrase, or a folder in which a base can be made', async () => {
  const found = { whole: 0, none: 0 };
  let step = 1;
  for (let killed = true; killed; step += 1) {
    const parent = mkdtempSync(join(tmpdir(), 'diwan-new-base-'));
    const folder = join(parent, 'base');
    killed = killedAt(step, folder);
    const test = await openEngine({ folder, create: false });
    const { state } = value(await test.client.session.status({}));
    if (state === 'locked') {
      found.whole += 1;
      expect(code(await test.client.session.create({ login: 'amal', passphrase, language: 'ar' }))).toBe('base.exists');
      value(await test.client.session.unlock({ login: 'amal', passphrase }));
    } else {
      found.none += 1;
      expect(code(await test.client.session.unlock({ login: 'amal', passphrase })), `step ${step}`).toBe(
        'base.not-found',
      );
      value(await test.client.session.create({ login: 'amal', passphrase, language: 'ar' }));
    }
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
    value(await test.client.users.create({ login: 'samir', passphrase, role: 'staff' }));
    expect(existsSync(join(folder, 'base.unfinished'))).toBe(false);
    expect(test.reported).toEqual([]);
    await test.close();
    rmSync(parent, { recursive: true, force: true });
  }
  expect(step).toBeGreaterThan(40);
  expect(found.none).toBeGreaterThan(20);
  expect(found.whole).toBeGreaterThan(3);
});
