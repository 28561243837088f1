// The quality of records on the command line: a search that waits for its end, and the list of what it found.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
beforeAll(() => {
  place = newBase();
  const file = join(place.folder, 'person.json');
  const draft = { kind: 'person', names: [{ text: 'سلمى' }], roles: [{ type: 'patient' }] };
  writeFileSync(file, JSON.stringify(draft));
  runCli(['call', 'parties.create', '--input', file, ...place.access, '--json']);
}, patience);
afterAll(() => place.remove());

it(
  'quality scan judges the records and counts; quality list prints what breaks which rule, in the language asked for',
  () => {
    expect(jsonOf(runCli(['quality', 'list', ...place.access, '--json']))).toMatchObject({ value: { findings: [] } });
    const scanned = runCli(['quality', 'scan', ...place.access, '--json']);
    expect(jsonOf(scanned)).toEqual({ ok: true, value: { parties: 1, findings: 4, full: true } });
    expect(runCli(['quality', 'scan', ...place.access]).stdout).toContain('0 records looked at');
    const listed = runCli(['quality', 'list', '--rule', 'no-contact', '--limit', '5', ...place.access]);
    expect(listed.exitCode).toBe(0);
    expect(listed.stdout).toMatch(/High\tNo phone or e-mail\t[0-9a-f-]{36}\tسلمى/);
    const medium = ['quality', 'list', '--severity', 'medium', ...place.access, '--lang', 'fa'];
    expect(runCli(medium).stdout).toContain('بیمار یا بیمه‌شده بی تاریخ تولد');
  },
  patience,
);

it(
  'anything else to do with quality is wrong usage',
  () => {
    expect(runCli(['quality', ...place.access]).exitCode).toBe(2);
    expect(runCli(['quality', 'list', '--severity', 'fatal', ...place.access]).exitCode).toBe(1);
  },
  patience,
);
