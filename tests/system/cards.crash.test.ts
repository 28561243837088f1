// Kill −9 at every step of making recovery cards: the keyring is whole, the cards before or the new ones open the base, and so does
// everybody's passphrase.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unlockWithPaper } from '../../src-main/keys';
import { openEngine, passphrase, value } from '../support/open-engine';

const support = (file: string): string => resolve(import.meta.dirname, '../support', file);
let parent: string;
let original: string;
let before: readonly string[];
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'diwan-cards-'));
  original = join(parent, 'original');
  const test = await openEngine({ folder: original });
  before = value(await test.client.recovery.makeCards({ passphrase, needed: 2, count: 3 })).cards;
  for (const card of before) value(await test.client.recovery.confirmCard({ card }));
  await test.close();
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

interface Killed {
  readonly killed: boolean;
  /** Told before the end. */
  readonly cards: readonly string[] | null;
  readonly finished: boolean;
}

function killedAt(step: number, folder: string): Killed {
  const preload = pathToFileURL(support('typescript-child.mjs')).href;
  const args = ['--no-warnings', '--import', preload, support('cards-child.mjs'), folder, String(step), passphrase];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (child.status !== 0 && child.signal !== 'SIGKILL') throw new Error(`${child.stdout}${child.stderr}`);
  const [cards, end] = child.stdout.split('\n').filter((line) => line !== '');
  return {
    killed: child.signal === 'SIGKILL',
    cards: cards === undefined ? null : (JSON.parse(cards) as string[]),
    finished: end !== undefined,
  };
}

it('leaves a set that opens the base and a keyring that takes the next change without an alarm', async () => {
  const opened = { before: 0, after: 0 };
  let step = 1;
  for (let killed = true; killed; step += 1) {
    const folder = join(parent, `base-${step}`);
    cpSync(original, folder, { recursive: true });
    const end = killedAt(step, folder);
    killed = end.killed;
    const ways = await Promise.all([before, end.cards ?? []].map((cards) => unlockWithPaper(folder, { cards })));
    const [old, fresh] = ways.map(({ ok }) => ok);
    expect(old === true || fresh === true, `step ${step}`).toBe(true);
    // What was acknowledged holds: told cards open the base, and with the last typed back the old ones no longer do.
    if (end.cards !== null) expect(fresh, `step ${step}`).toBe(true);
    if (end.finished) expect(old, `step ${step}`).toBe(false);
    opened[old === true ? 'before' : 'after'] += 1;
    const test = await openEngine({ folder, create: false });
    expect(
      value(await test.client.session.unlock({ login: 'amal', passphrase })).keyringAlarm,
      `step ${step}`,
    ).toBeNull();
    value(await test.client.recovery.makeCards({ passphrase, needed: 2, count: 2 }));
    expect(value(await test.client.base.verify({ quick: true }))).toMatchObject({ sound: true });
    expect(test.reported).toEqual([]);
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  }
  expect(step).toBeGreaterThan(60);
  expect(opened.before).toBeGreaterThan(20);
  expect(opened.after).toBeGreaterThan(5);
});
