// Recovery on the command line: cards made, typed back and used; a backup restored with paper alone. No secret in arguments or logs.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 240_000;
const newPassphrase = 'seven quiet herons over the lagoon';
let place: Place;
let out: string;
const card = (number: number): string => join(out, `card-${number}.txt`);
const cardFiles = (...numbers: number[]): string[] => numbers.flatMap((number) => ['--card-file', card(number)]);
const access = (base: string, passphraseFile: string): string[] => [
  '--base',
  base,
  '--user',
  'amal',
  '--passphrase-file',
  passphraseFile,
];

beforeAll(() => {
  place = newBase();
  out = join(place.folder, 'cards');
  const made = runCli(['cards', 'make', '--need', '2', '--of', '3', '--out', out, '--lang', 'fa', ...place.access]);
  if (made.exitCode !== 0) throw new Error(made.stderr);
  writeFileSync(join(place.folder, 'new.txt'), `${newPassphrase}\n`);
}, patience);
afterAll(() => place.remove());

describe('cards', () => {
  it('are files for their owner only, each with one share and what its keeper must know', () => {
    expect(readdirSync(out).toSorted()).toEqual(['card-1.txt', 'card-2.txt', 'card-3.txt']);
    for (const number of [1, 2, 3]) {
      expect(statSync(card(number)).mode & 0o77).toBe(0);
      const text = readFileSync(card(number), 'utf8');
      expect(text.match(/\b\d{6}\b/g)).toHaveLength(12);
      expect(text).toContain('کارت بازیابی');
    }
    const again = runCli(['cards', 'make', '--need', '2', '--of', '3', '--out', out, ...place.access, '--json']);
    expect(jsonOf(again)).toMatchObject({ ok: false, error: { code: 'cli.file-exists' } });
  });

  it(
    'typed back with a slip are named; with the last the set is in force',
    () => {
      const slip = join(place.folder, 'slip.txt');
      writeFileSync(
        slip,
        readFileSync(card(2), 'utf8').replace(
          /(\d{5})(\d)/,
          (_, five: string, one: string) => `${five}${(Number(one) + 1) % 10}`,
        ),
      );
      const wrong = runCli(['cards', 'confirm', ...cardFiles(1), '--card-file', slip, ...place.access, '--json']);
      expect(jsonOf(wrong)).toMatchObject({ error: { code: 'keys.card-mistyped', details: { at: 2, groups: [1] } } });
      const rest = runCli(['cards', 'confirm', ...cardFiles(2, 3), ...place.access, '--json']);
      expect(jsonOf(rest)).toEqual({ ok: true, value: { left: [] } });
      const listed = jsonOf(runCli(['cards', 'list', ...place.access, '--json']));
      expect(listed).toMatchObject({ value: [{ needed: 2, count: 3, left: [] }] });
    },
    patience,
  );

  it(
    'open the base for a new passphrase, and one of them does not',
    () => {
      const recover = (...numbers: number[]) =>
        runCli(['recover', ...cardFiles(...numbers), ...access(place.base, join(place.folder, 'new.txt')), '--json']);
      expect(jsonOf(recover(2))).toMatchObject({
        error: { code: 'keys.cards-too-few', details: { given: 1, needed: 2 } },
      });
      expect(jsonOf(recover(3, 1))).toEqual({ ok: true, value: { base: place.base, user: 'amal' } });
      const history = runCli([
        'call',
        'operations.list',
        ...access(place.base, join(place.folder, 'new.txt')),
        '--json',
      ]);
      expect(history.stdout).toContain('session.recoverByCards');
      const back = ['recover', '--recovery-code-file', place.recoveryFile, ...place.access, '--json'];
      expect(jsonOf(runCli(back))).toMatchObject({ ok: true });
    },
    patience,
  );
});

describe('restore', () => {
  it(
    'works with the recovery code or with cards in place of a passphrase, and with only one of them',
    () => {
      const target = join(place.folder, 'stick');
      mkdirSync(target);
      const made = jsonOf<{ value: { made: { folder: string }[] } }>(
        runCli(['backup', '--to', target, ...place.access, '--json']),
      );
      const from = made.value.made[0]!.folder;
      const restore = (name: string, ...proof: string[]) =>
        runCli(['restore', '--from', from, '--base', join(place.folder, name), '--user', 'amal', ...proof, '--json']);
      expect(jsonOf(restore('by-code', '--recovery-code-file', place.recoveryFile))).toMatchObject({ ok: true });
      expect(jsonOf(restore('by-cards', ...cardFiles(3, 2)))).toMatchObject({ ok: true });
      expect(runCli(['verify', ...access(join(place.folder, 'by-cards'), place.passphraseFile)]).exitCode).toBe(0);
      expect(jsonOf(restore('by-one', ...cardFiles(3)))).toMatchObject({ error: { code: 'keys.cards-too-few' } });
      expect(existsSync(join(place.folder, 'by-one', 'keyring.json'))).toBe(false);
      expect(restore('by-both', ...cardFiles(1, 2), '--recovery-code-file', place.recoveryFile).exitCode).toBe(2);
      expect(restore('by-nothing').exitCode).toBe(2);
      const nobody = ['--user', 'nobody', ...cardFiles(1, 2), '--json'];
      expect(
        jsonOf(runCli(['restore', '--from', from, '--base', join(place.folder, 'nobody'), ...nobody])),
      ).toMatchObject({
        error: { code: 'keys.unknown-user' },
      });
    },
    patience,
  );
});

describe('secrets', () => {
  it('stand in no log and in no line of the ledger', () => {
    const logs = join(place.base, 'logs');
    const said = existsSync(logs) ? readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8')) : [];
    const history = runCli(['call', 'operations.list', ...place.access, '--json']).stdout;
    const groups = [card(1), card(2), card(3), place.recoveryFile].flatMap(
      (file) => readFileSync(file, 'utf8').match(/\b\d{6}\b/g) ?? [],
    );
    for (const group of groups.filter((one) => one !== '000000'))
      expect(`${said.join('')}${history}`).not.toContain(` ${group} `);
    expect(history).toContain('recovery.makeCards');
  });
});
