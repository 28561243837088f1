// Kill −9 anywhere while the key of a base is changed: before every step of it, and at chance moments while pages are copied and sealed.
// Everybody gets in afterwards, nothing is lost, one database is left, and the change can be made again.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chanceFrom } from '../support/chance';
import { ended, openEngine, passphrase, value } from '../support/open-engine';

const ROUNDS = Number(process.env['DIWAN_ROUNDS'] ?? 12);
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_127);
const another = 'قهوة مرة في صباح بارد جداً';
const support = (file: string): string => resolve(import.meta.dirname, '../support', file);

let parent: string;
let original: string;
let recoveryCode: string;
let partyId: string;
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'diwan-rotation-'));
  original = join(parent, 'original');
  const test = await openEngine({ folder: original });
  ({ recoveryCode } = test);
  value(await test.client.users.create({ login: 'huda', role: 'administrator', passphrase: another }));
  partyId = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'باقية' }] })).id;
  const file = join(parent, 'contract.txt');
  writeFileSync(file, 'العقد');
  await ended(test, value(await test.client.attachments.add({ to: { partyId }, files: [{ file }] })).jobId);
  test.engine
    .base()!
    .writer.exec(
      'create table ballast (id integer primary key, text text); with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) insert into ballast select i, hex(randomblob(60)) from n',
    );
  test.engine.base()!.writer.exec('drop table ballast');
  await test.close();
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Answers how long the change took; `null` when it was killed first. */
function rotateInChild(folder: string, ...wish: readonly ['kill' | 'states', string]): Promise<number | null> {
  const preload = pathToFileURL(support('typescript-child.mjs')).href;
  const args = [
    '--no-warnings',
    '--import',
    preload,
    support('rotation-child.mjs'),
    folder,
    passphrase,
    another,
    ...wish,
  ];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', problem: '' };
    child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said.problem += bytes.toString()));
    child.on('exit', (status, signal) => {
      if (status !== 0 && signal !== 'SIGKILL') failed(new Error(said.problem));
      else done(said.out === '' ? null : Number(said.out));
    });
  });
}

/** Whether the new key counted. */
async function lookAt(folder: string, where: string): Promise<boolean> {
  const test = await openEngine({ folder, create: false });
  try {
    const entered = await test.client.session.unlock({ login: 'huda', passphrase: another });
    expect(value(entered).keyringAlarm, where).toBeNull();
    const isNew = test.engine.base()!.databaseFile.endsWith('data-2.db');
    const kept = readdirSync(folder).filter((name) => /^data-\d+\.(keys\.)?db$/.test(name));
    expect(kept.toSorted(), where).toEqual(isNew ? ['data-2.db', 'data-2.keys.db'] : ['data-1.db', 'data-1.keys.db']);
    expect(readdirSync(folder), where).not.toContain('restore.json');
    expect((await test.client.parties.get({ id: partyId })).ok, where).toBe(true);
    const [attachment] = value(await test.client.attachments.list({ of: { partyId } })).items;
    const { bytes } = value(await test.client.attachments.read({ id: attachment!.id, part: 0 }));
    expect(Buffer.from(bytes, 'base64').toString(), where).toBe('العقد');
    expect(value(await test.client.base.verify({ quick: true })), where).toMatchObject({ sound: true });
    value(await test.client.session.lock({}));
    value(await test.client.session.recover({ login: 'amal', recoveryCode, passphrase }));
    expect(test.reported, where).toEqual([]);
    return isNew;
  } finally {
    await test.close();
  }
}

const copyOf = (name: string): string => {
  const folder = join(parent, name);
  cpSync(original, folder, { recursive: true });
  return folder;
};
const whole: { ms: number } = { ms: 0 };

it('killed before any step of it, the base is the old one or the new one, and whole', async () => {
  const states = join(parent, 'states');
  whole.ms = (await rotateInChild(copyOf('stepped'), 'states', states)) ?? 0;
  const outcomes: boolean[] = [];
  for (const step of readdirSync(states).toSorted()) outcomes.push(await lookAt(join(states, step), `step ${step}`));
  // One moment it counts from, and no way back.
  expect(outcomes).toEqual(outcomes.toSorted());
  expect(outcomes.filter((isNew) => !isNew).length).toBeGreaterThan(15);
  expect(outcomes.filter((isNew) => isNew).length).toBeGreaterThan(3);
});

it(`killed ${ROUNDS} times at chance moments (seed ${SEED}), nobody is locked out and nothing is lost`, async () => {
  const chance = chanceFrom(SEED);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const folder = copyOf(`base-${round}`);
    const at = Math.floor(chance() * whole.ms * 1.05);
    const told = await rotateInChild(folder, 'kill', String(at));
    const isNew = await lookAt(folder, `after ${at} ms (round ${round})`);
    if (told !== null) expect(isNew).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  }
});
