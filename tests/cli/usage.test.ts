// The command line as a public interface: versions, usage, making and verifying a base, getting in. Names, shapes and exit codes are stable.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationsByName } from '@shared/features/contracts';
import packageJson from '../../package.json' with { type: 'json' };
import { jsonOf, newBase, newPlace, openSession, runCli, user, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
const cli = (...args: string[]) => runCli(args);
const inBase = (...args: string[]) => runCli([...args, ...place.access, '--json']);
const file = (name: string, content: string): string => {
  const path = join(place.folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  place = newBase();
}, patience);
afterAll(() => place.remove());

describe('without a base', () => {
  it('version says what runs', () => {
    const ran = cli('version', '--json');
    expect(jsonOf(ran)).toEqual({
      ok: true,
      value: { diwan: packageJson.version, node: process.versions.node, electron: null },
    });
    expect(ran.exitCode).toBe(0);
    expect(cli('version').stdout).toMatch(/^Diwan \d+\.\d+\.\d+ \(Node \d+\./);
  });

  it('operations lists each one with kind, permission, both schemas and codes', () => {
    const ran = cli('operations', '--json');
    const { value } = jsonOf<{
      value: {
        operations: {
          name: string;
          kind: string;
          permission: string;
          input: object;
          output: object;
          errors: string[];
        }[];
        doorErrors: string[];
      };
    }>(ran);
    expect(ran.exitCode).toBe(0);
    expect(value.operations.map(({ name }) => name)).toEqual([...operationsByName().keys()]);
    for (const { name, kind, permission, input, output, errors } of value.operations) {
      const declared = operationsByName().get(name)!;
      expect({ kind, permission, errors }, name).toEqual({
        kind: declared.kind,
        permission: declared.permission,
        errors: [...declared.errors],
      });
      expect(
        [input, output].every((schema) => '$schema' in schema),
        name,
      ).toBe(true);
    }
    expect(value.doorErrors).toContain('door.forbidden');
    expect(cli('operations').stdout).toMatch(
      /^parties\.create {2}command {2}parties\.write {2}parties\.owner-unknown/m,
    );
  });

  it('the names that others build on are there', () => {
    const names = [...operationsByName().keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        'parties.create',
        'parties.update',
        'parties.get',
        'parties.list',
        'parties.timeline',
        'relationships.create',
        'activities.log',
        'search.find',
        'operations.list',
        'operations.undo',
        'users.create',
        'users.list',
      ]),
    );
  });

  it('--help is no mistake, in each language', () => {
    const pages = ['ar', 'fa', 'en'].map((language) => cli('--help', '--lang', language));
    expect(pages.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    for (const { stdout } of pages)
      for (const command of ['init', 'generate', 'operations', 'call --stdin', 'search', 'import', 'verify', 'version'])
        expect(stdout).toContain(`diwan ${command}`);
    expect(new Set(pages.map(({ stdout }) => stdout)).size).toBe(3);
  });

  const misuses: readonly (readonly [what: string, args: readonly string[], id: string])[] = [
    ['no command', [], 'cli.no-command'],
    ['an unknown command', ['explode'], 'cli.unknown-command'],
    ['an unknown option', ['version', '--explode'], 'cli.unknown-option'],
    ['an unknown language', ['version', '--lang', 'de'], 'cli.unknown-language'],
    ['a number that is none', ['generate', '--parties', 'many'], 'cli.number-expected'],
    [
      'init without a place for the recovery code',
      ['init', '--base', 'x', '--user', 'x', '--passphrase-file', 'x'],
      'cli.option-missing',
    ],
    ['a base that is not named', ['verify'], 'cli.option-missing'],
    ['a search for nothing', ['search'], 'cli.text-missing'],
    ['an import of nothing', ['import', '--into', 'parties'], 'cli.file-missing'],
    ['an import into something else', ['import', 'x.csv', '--into', 'deals'], 'cli.into-unknown'],
    ['a call of nothing', ['call'], 'cli.operation-missing'],
    ['a generation of nothing', ['generate'], 'cli.option-missing'],
  ];

  it.each(misuses)('%s is wrong usage: exit 2, words on stderr, nothing on stdout', (_, args, id) => {
    const ran = cli(...args);
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.length).toBeGreaterThan(10);
    const asJson = cli(...args, '--json');
    // An option nobody knows leaves nothing to read, so whether JSON was wanted is not known either.
    if (id === 'cli.unknown-option') return;
    expect(asJson.exitCode).toBe(2);
    expect(jsonOf(asJson)).toMatchObject({ ok: false, error: { code: id, message: expect.any(String), details: {} } });
  });
});

describe('init', () => {
  it('makes a base and writes the recovery code where only its owner reads it', () => {
    expect(statSync(place.recoveryFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(place.recoveryFile, 'utf8')).toMatch(/^\S{4,}.*\n$/);
    expect(
      ['keyring.json', 'keyring.bak.json', 'data-1.db'].filter((name) => !existsSync(join(place.base, name))),
    ).toEqual([]);
  });

  it(
    'refuses to write the code over a file, a second base over a first, and a weak passphrase',
    () => {
      const other = newPlace();
      const make = (...more: string[]) => runCli(['init', ...other.access, '--json', ...more]);
      writeFileSync(other.recoveryFile, 'keep');
      const over = make('--recovery-out', other.recoveryFile);
      expect([over.exitCode, jsonOf(over).error?.code]).toEqual([1, 'cli.file-exists']);
      expect(readFileSync(other.recoveryFile, 'utf8')).toBe('keep');
      expect(existsSync(other.base)).toBe(false);

      writeFileSync(other.passphraseFile, '12345678\n');
      const weak = make('--recovery-out', join(other.folder, 'code.txt'));
      expect([weak.exitCode, jsonOf(weak).error?.code]).toEqual([1, 'keys.weak-passphrase']);
      expect(existsSync(join(other.folder, 'code.txt'))).toBe(false);
      other.remove();

      const second = runCli(['init', ...place.access, '--json', '--recovery-out', join(place.folder, 'second.txt')]);
      expect([second.exitCode, jsonOf(second).error?.code]).toEqual([1, 'base.exists']);
      expect(existsSync(join(place.folder, 'second.txt'))).toBe(false);
    },
    patience,
  );

  it(
    'uses the empty file a killed attempt left, and says on stderr that a synchronised folder is no place for a base',
    () => {
      const other = newPlace();
      writeFileSync(other.recoveryFile, '');
      const base = join(other.folder, 'Dropbox', 'base');
      const access = ['--base', base, ...other.access.slice(2)];
      const made = runCli(['init', ...access, '--recovery-out', other.recoveryFile, '--json', '--lang', 'fa']);
      expect([made.exitCode, jsonOf(made).ok]).toEqual([0, true]);
      expect(readFileSync(other.recoveryFile, 'utf8')).toMatch(/^\S{4,}.*\n$/);
      expect(statSync(other.recoveryFile).mode & 0o777).toBe(0o600);
      expect(made.stderr).toContain('Dropbox');
      const counted = runCli(['call', 'base.counts', ...access, '--json', '--lang', 'ar']);
      expect([counted.exitCode, jsonOf(counted).ok]).toEqual([0, true]);
      expect(counted.stderr).toMatch(/Dropbox.*مزامنة|مزامنة.*Dropbox/s);
      other.remove();
    },
    patience,
  );

  it(
    '--sample fills it with the invented office',
    () => {
      const sample = newBase(undefined, ['--sample', '--language', 'fa', '--country', 'IR']);
      const counted = runCli(['call', 'base.counts', ...sample.access, '--json']);
      const { value } = jsonOf<{ value: { parties: number; activities: number } }>(counted);
      expect(value.parties).toBeGreaterThan(1500);
      expect(value.activities).toBeGreaterThan(15_000);
      sample.remove();
    },
    patience,
  );
});

describe('generate', () => {
  it(
    'fills a base with invented data, as many as asked for',
    () => {
      const other = newBase();
      const made = runCli([
        'generate',
        '--parties',
        '120',
        '--activities',
        '300',
        '--seed',
        '7',
        ...other.access,
        '--json',
      ]);
      expect([made.exitCode, jsonOf(made)]).toEqual([0, { ok: true, value: { parties: 120, activities: 300 } }]);
      const counts = jsonOf(runCli(['call', 'base.counts', ...other.access, '--json']));
      expect(counts).toMatchObject({ value: { parties: 120, activities: 300 } });
      other.remove();
    },
    patience,
  );
});

describe('verify', () => {
  it(
    'ends with 0 for a sound base, with counts and the head of the chain',
    () => {
      const ran = inBase('verify');
      expect(ran.exitCode).toBe(0);
      expect(jsonOf(ran)).toMatchObject({
        ok: true,
        value: {
          sound: true,
          findings: [],
          counts: { party: expect.any(Number) },
          chain: { head: expect.stringMatching(/^[0-9a-f]{64}$/), brokenAt: null },
        },
      });
      expect(runCli(['verify', '--quick', ...place.access]).exitCode).toBe(0);
    },
    patience,
  );

  it(
    'ends with 1 for a damaged one, and says so',
    () => {
      const other = newBase();
      const database = join(other.base, 'data-1.db');
      const bytes = readFileSync(database);
      bytes.fill(0xa5, bytes.length - 20_000, bytes.length - 12_000);
      writeFileSync(database, bytes);
      const ran = runCli(['verify', ...other.access, '--json']);
      expect(ran.exitCode).toBe(1);
      expect(jsonOf(ran).error?.code).toMatch(/^(base\.not-sound|db\.damaged)$/);
      other.remove();
    },
    patience,
  );
});

describe('getting in', () => {
  it(
    'a wrong passphrase, an unknown user, a missing base and an unreadable passphrase file are expected failures',
    () => {
      const wrong = file('wrong.txt', 'quite another passphrase here\n');
      const codes = [
        runCli(['verify', '--base', place.base, '--user', user, '--passphrase-file', wrong, '--json']),
        runCli([
          'verify',
          '--base',
          place.base,
          '--user',
          'nobody',
          '--passphrase-file',
          place.passphraseFile,
          '--json',
        ]),
        runCli([
          'verify',
          '--base',
          join(place.folder, 'nowhere'),
          '--user',
          user,
          '--passphrase-file',
          place.passphraseFile,
          '--json',
        ]),
        runCli([
          'verify',
          '--base',
          place.base,
          '--user',
          user,
          '--passphrase-file',
          join(place.folder, 'no.txt'),
          '--json',
        ]),
      ].map((ran) => [ran.exitCode, jsonOf(ran).error?.code]);
      expect(codes).toEqual([
        [1, 'keys.wrong-passphrase'],
        [1, 'keys.unknown-user'],
        [1, expect.stringMatching(/^(base\.not-found|keys\.keyring-missing)$/)],
        [1, 'cli.file-unreadable'],
      ]);
      expect(existsSync(join(place.folder, 'nowhere'))).toBe(false);
    },
    patience,
  );

  it(
    'a base that another program has open is in use',
    async () => {
      const session = openSession(place);
      expect(await session.ask('settings.get', {})).toMatchObject({ ok: true });
      const second = inBase('verify');
      expect([second.exitCode, jsonOf(second).error?.code]).toEqual([1, 'base.in-use']);
      expect(await session.end()).toBe(0);
    },
    patience,
  );
});
