// Backups on the command line, and every format ever released: a copy made years ago still gives the base back.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupFormat } from '../../src-main/backup';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
beforeAll(() => {
  place = newBase();
}, patience);
afterAll(() => place.remove());

const access = (base: string): string[] => [
  '--base',
  base,
  '--user',
  'amal',
  '--passphrase-file',
  place.passphraseFile,
];
const fixture = (format: number): string => resolve(import.meta.dirname, `../fixtures/backup-format-${format}`);

describe('backup, rehearse, restore', () => {
  it(
    'go round: a copy is made and verified, tried, and put into a new folder that opens',
    () => {
      const target = join(place.folder, 'stick');
      mkdirSync(target);
      const made = runCli(['backup', '--to', target, ...place.access, '--json']);
      expect(made.exitCode).toBe(0);
      const [copy] = jsonOf<{ value: { made: { folder: string }[] } }>(made).value.made;
      const tried = runCli(['rehearse', '--from', copy!.folder, ...place.access, '--json']);
      expect(jsonOf(tried)).toMatchObject({ ok: true, value: { sound: true, sameHistory: true } });
      const fresh = join(place.folder, 'fresh');
      const restored = runCli(['restore', '--from', copy!.folder, ...access(fresh), '--json']);
      expect(jsonOf(restored)).toEqual({ ok: true, value: { base: fresh, rewound: 0, erased: 0 } });
      expect(runCli(['verify', ...access(fresh)]).exitCode).toBe(0);
      expect(jsonOf(runCli(['restore', '--from', copy!.folder, ...access(fresh), '--json']))).toMatchObject({
        ok: false,
        error: { code: 'backups.base-present' },
      });
    },
    patience,
  );

  it(
    'say what is missing or wrong with the exit code the rest of the command line has',
    () => {
      for (const args of [['backup'], ['rehearse'], ['restore'], ['restore', '--from', 'x', '--as-of', 'yesterday']])
        expect(runCli([...args, ...place.access]).exitCode, args.join(' ')).toBe(2);
      const nowhere = runCli(['backup', '--to', join(place.folder, 'nowhere'), ...place.access, '--json']);
      expect(jsonOf(nowhere)).toMatchObject({ ok: false, error: { code: 'backups.folder-missing' } });
      expect(nowhere.exitCode).toBe(1);
    },
    patience,
  );
});

describe('released formats', () => {
  const formats = Array.from({ length: backupFormat }, (_, index) => index + 1);

  it.each(formats)(
    'a backup of format %i is restored by this program, and its people are found',
    (format) => {
      const base = join(place.folder, `format-${format}`);
      const restored = runCli(['restore', '--from', fixture(format), ...access(base), '--json']);
      expect(restored.stderr).not.toContain('Error');
      expect(jsonOf(restored)).toMatchObject({ ok: true });
      const verified = runCli(['verify', ...access(base), '--json']);
      const manifest = JSON.parse(readFileSync(join(fixture(format), 'manifest.json'), 'utf8')) as {
        counts: Record<string, number>;
      };
      expect(jsonOf(verified)).toMatchObject({
        ok: true,
        value: { sound: true, counts: { party: manifest.counts['party'] } },
      });
      const found = runCli(['search', 'نرگس', ...access(base), '--json']);
      expect(JSON.stringify(jsonOf(found))).toContain('نرگس کوهستانی');
    },
    patience,
  );

  it(
    'cut short, it is refused, and nothing is made',
    () => {
      const copy = join(place.folder, 'cut.diwan-backup');
      cpSync(fixture(backupFormat), copy, { recursive: true });
      truncateSync(join(copy, 'data.db'), 40_960);
      const base = join(place.folder, 'cut');
      const refused = runCli(['restore', '--from', copy, ...access(base), '--json']);
      expect(jsonOf(refused)).toMatchObject({
        ok: false,
        error: { code: 'backups.damaged', details: { file: 'data.db' } },
      });
      expect(existsSync(base) ? readdirSync(base).filter((name) => /data|keyring/.test(name)) : []).toEqual([]);
    },
    patience,
  );
});
