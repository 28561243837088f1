// Erasing from the command line, and an old backup restored on a new machine: as the office is now, but for nobody who was erased.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 240_000;
let place: Place;
beforeAll(() => void (place = newBase()), patience);
afterAll(() => place.remove());

it(
  'a backup from before goes to an empty folder without whoever was erased since, and says how many',
  () => {
    const run = (...args: string[]) => runCli([...args, ...place.access, '--json']);
    const file = (name: string, content: unknown): string => {
      const path = join(place.folder, name);
      writeFileSync(path, JSON.stringify(content));
      return path;
    };
    const call = <T>(operation: string, input: unknown): T =>
      jsonOf<{ value: T }>(run('call', operation, '--input', file('input.json', input))).value;
    const gone = call<{ id: string }>('parties.create', { kind: 'person', names: [{ text: 'Zubayda Qunfudh' }] });
    const stays = call<{ id: string }>('parties.create', { kind: 'person', names: [{ text: 'Hind Salih' }] });
    const target = join(place.folder, 'copies');
    mkdirSync(target);
    const first = jsonOf<{ value: { made: { folder: string }[] } }>(run('backup', '--to', target)).value.made[0]!;
    expect(jsonOf(run('erase', gone.id, '--plan'))).toMatchObject({ ok: true, value: { mode: 'erase', records: 1 } });
    expect(jsonOf(run('erase', gone.id))).toMatchObject({ ok: true, value: { mode: 'erase', records: 1 } });
    expect(run('backup', '--to', target).exitCode).toBe(0);
    const fresh = join(place.folder, 'fresh');
    const access = place.access.map((option) => (option === place.access[1] ? fresh : option));
    const restored = runCli(['restore', '--from', first.folder, ...access, '--json']);
    expect(jsonOf(restored)).toMatchObject({ ok: true, value: { erased: 1 } });
    const there = (id: string) =>
      runCli(['call', 'parties.get', '--input', file('id.json', { id }), ...access, '--json']);
    expect(jsonOf(there(stays.id))).toMatchObject({ ok: true, value: { displayName: 'Hind Salih' } });
    expect(jsonOf(there(gone.id))).toMatchObject({ ok: false, error: { code: 'parties.not-found' } });
    expect(runCli(['verify', ...access]).exitCode).toBe(0);
    expect(runCli(['audit', 'verify', ...access]).exitCode).toBe(0);
    const pack = join(place.folder, 'pack');
    expect(jsonOf(run('access-pack', stays.id, '--out', pack))).toMatchObject({ ok: true, value: { path: pack } });
  },
  patience,
);
