// Kill −9 at every step of sealing a field: each number is read as before by who has the key, and sealing it again ends what was begun.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { databaseKey } from '../../../src-main/keys';
import { ended, openEngine, passphrase, value } from '../../support/open-engine';
import { readableIn } from '../../support/pages';

const field = 'identifier.value';
const numbers = ['1098765437', '1087654321', '1076543210'];
const support = (file: string): string => resolve(import.meta.dirname, '../../support', file);

/** Whether it was killed; and whether it had said before that the field is sealed. */
function reseal(step: number, folder: string): { killed: boolean; acknowledged: boolean } {
  const preload = pathToFileURL(support('typescript-child.mjs')).href;
  const script = support('reseal-child.mjs');
  const args = ['--no-warnings', '--import', preload, script, folder, String(step), passphrase, 'keys.seal'];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (child.status !== 0 && child.signal !== 'SIGKILL') throw new Error(`${child.stdout}${child.stderr}`);
  return { killed: child.signal === 'SIGKILL', acknowledged: child.stdout.includes('done') };
}

it('loses no number, and leaves none in clear once sealing has come to its end', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'diwan-seal-kill-'));
  const original = join(parent, 'base');
  const office = await openEngine({ folder: original });
  const people: string[] = [];
  for (const [index, one] of numbers.entries()) {
    const identifiers = [{ scheme: 'sa-national-id' as const, value: one }];
    people.push(
      value(await office.client.parties.create({ kind: 'person', names: [{ text: `شخص ${index}` }], identifiers })).id,
    );
  }
  const key = databaseKey(office.engine.base()!.unlocked.secret);
  await office.close();
  const found = { begun: 0, untouched: 0 };
  let step = 1;
  for (let killed = true; killed; step += 1) {
    const folder = join(parent, `try-${step}`);
    cpSync(original, folder, { recursive: true });
    const child = reseal(step, folder);
    killed = child.killed;
    const test = await openEngine({ folder, create: false });
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    const [now] = value(await test.client.keys.classes({})).fields;
    if (now!.state === 'open') found.untouched += 1;
    else found.begun += 1;
    for (const [index, id] of people.entries()) {
      const read = value(await test.client.parties.get({ id })).identifiers.map((one) => one.value.text);
      expect(read, `step ${step}`).toEqual([numbers[index]]);
    }
    const { jobId } = value(await test.client.keys.seal({ field }));
    expect((await ended(test, jobId)).state).toBe('done');
    expect(value(await test.client.base.verify({})), `step ${step}`).toMatchObject({ sound: true, findings: [] });
    expect(test.reported).toEqual([]);
    await test.close();
    expect(readableIn(folder, key, numbers), `step ${step}`).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(parent, { recursive: true, force: true });
  expect(found.untouched).toBeGreaterThan(1);
  expect(found.begun).toBeGreaterThan(3);
}, 600_000);
