// Consent and the privacy desk on the command line: what scripts ask before they send, and what an officer takes out.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
let id: string;
const inBase = (...args: string[]) => runCli([...args, ...place.access]);
beforeAll(() => {
  place = newBase();
  const file = join(place.folder, 'person.json');
  const draft = {
    kind: 'person',
    names: [{ text: 'سلمى' }],
    contactPoints: [{ kind: 'email', value: 'salma@example.com' }],
  };
  writeFileSync(file, JSON.stringify(draft));
  const made = runCli(['call', 'parties.create', '--input', file, ...place.access, '--json']);
  id = jsonOf<{ value: { id: string } }>(made).value.id;
}, patience);
afterAll(() => place.remove());

it(
  'consent may says yes or no with the reason, and ends with 1 at a no; what was said is recorded, listed and withdrawn',
  () => {
    const may = ['consent', 'may', id, '--purpose', 'marketing', '--channel', 'email'] as const;
    const before = inBase(...may);
    expect([before.exitCode, before.stdout]).toEqual([1, expect.stringContaining('they have not agreed')]);
    const said = ['consent', 'record', id, '--purpose', 'marketing', '--channel', 'email,sms', '--source', 'paper'];
    expect(jsonOf(inBase(...said, '--evidence', 'Form 12', '--json'))).toMatchObject({ value: { ids: [{}, {}] } });
    expect(inBase(...may).exitCode).toBe(0);
    expect(inBase('consent', 'list', id, '--lang', 'fa').stdout).toContain('موافق\tبازاریابی و پیشنهادها\tایمیل');
    expect(inBase('consent', 'withdraw', id, '--purpose', 'marketing').exitCode).toBe(0);
    expect(inBase(...may, '--lang', 'ar').stdout).toContain('سحب موافقته');
  },
  patience,
);

it(
  'suppress puts a number or address on the list that nobody can read, asks it, and takes it off',
  () => {
    expect(inBase('suppress', 'list').stdout).toContain('Nobody is on the list');
    expect(inBase('suppress', 'add', 'Salma@Example.com', '--reason', 'complaint').exitCode).toBe(0);
    expect(inBase('suppress', 'check', 'salma@example.com').stdout).toMatch(/E-mail address\tComplaint\t\d{4}-/);
    expect(inBase('suppress', 'check', '0501234567').stdout).toContain('not on the list');
    const listed = inBase('suppress', 'list', '--json');
    expect(listed.stdout).not.toContain('salma');
    const [entry] = jsonOf<{ value: { entries: { id: string }[] } }>(listed).value.entries;
    expect(inBase('suppress', 'remove', entry!.id).exitCode).toBe(0);
    expect(inBase('suppress', 'remove', entry!.id).exitCode).toBe(1);
  },
  patience,
);

it(
  'processing-record writes the record of processing as a page or a table, in the language asked for',
  () => {
    const page = join(place.folder, 'record.html');
    expect(inBase('processing-record', '--out', page, '--lang', 'ar').exitCode).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('سجل أنشطة المعالجة');
    expect(inBase('processing-record', '--out', page).exitCode).toBe(1);
    const table = join(place.folder, 'record.csv');
    expect(inBase('processing-record', '--out', table, '--lang', 'fa').exitCode).toBe(0);
    expect(readFileSync(table, 'utf8')).toContain('رضایت');
    expect(inBase('processing-record').exitCode).toBe(2);
  },
  patience,
);

it(
  'anything else to do with consents or the list is wrong usage',
  () => {
    for (const args of [['consent'], ['consent', 'list'], ['consent', 'guess', id], ['suppress'], ['suppress', 'add']])
      expect(inBase(...args).exitCode).toBe(2);
  },
  patience,
);
