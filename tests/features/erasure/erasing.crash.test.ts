// Kill −9 at every step of an erasure: afterwards the person is there as before, or gone to the last byte once the base is opened again.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { databaseKey } from '../../../src-main/keys';
import { code, ended, openEngine, passphrase, value } from '../../support/open-engine';
import { plainLog, plainPages } from '../../support/pages';

const opening = { login: 'amal', passphrase };
const support = (file: string): string => resolve(import.meta.dirname, '../../support', file);
const secrets = ['زبيدة القنفذاني', 'PX77812345', 'وصفت صداعا نصفيا', 'التقرير السري'];

/** Whether it was killed; and whether it had said before that they are erased. */
function erase(step: number, folder: string, partyId: string): { killed: boolean; acknowledged: boolean } {
  const preload = pathToFileURL(support('typescript-child.mjs')).href;
  const args = [
    '--no-warnings',
    '--import',
    preload,
    support('erase-child.mjs'),
    folder,
    String(step),
    passphrase,
    partyId,
  ];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (child.status !== 0 && child.signal !== 'SIGKILL') throw new Error(`${child.stdout}${child.stderr}`);
  return { killed: child.signal === 'SIGKILL', acknowledged: child.stdout.includes('erased') };
}

it('leaves the person as they were, or not one byte of them after the next opening', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'diwan-erase-kill-'));
  const original = join(parent, 'base');
  const office = await openEngine({ folder: original });
  const id = value(
    await office.client.parties.create({
      kind: 'person',
      names: [{ text: secrets[0] }],
      identifiers: [{ scheme: 'passport', value: secrets[1] }],
    } as never),
  ).id;
  value(await office.client.activities.log({ kind: 'call', subject: 'x', body: secrets[2], partyIds: [id] } as never));
  const file = join(parent, 'report.txt');
  writeFileSync(file, secrets[3]!);
  const added = value(await office.client.attachments.add({ to: { partyId: id }, files: [{ file }] } as never));
  await ended(office, added.jobId);
  const key = Buffer.from(databaseKey(office.engine.base()!.unlocked.secret)).subarray(0, 32);
  await office.close();
  const found = { before: 0, gone: 0 };
  let step = 1;
  for (let killed = true; killed; step += 1) {
    const folder = join(parent, `try-${step}`);
    cpSync(original, folder, { recursive: true });
    const child = erase(step, folder, id);
    killed = child.killed;
    const test = await openEngine({ folder, create: false });
    value(await test.client.session.unlock(opening));
    const there = await test.client.parties.get({ id });
    expect(value(await test.client.base.verify({})), `step ${step}`).toMatchObject({ sound: true, findings: [] });
    expect(test.reported).toEqual([]);
    if (there.ok) {
      found.before += 1;
      expect(child.acknowledged).toBe(false);
    } else {
      found.gone += 1;
      expect(code(there)).toBe('parties.not-found');
      const database = join(folder, 'data-1.db');
      const bytes = Buffer.concat([plainPages(database, key), plainLog(`${database}-wal`, key)]);
      for (const text of secrets) expect(bytes.includes(Buffer.from(text)), `step ${step}: ${text}`).toBe(false);
    }
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(parent, { recursive: true, force: true });
  expect(found.before).toBeGreaterThan(1);
  expect(found.gone).toBeGreaterThan(3);
}, 600_000);
