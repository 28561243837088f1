// The program that ships, started as a person starts it: a real window, a real base, the command line, and no way to drive it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { asked, createBase, login, passphrase, unlock } from '../support/launch';
import { launchPackaged, runShipped, shippedProgram } from '../support/packaged';

const PATIENCE_MS = 60_000;

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-packaged-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = () => launchPackaged({ userData: join(folder, 'electron'), args: ['--base', join(folder, 'base')] });

/** The packaged program as a command line; what it wrote to stdout, and its exit code. */
function commandLine(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const own = `--user-data-dir=${join(folder, 'cli')}`;
  const done = spawnSync(shippedProgram, [...sandbox, own, '--cli', ...args], {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

test('a person entered in the packaged program is found by another spelling after a restart', async () => {
  const first = await start();
  await expect(first.page.locator('html')).toHaveAttribute('lang', /ar|fa|en/);
  await createBase(first.page, 'ar');
  const person = { kind: 'person', names: [{ text: 'أحمد يحيى الشريف' }] };
  const { id } = (await asked(first.page, 'parties.create', person)) as { id: string };
  await first.close();

  const second = await start();
  await unlock(second.page);
  const found = (await asked(second.page, 'search.find', { text: 'احمد یحیی' })) as { hits: { id: string }[] };
  expect(found.hits.map((hit) => hit.id)).toContain(id);
  await second.close();
});

test('the program that ships paints its first screen and ends when it is asked to', async () => {
  const picture = join(folder, 'first.png');
  const args = ['--base', join(folder, 'base'), '--first-screenshot', picture, '--exit-after-screenshot'];
  expect(await runShipped({ userData: join(folder, 'electron'), args }, PATIENCE_MS)).toBe(0);
  expect(existsSync(picture) && readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
});

for (const flag of ['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect=0']) {
  test(`the program that ships does not start with ${flag}`, async () => {
    const code = await runShipped({ userData: join(folder, 'electron'), args: [flag] }, PATIENCE_MS);
    expect(code).toBe(2);
  });
}

test('the packaged program is its own command line: make a base, import a file, search, verify', () => {
  const [words, recovery, people] = ['words', 'recovery', 'people.csv'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(words, passphrase);
  writeFileSync(people, 'Name,Phone\nمريم الحسيني,0501234567\nJohn Carter,+971501112233\n');
  const base = ['--base', join(folder, 'base'), '--user', login, '--passphrase-file', words];
  expect(commandLine('init', ...base, '--recovery-out', recovery)).toMatchObject({ code: 0 });
  expect(commandLine('import', people, '--into', 'parties', ...base)).toMatchObject({ code: 0 });
  const search = commandLine('search', 'مریم', '--json', ...base);
  expect(search).toMatchObject({ code: 0 });
  expect(search.stdout).toContain('مريم الحسيني');
  expect(commandLine('verify', ...base)).toMatchObject({ code: 0 });
  expect(commandLine('nonsense')).toMatchObject({ code: 2 });
});
