// Killed anywhere in an export: under the name that was asked for lies nothing, or all of it.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cliScript, jsonOf, newBase, runCli } from './support/cli';

const KILLS = 15;
const PARTIES = 3000;

it('a file that is there is whole, whenever the program was killed, and the next run leaves nothing aside', async () => {
  const place = newBase();
  try {
    const generated = ['generate', '--parties', String(PARTIES), '--activities', '10', ...place.access];
    expect(runCli(generated).exitCode).toBe(0);
    const folder = join(place.folder, 'base');
    const out = join(place.folder, 'all.csv');
    const args = ['export', '--list', 'parties', '--format', 'csv', '--out', out, ...place.access, '--json'];
    const began = Date.now();
    const whole = jsonOf<{ value: { rows: number; bytes: number } }>(runCli(args)).value;
    const took = Date.now() - began;
    const text = readFileSync(out, 'utf8');
    let found = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      rmSync(out, { force: true });
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cliScript, ...args]);
      const gone = new Promise((done) => child.once('exit', done));
      setTimeout(() => child.kill('SIGKILL'), (took * (kill + 1)) / (KILLS - 2));
      await gone;
      if (!existsSync(out)) continue;
      found += 1;
      expect(readFileSync(out, 'utf8')).toBe(text);
    }
    rmSync(out, { force: true });
    expect(jsonOf(runCli(args))).toMatchObject({ ok: true, value: { rows: whole.rows } });
    expect(readdirSync(place.folder).filter((name) => name.includes('exporting'))).toEqual([]);
    expect(found).toBeLessThan(KILLS);
    expect(jsonOf(runCli(['verify', ...place.access, '--json']))).toMatchObject({ value: { sound: true } });
    expect(existsSync(folder)).toBe(true);
  } finally {
    place.remove();
  }
}, 400_000);
