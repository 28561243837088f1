// Kill −9 at any moment of a backup, its rotation and a restore: no half of one ever has a whole one's name, and the base opens.
// DIWAN_KILLS=200 makes it longer, DIWAN_SEED another run of chances.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliScript, jsonOf, newBase, runCli, type Place } from '../cli/support/cli';
import { chanceFrom } from '../support/chance';

const KILLS = Math.ceil(Number(process.env['DIWAN_KILLS'] ?? 100) / 4);
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_127);
const chance = chanceFrom(SEED);

let place: Place;
let parties = 0;
beforeAll(() => {
  place = newBase();
  runCli(['generate', ...place.access, '--parties', '1500', '--activities', '2500']);
  parties = partiesIn(place.base);
}, 300_000);
afterAll(() => place.remove());

const access = (base: string): string[] => [
  '--base',
  base,
  '--user',
  'amal',
  '--passphrase-file',
  place.passphraseFile,
];
const partiesIn = (base: string): number =>
  jsonOf<{ value: { parties: number } }>(runCli(['call', 'base.counts', ...access(base), '--json'])).value.parties;
const whole = (target: string): string[] =>
  readdirSync(target)
    .filter((name) => name.endsWith('.diwan-backup'))
    .map((name) => join(target, name));

/** How long the command takes undisturbed, from its first word to its end, so that kills fall all over it. */
async function killed(args: readonly string[], after: number): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cliScript, ...args], {
    stdio: 'ignore',
  });
  const gone = new Promise((done) => child.once('close', done));
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  await gone;
  clearTimeout(timer);
}

async function duration(args: readonly string[]): Promise<number> {
  const began = Date.now();
  await killed(args, 600_000);
  return Date.now() - began;
}

it(`${KILLS} kills during backups leave whole copies or none, and the next backup clears what is half (seed ${SEED})`, async () => {
  const target = mkdtempSync(join(tmpdir(), 'diwan-killed-'));
  try {
    const backup = ['backup', '--to', target, ...place.access];
    const takes = await duration(backup);
    let copies = whole(target).length;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killed(backup, Math.floor(chance() * takes));
      const now = whole(target);
      expect(now.length - copies).toBeGreaterThanOrEqual(0);
      copies = now.length;
      for (const copy of now.slice(-1)) {
        const base = join(target, `restored-${kill}`);
        expect(runCli(['restore', '--from', copy, ...access(base), '--json']).exitCode).toBe(0);
        expect(partiesIn(base)).toBe(parties);
        rmSync(base, { recursive: true });
      }
    }
    expect(runCli(backup).exitCode).toBe(0);
    expect(readdirSync(target).filter((name) => name.endsWith('.partial'))).toEqual([]);
    expect(runCli(['verify', '--quick', ...place.access]).exitCode).toBe(0);
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}, 1_200_000);

it(`${KILLS} kills during restores leave a base that opens or none, and the next restore succeeds`, async () => {
  const target = mkdtempSync(join(tmpdir(), 'diwan-killed-'));
  try {
    runCli(['backup', '--to', target, ...place.access]);
    const [copy] = whole(target);
    const restore = (base: string) => ['restore', '--from', copy!, ...access(base)];
    const takes = await duration(restore(join(target, 'first')));
    for (let kill = 0; kill < KILLS; kill += 1) {
      const base = join(target, `base-${kill}`);
      mkdirSync(base);
      await killed(restore(base), Math.floor(chance() * takes));
      if (!existsSync(join(base, 'keyring.json'))) expect(runCli([...restore(base), '--json']).exitCode).toBe(0);
      expect(partiesIn(base)).toBe(parties);
      expect(readdirSync(base).filter((name) => /^(restoring|restore\.json|data-.*\.db$)/.test(name)).length).toBe(1);
      rmSync(base, { recursive: true });
    }
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}, 1_200_000);
