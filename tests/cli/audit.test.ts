// The log on the command line: its head, its verification, the signed file that is checked without any base, and who looked at whom.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 240_000;
let place: Place;
let party: string;
const log = (): string => join(place.folder, 'log.jsonl');
beforeAll(() => {
  place = newBase();
  const file = join(place.folder, 'person.json');
  const identifiers = [{ scheme: 'sa-national-id', value: '1012345672' }];
  writeFileSync(file, JSON.stringify({ kind: 'person', names: [{ text: 'سلمى' }], identifiers }));
  const made = jsonOf(runCli(['call', 'parties.create', '--input', file, ...place.access, '--json']));
  party = (made.value as { id: string }).id;
  writeFileSync(file, JSON.stringify({ id: party }));
  runCli(['call', 'parties.get', '--input', file, ...place.access, '--json']);
}, patience);
afterAll(() => place.remove());

it(
  'audit events says who did and who read what, of everybody or of one person',
  () => {
    const listed = runCli(['audit', 'events', '--party', party, ...place.access]);
    expect(listed.exitCode).toBe(0);
    const lines = listed.stdout.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/\tOpened\tparties\.get\tسلمى \([0-9a-f-]{36}\)/);
    const readings = jsonOf(
      runCli(['audit', 'events', '--kind', 'readings', '--limit', '5', ...place.access, '--json']),
    );
    expect(readings.value).toMatchObject({ entries: [{ kind: 'readings', what: 'parties.get', way: 'open' }] });
    expect(runCli(['audit', ...place.access]).exitCode).toBe(2);
  },
  patience,
);

it(
  'audit export writes a signed log that audit verify checks without a base, knowing a printed head and a backup',
  () => {
    const head = jsonOf(runCli(['audit', 'head', ...place.access, '--json'])).value as { short: string };
    runCli(['backup', '--to', place.folder, ...place.access]);
    const whole = jsonOf(runCli(['audit', 'verify', ...place.access, '--json']));
    expect(whole.value).toMatchObject({ sound: true, readings: 1 });
    const exported = runCli(['audit', 'export', '--out', log(), ...place.access, '--json']);
    expect(jsonOf(exported)).toMatchObject({ ok: true, value: { path: log() } });
    expect(runCli(['audit', 'export', '--out', log(), ...place.access]).exitCode).toBe(1);
    expect(readFileSync(log(), 'utf8')).not.toContain('1012345672');
    const verify = (...more: string[]) => runCli(['audit', 'verify', log(), ...more]);
    expect(verify()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Sound.') });
    expect(verify('--head', head.short)).toMatchObject({ exitCode: 0 });
    expect(verify('--head', '0000-0000-0000-0000')).toMatchObject({ exitCode: 1 });
    const made = jsonOf(runCli(['call', 'backups.list', '--input', '-', ...place.access, '--json'], { input: '{}' }));
    const { backups } = made.value as { backups: { folder: string }[] };
    expect(existsSync(backups[0]!.folder)).toBe(true);
    expect(verify('--backup', backups[0]!.folder)).toMatchObject({ exitCode: 0 });
  },
  patience,
);

it(
  'audit verify says which line of an altered log does not fit, and ends with 1; with 1 too for a file that is not there',
  () => {
    const altered = join(place.folder, 'altered.jsonl');
    writeFileSync(altered, readFileSync(log(), 'utf8').replace('parties.create', 'parties.remove'));
    const found = runCli(['audit', 'verify', altered]);
    expect(found.exitCode).toBe(1);
    expect(found.stdout).toMatch(/^ {2}\d+: hash$/m);
    expect(jsonOf(runCli(['audit', 'verify', altered, '--json']))).toMatchObject({
      ok: false,
      error: { code: 'cli.log-not-sound', details: { sound: false } },
    });
    expect(runCli(['audit', 'verify', join(place.folder, 'none')]).exitCode).toBe(1);
  },
  patience,
);
