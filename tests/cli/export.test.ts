// `export` on the command line: a list, a saved view or everything to a file, counts as JSON, and what stands there left alone.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
const call = (operation: string, input: unknown): void =>
  expect(
    runCli(['call', operation, '--input', '-', ...place.access, '--json'], { input: JSON.stringify(input) }).exitCode,
  ).toBe(0);
beforeAll(() => {
  place = newBase();
  call('parties.create', { kind: 'person', names: [{ text: 'Sara' }], roles: [{ type: 'customer' }] });
  call('parties.create', { kind: 'organisation', names: [{ text: 'Noor Ltd' }] });
  const definition = {
    filter: { kinds: ['organisation'] },
    sort: { by: 'name', direction: 'ascending' },
    columns: ['name'],
  };
  call('views.save', { list: 'parties', name: 'Companies', definition });
}, patience);
afterAll(() => place.remove());

const out = (name: string): string => join(place.folder, name);
const take = (...args: string[]) => runCli(['export', ...args, ...place.access, '--json']);

describe('export', () => {
  it(
    'writes a filtered list, a saved view, an entity and everything, and says how many rows',
    () => {
      const filter = JSON.stringify({ kinds: ['person'] });
      const people = take('--list', 'parties', '--filter', filter, '--format', 'csv', '--out', out('people.csv'));
      expect(jsonOf(people)).toMatchObject({ ok: true, value: { rows: 1, path: out('people.csv') } });
      expect(readFileSync(out('people.csv'), 'utf8')).toContain('Sara');
      const view = [
        '--view',
        'Companies',
        '--columns',
        'shown',
        '--format',
        'csv',
        '--no-bom',
        '--out',
        out('view.csv'),
      ];
      expect(jsonOf(take('--list', 'parties', ...view))).toMatchObject({ ok: true, value: { rows: 1 } });
      expect(readFileSync(out('view.csv'), 'utf8')).toBe('Name\r\nNoor Ltd\r\n');
      expect(jsonOf(take('--list', 'party_role', '--format', 'jsonl', '--out', out('roles.jsonl')))).toMatchObject({
        value: { rows: 1 },
      });
      for (const format of ['csv', 'xlsx', 'jsonl', 'vcf', 'ics']) {
        const everything = take('--everything', '--format', format, '--out', out(`all.${format}`));
        expect(jsonOf(everything), format).toMatchObject({ ok: true });
        expect(existsSync(out(`all.${format}`))).toBe(true);
      }
      expect(readFileSync(join(out('all.csv'), 'party_name.csv'), 'utf8')).toContain('Noor Ltd');
      expect(jsonOf(take('--everything', '--format', 'csv', '--out', out('all.zip')))).toMatchObject({ ok: true });
      expect(readFileSync(out('all.zip')).subarray(0, 2).toString()).toBe('PK');
    },
    patience,
  );

  it(
    'leaves a file that is there alone unless told otherwise',
    () => {
      writeFileSync(out('there.vcf'), 'mine');
      const args = ['--list', 'parties', '--format', 'vcf', '--out', out('there.vcf')];
      const refused = take(...args);
      expect(jsonOf(refused)).toMatchObject({ ok: false, error: { code: 'exports.exists' } });
      expect(refused.exitCode).toBe(1);
      expect(readFileSync(out('there.vcf'), 'utf8')).toBe('mine');
      expect(take(...args, '--replace').exitCode).toBe(0);
      expect(readFileSync(out('there.vcf'), 'utf8')).toContain('FN:Sara');
    },
    patience,
  );

  it(
    'says what is missing or wrong with the exit code the rest of the command line has',
    () => {
      const wrong = [
        [],
        ['--everything'],
        ['--everything', '--out', 'x'],
        ['--everything', '--list', 'parties', '--format', 'csv', '--out', 'x'],
        ['--list', 'parties', '--format', 'pdf', '--out', 'x'],
        ['--list', 'parties', '--filter', '{', '--format', 'csv', '--out', 'x'],
        ['--list', 'dragons', '--format', 'csv', '--out', 'x'],
      ];
      for (const args of wrong) expect(take(...args).exitCode, args.join(' ')).toBe(2);
      const unknown = take('--list', 'parties', '--view', 'Nobody', '--format', 'csv', '--out', out('x.csv'));
      expect(jsonOf(unknown)).toMatchObject({ ok: false, error: { code: 'exports.view-unknown' } });
      const nowhere = take('--list', 'parties', '--format', 'csv', '--out', out('no/where.csv'));
      expect(jsonOf(nowhere)).toMatchObject({ ok: false, error: { code: 'exports.folder-missing' } });
    },
    patience,
  );
});

describe('leaving', () => {
  it(
    'writes the exit package, finds it the same, and names the row that was damaged in it',
    () => {
      const to = out('exit');
      const made = take('--everything', '--format', 'exit', '--out', to);
      expect(jsonOf(made)).toMatchObject({ ok: true, value: { path: to } });
      const drilled = runCli(['exit-drill', ...place.access, '--json']);
      expect(jsonOf(drilled)).toMatchObject({ ok: true, value: { sound: true, from: null, findings: [] } });
      expect(drilled.exitCode).toBe(0);
      const table = join(to, 'csv/party_name.csv');
      const damaged = readFileSync(table, 'utf8').replace('Noor Ltd', 'Noor Inc');
      const id = damaged
        .split('\r\n')
        .find((line) => line.includes('Noor Inc'))!
        .slice(0, 36);
      writeFileSync(table, damaged);
      const red = runCli(['exit-drill', '--from', to, ...place.access, '--json']);
      expect(red.exitCode).toBe(1);
      const { value } = jsonOf<{ value: { sound: boolean; findings: { row: string }[] } }>(red);
      expect(value.sound).toBe(false);
      expect(value.findings.map(({ row }) => row)).toContain(id);
    },
    patience,
  );

  it(
    'under a password of the package, which the drill asks for and tells from another',
    () => {
      writeFileSync(out('password'), 'velvet 9 harbour lantern\n');
      writeFileSync(out('another'), 'another 7 harbour lantern\n');
      const to = out('locked');
      const sealed = ['--format', 'exit', '--out', to, '--package-passphrase-file', out('password')];
      expect(jsonOf(take('--everything', ...sealed))).toMatchObject({ ok: true, value: { path: to } });
      expect(existsSync(join(to, 'csv/party_name.csv.age'))).toBe(true);
      const drill = (...args: string[]) => runCli(['exit-drill', '--from', to, ...args, ...place.access, '--json']);
      expect(jsonOf(drill())).toMatchObject({ ok: false, error: { code: 'exports.password-needed' } });
      const wrong = drill('--package-passphrase-file', out('another'));
      expect(jsonOf(wrong)).toMatchObject({ ok: false, error: { code: 'exports.password-wrong' } });
      expect(wrong.exitCode).toBe(1);
      const right = drill('--package-passphrase-file', out('password'));
      expect(jsonOf(right)).toMatchObject({ ok: true, value: { sound: true, from: to, findings: [] } });
    },
    patience,
  );
});

describe('export, encrypted', () => {
  it(
    'goes to recipients of the register by name, leaves a receipt, and the file is known again',
    async () => {
      const identity = await generateIdentity();
      const key = await identityToRecipient(identity);
      const about = (...args: string[]) => runCli(['exports', ...args, ...place.access, '--json']);
      expect(jsonOf(about('add-recipient', 'سارا', key))).toMatchObject({ ok: true });
      const wish = ['--list', 'parties', '--format', 'csv', '--out', out('sealed.csv')];
      const unknown = take(...wish, '--encrypt-to', 'nobody');
      expect(jsonOf(unknown)).toMatchObject({ error: { code: 'cli.recipient-unknown' } });
      const both = take(...wish, '--encrypt-to', 'سارا', '--plain');
      expect(jsonOf(both)).toMatchObject({ error: { code: 'exports.two-locks' } });
      const sealed = jsonOf<{ path: string; sha256: string }>(take(...wish, '--encrypt-to', 'سارا'));
      expect(sealed).toMatchObject({ ok: true, value: { path: out('sealed.csv.age') } });
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      expect(await decrypter.decrypt(readFileSync(out('sealed.csv.age')), 'text')).toContain('Sara');
      expect(jsonOf(about('receipts', '--limit', '1'))).toMatchObject({
        value: { receipts: [{ file: 'sealed.csv.age', way: 'recipients', recipients: [{ name: 'سارا', key }] }] },
      });
      expect(about('verify', out('sealed.csv.age')).exitCode).toBe(0);
      writeFileSync(out('sealed.csv.age'), 'something else');
      expect(about('verify', out('sealed.csv.age')).exitCode).toBe(1);
    },
    patience,
  );
});
