// Killed anywhere in an export: under the name that was asked for lies nothing, or all of it.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonOf, newBase, openSession, runCli } from './support/cli';

const KILLS = 15;
const PARTIES = 4000;

it('a file that is there is whole, whenever the program was killed, and the next run leaves nothing aside', async () => {
  const place = newBase();
  try {
    const generated = ['generate', '--parties', String(PARTIES), '--activities', '10', ...place.access];
    expect(runCli(generated).exitCode).toBe(0);
    const out = join(place.folder, 'all.csv');
    const wish = { what: { list: 'parties' }, options: { format: 'csv', language: 'en' }, to: out };
    /** Asks for the export and kills the program so many milliseconds later. */
    const killedAfter = async (milliseconds: number): Promise<void> => {
      const session = openSession(place);
      const asked = await session.ask('exports.make', wish);
      expect(asked).toMatchObject({ ok: true });
      await new Promise((done) => setTimeout(done, milliseconds));
      await session.kill();
    };
    const args = ['export', '--list', 'parties', '--format', 'csv', '--out', out, ...place.access, '--json'];
    expect(jsonOf(runCli(args))).toMatchObject({ ok: true, value: { rows: PARTIES } });
    const whole = readFileSync(out, 'utf8');
    const found: boolean[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      rmSync(out, { force: true });
      await killedAfter(kill * 60);
      found.push(existsSync(out));
      if (existsSync(out)) expect(readFileSync(out, 'utf8')).toBe(whole);
    }
    expect(found[0]).toBe(false);
    rmSync(out, { force: true });
    expect(jsonOf(runCli(args))).toMatchObject({ ok: true, value: { rows: PARTIES } });
    expect(readdirSync(place.folder).filter((name) => name.includes('exporting'))).toEqual([]);
    expect(jsonOf(runCli(['verify', ...place.access, '--json']))).toMatchObject({ value: { sound: true } });
  } finally {
    place.remove();
  }
}, 400_000);
