// Kill −9 at any moment of adding files: each is there with its content or not at all, and what is half goes with the next sweep.
// DIWAN_KILLS=200 makes it longer, DIWAN_SEED another run of chances.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliScript, jsonOf, newBase, runCli, type Place } from '../cli/support/cli';

const KILLS = Math.ceil(Number(process.env['DIWAN_KILLS'] ?? 60) / 3);
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_127);

let place: Place;
let partyId: string;
beforeAll(() => {
  place = newBase();
  const made = runCli(['call', 'parties.create', '--input', '-', ...place.access, '--json'], {
    input: JSON.stringify({ kind: 'person', names: [{ text: 'سلمى' }] }),
  });
  partyId = jsonOf<{ value: { id: string } }>(made).value.id;
}, 120_000);
afterAll(() => place.remove());

const listed = (): { id: string; name: string; state: string }[] =>
  jsonOf<{ value: { items: { id: string; name: string; state: string }[] } }>(
    runCli(['attachments', 'list', '--for', partyId, '--limit', '200', ...place.access, '--json']),
  ).value.items;

/** Answers whether the command came to its end, and how long it took. */
async function attach(path: string, after: number): Promise<{ ended: boolean; took: number }> {
  const args = ['--disable-warning=ExperimentalWarning', cliScript, 'attach', path, '--to', partyId, ...place.access];
  const began = Date.now();
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const gone = new Promise<number | null>((done) => child.once('close', done));
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  const exitCode = await gone;
  clearTimeout(timer);
  return { ended: exitCode === 0, took: Date.now() - began };
}

it(`${KILLS} kills while files are added leave each there whole or not at all (seed ${SEED})`, async () => {
  const content = (kill: number): Buffer => Buffer.alloc(30_000_000, `file ${kill} `);
  const path = (kill: number): string => join(place.folder, `file-${kill}.bin`);
  writeFileSync(path(0), content(0));
  const { took } = await attach(path(0), 600_000);
  const acknowledged = new Set(['file-0.bin']);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    writeFileSync(path(kill), content(kill));
    // The second half of its time is where files are written; chance goes by the seed.
    const chance = ((SEED * 31 + kill * 7919) % 1000) / 1000;
    if ((await attach(path(kill), took * (0.4 + 0.6 * chance))).ended) acknowledged.add(`file-${kill}.bin`);
    // Whoever is killed while unlocking counts as a wrong passphrase; the next right one forgets it.
    const names = listed().map((item) => item.name);
    for (const name of acknowledged) expect(names).toContain(name);
  }
  const items = listed();
  expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
  for (const name of acknowledged) expect(items.map((item) => item.name)).toContain(name);
  for (const { id, name, state } of items) {
    expect([name, state]).toEqual([name, 'present']);
    const out = join(place.folder, 'out.bin');
    expect(runCli(['attachments', 'save', id, '--out', out, ...place.access]).exitCode).toBe(0);
    expect(readFileSync(out).equals(content(Number(/\d+/.exec(name)![0])))).toBe(true);
    rmSync(out);
  }
  expect(runCli(['verify', ...place.access]).exitCode).toBe(0);
}, 1_200_000);
