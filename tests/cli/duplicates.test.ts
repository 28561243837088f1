// People entered twice, on the command line: a note when somebody is added, a search that waits for its end, and the queue.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
beforeAll(() => {
  place = newBase();
}, patience);
afterAll(() => place.remove());

function add(name: string) {
  const file = join(place.folder, 'person.json');
  const draft = { kind: 'person', names: [{ text: name }], contactPoints: [{ kind: 'phone', value: '0501234567' }] };
  writeFileSync(file, JSON.stringify(draft));
  return runCli(['call', 'parties.create', '--input', file, ...place.access, '--json']);
}

it(
  'somebody who is here already is added all the same, with a note on whom they may be and why',
  () => {
    expect(add('محمد علي الرضائي').stderr).not.toContain('same phone');
    const ran = add('Mohamed Ali Rezaei');
    expect(ran.exitCode).toBe(0);
    expect(jsonOf(ran)).toMatchObject({ ok: true });
    expect(ran.stderr).toContain('same phone · family name spelled differently');
  },
  patience,
);

it(
  'duplicates scan looks through the base and counts; duplicates list prints the pairs with reasons',
  () => {
    const scanned = runCli(['duplicates', 'scan', ...place.access, '--json']);
    expect(jsonOf(scanned)).toEqual({ ok: true, value: { parties: 2, pairs: 1, likely: 1, full: true } });
    expect(jsonOf(runCli(['duplicates', 'scan', ...place.access, '--json']))).toMatchObject({ value: { full: false } });
    expect(jsonOf(runCli(['duplicates', 'scan', '--full', ...place.access, '--json']))).toMatchObject({
      value: { full: true, pairs: 1 },
    });
    const listed = runCli(['duplicates', 'list', '--band', 'likely', '--limit', '5', ...place.access]);
    expect(listed.exitCode).toBe(0);
    expect(listed.stdout).toContain('محمد علي الرضائي');
    expect(listed.stdout).toContain('same phone');
    expect(runCli(['duplicates', 'list', ...place.access, '--lang', 'fa']).stdout).toContain('تلفن یکسان');
  },
  patience,
);

it(
  'anything else to do with duplicates is wrong usage',
  () => {
    expect(runCli(['duplicates', ...place.access]).exitCode).toBe(2);
    expect(runCli(['duplicates', 'list', '--band', 'certain', ...place.access]).exitCode).toBe(1);
  },
  patience,
);
