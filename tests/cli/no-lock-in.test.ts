// No lock-in, proven: the paper, the `age` tool and a SQLCipher of another project's making read everything, without this program.
import { Database } from '@signalapp/sqlcipher';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 240_000;
let place: Place;
beforeAll(() => {
  place = newBase(undefined, ['--sample']);
}, patience);
afterAll(() => place.remove());

interface Verified {
  readonly value: {
    readonly counts: Readonly<Record<string, number>>;
    readonly chain: { readonly operations: number };
  };
}

/** A folder with the three files that the sheet names, and nothing of ours. */
function handedOver(from: string, database: string): string {
  const folder = join(place.folder, `stranger-${readdirSync(place.folder).length}`);
  mkdirSync(folder);
  for (const file of ['recovery-code.age', 'recovery-key.age']) copyFileSync(join(from, file), join(folder, file));
  copyFileSync(join(from, database), join(folder, 'data.db'));
  return folder;
}

/** Line two of the sheet. The tool takes a passphrase from a terminal only, which `script` is; it is installed on every Debian. */
function decryptByTool(folder: string): string {
  const digits = readFileSync(place.recoveryFile, 'utf8').replace(/\D/g, '');
  const ran = spawnSync('script', ['-qec', 'age -d -i recovery-code.age -o key.sql recovery-key.age', '/dev/null'], {
    cwd: folder,
    input: `${digits}\n`,
    encoding: 'utf8',
  });
  expect(ran.stdout).not.toContain('error');
  return readFileSync(join(folder, 'key.sql'), 'utf8');
}

async function decryptByLibrary(folder: string): Promise<string> {
  const opener = new Decrypter();
  opener.addPassphrase(readFileSync(place.recoveryFile, 'utf8').replace(/\D/g, ''));
  const identity = await opener.decrypt(readFileSync(join(folder, 'recovery-code.age')), 'text');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity.trim());
  return decrypter.decrypt(readFileSync(join(folder, 'recovery-key.age')), 'text');
}

const recovered = (folder: string): string | Promise<string> =>
  process.platform === 'linux' ? decryptByTool(folder) : decryptByLibrary(folder);

/** Line three. */
function countsIn(file: string, keyScript: string, tables: readonly string[]): Record<string, number> {
  const database = new Database(file);
  try {
    database.exec(keyScript);
    const count = (table: string) => database.prepare(`select count(*) as n from "${table}"`).get<{ n: number }>()!.n;
    return Object.fromEntries(tables.map((table) => [table, count(table)]));
  } finally {
    database.close();
  }
}

describe('without this program', () => {
  it(
    'the recovery code opens the base, and every table counts what the program itself counted',
    async () => {
      const verified = jsonOf<Verified>(runCli(['verify', ...place.access, '--json'])).value;
      const folder = handedOver(place.base, 'data-1.db');
      const script = await recovered(folder);
      expect(verified.counts['party']).toBeGreaterThan(1000);
      const found = countsIn(join(folder, 'data.db'), script, [...Object.keys(verified.counts), 'operation']);
      // Asking was an operation of its own: the base was unlocked and locked for it, before and after it was counted.
      expect(found).toMatchObject(verified.counts);
      expect(found['operation']).toBeGreaterThanOrEqual(verified.chain.operations);
      expect(await decryptByLibrary(folder)).toBe(script);
    },
    patience,
  );

  it(
    'so does a backup, by the files in its folder and what its README says',
    async () => {
      const target = join(place.folder, 'stick');
      mkdirSync(target);
      const made = jsonOf<{ value: { made: { folder: string }[] } }>(
        runCli(['backup', '--to', target, ...place.access, '--json']),
      );
      const backup = made.value.made[0]!.folder;
      const manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as {
        counts: Record<string, number>;
      };
      expect(readFileSync(join(backup, 'README.txt'), 'utf8')).toContain(
        'age -d -i recovery-code.age -o key.sql recovery-key.age',
      );
      const folder = handedOver(backup, 'data.db');
      const script = await recovered(folder);
      expect(countsIn(join(folder, 'data.db'), script, Object.keys(manifest.counts))).toEqual(manifest.counts);
    },
    patience,
  );

  it(
    'the holder of an age key opens it with the file that was written for it, and nobody without',
    async () => {
      const identity = await generateIdentity();
      const recipient = await identityToRecipient(identity);
      const out = join(place.folder, 'escrow.age');
      const added = runCli(['escrow', 'add', '--recipient', recipient, '--out', out, ...place.access]);
      expect(added.exitCode).toBe(0);
      expect(added.stdout).toContain('sqlcipher -init key.sql');
      writeFileSync(join(place.folder, 'identity.txt'), `${identity}\n`);
      const tool = spawnSync('age', ['-d', '-i', 'identity.txt', out], { cwd: place.folder, encoding: 'utf8' });
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const script = process.platform === 'linux' ? tool.stdout : await decrypter.decrypt(readFileSync(out), 'text');
      const folder = handedOver(place.base, 'data-1.db');
      expect(countsIn(join(folder, 'data.db'), script, ['party'])['party']).toBeGreaterThan(1000);
      expect(() => countsIn(join(folder, 'data.db'), script.replace(/'[0-9a-f]/, "'x"), ['party'])).toThrow();
      expect(jsonOf(runCli(['escrow', 'list', ...place.access, '--json']))).toMatchObject({ value: [{ recipient }] });
    },
    patience,
  );
});
