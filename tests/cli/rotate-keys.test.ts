// `rotate-keys` on the built command line, with its threads: the base is under a new key, and everything that opened it opens it.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 240_000;
let place: Place;
beforeAll(() => {
  place = newBase(undefined, ['--sample']);
}, patience);
afterAll(() => place.remove());

interface Verified {
  readonly value: { readonly sound: boolean; readonly counts: Readonly<Record<string, number>> };
}
const verify = () => jsonOf<Verified>(runCli(['verify', ...place.access, '--json'])).value;

it(
  'encrypts everything anew; passphrase and code open it, and a backup from before is rehearsed and restored',
  () => {
    const target = join(place.folder, 'stick');
    mkdirSync(target);
    runCli(['backup', '--to', target, ...place.access]);
    // Each command of the line is an operation of its own.
    const { operation: _, ...before } = verify().counts;
    const rotated = runCli(['rotate-keys', ...place.access, '--json']);
    expect(jsonOf(rotated)).toMatchObject({ ok: true, value: { generation: 2 } });
    expect(rotated.stderr).not.toBe('');
    expect(readdirSync(place.base).filter((name) => /^data-\d+\.db$/.test(name))).toEqual(['data-2.db']);
    const after = verify();
    expect(after.sound).toBe(true);
    expect(after.counts).toMatchObject(before);
    const backup = join(target, readdirSync(target)[0]!);
    expect(runCli(['rehearse', '--from', backup, ...place.access]).exitCode).toBe(0);
    const into = join(place.folder, 'restored');
    const restore = ['restore', '--from', backup, '--base', into, '--user', 'amal', '--json'];
    expect(jsonOf(runCli([...restore, '--recovery-code-file', place.recoveryFile]))).toMatchObject({ ok: true });
    const recovered = runCli(['recover', '--recovery-code-file', place.recoveryFile, ...place.access, '--json']);
    expect(jsonOf(recovered)).toMatchObject({ ok: true });
    expect(existsSync(join(place.base, 'restore.json'))).toBe(false);
  },
  patience,
);

it('says in words what a wrong passphrase means, and changes nothing', () => {
  const wrong = runCli([
    'rotate-keys',
    '--base',
    place.base,
    '--user',
    'amal',
    '--passphrase-file',
    place.recoveryFile,
  ]);
  expect(wrong.exitCode).toBe(1);
  expect(runCli(['rotate-keys', '--base', place.base]).exitCode).toBe(2);
  expect(readdirSync(place.base)).toContain('data-2.db');
});
