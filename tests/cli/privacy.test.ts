// Consent and the privacy desk on the command line: what scripts ask before they send, and what an officer takes out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { jsonOf, newBase, openSession, passphrase, runCli, type Place } from './support/cli';

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
  'a role that is asked what it looks for gives nothing out without --purpose, and names the purposes there are',
  async () => {
    const number = '1012345672';
    const session = openSession(place);
    const grants = { ...shippedRoles.staff.grants, 'exports.run': 'all', 'exports.plain': 'all' };
    const policy = { ...shippedRoles.staff, grants, purpose: ['sensitive', 'others'] };
    const role = (await session.ask('policy.set', { name: 'Desk', policy })) as { value: { id: string } };
    await session.ask('users.create', { login: 'omar', role: role.value.id, passphrase });
    const identifiers = [{ scheme: 'sa-national-id', value: number }];
    const hind = { kind: 'person', names: [{ text: 'هند المطيري' }], identifiers };
    await session.ask('parties.create', hind);
    await session.end();
    const omar = ['--base', place.base, '--user', 'omar', '--passphrase-file', place.passphraseFile];
    const out = join(place.folder, 'everybody.csv');
    const list = [
      'export',
      '--list',
      'parties',
      '--columns',
      'shown',
      '--format',
      'csv',
      '--out',
      out,
      '--plain',
      ...omar,
    ];
    for (const args of [['search', number, ...omar], list]) {
      const refused = runCli(args);
      expect([refused.exitCode, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toContain('--purpose and one of: care, request, billing');
    }
    expect(existsSync(out)).toBe(false);
    const unknown = runCli(['search', number, ...omar, '--purpose', 'curiosity', '--json']);
    expect(jsonOf(unknown)).toMatchObject({ error: { code: 'cli.purpose-unknown' } });
    const said = ['--purpose', 'legal', '--purpose-words', 'Court order 12'];
    expect(runCli(['search', number, ...omar, ...said]).stdout).toContain('هند المطيري');
    expect(runCli([...list, ...said]).exitCode).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('هند المطيري');
    const events = inBase('audit', 'events', '--purpose', 'legal').stdout.trim().split('\n');
    expect(events).toHaveLength(2);
    for (const event of events) expect(event).toContain('A duty of law: Court order 12');
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
