// What a person reads at the lock screen when something is wrong with passphrase, keys, data or folder: its own words, with what
// to do next, in three languages; and once it is put right, the base opens.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { confirmAgain, button, openDesk, said } from '../support/desk';
import { ask, asked, launch, login, passphrase, picture, pressProgramKey } from '../support/launch';
import { wordsOf } from '../support/words';

const files = ['keyring.json', 'keyring.bak.json', 'data-1.db'] as const;

type Mended = void | (() => void | Promise<void>);

interface Trouble {
  readonly what: string;
  readonly code: string;
  readonly typed?: string;
  /** Answers how it is put right again, beyond bringing the files back. */
  readonly make: (base: string) => Mended | Promise<Mended>;
}

const keyrings = (base: string): string[] => files.slice(0, 2).map((file) => join(base, file));
const database = (base: string): string => join(base, 'data-1.db');

const troubles: readonly Trouble[] = [
  { what: 'a wrong passphrase', code: 'keys.wrong-passphrase', typed: 'not this one at all', make: () => undefined },
  {
    what: 'a damaged key file',
    code: 'keys.keyring-damaged',
    make: (base) => keyrings(base).forEach((file) => writeFileSync(file, readFileSync(file).subarray(0, 300))),
  },
  { what: 'no key file', code: 'keys.keyring-missing', make: (base) => keyrings(base).forEach((file) => rmSync(file)) },
  {
    what: 'a damaged page',
    code: 'db.damaged',
    make(base) {
      const bytes = readFileSync(database(base));
      bytes.fill(0xa5, 100, 400);
      writeFileSync(database(base), bytes);
    },
  },
  {
    what: 'data that is not encrypted',
    code: 'db.not-encrypted',
    make: (base) =>
      writeFileSync(database(base), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192)])),
  },
  {
    what: 'a base of a newer version',
    code: 'base.newer-schema',
    make: async (base) => void (await runBeside(makeNewer, base)),
  },
  {
    what: 'a base that is open elsewhere',
    code: 'base.in-use',
    async make(base) {
      const other = await runBeside(holdOpen, base);
      return async () => {
        other.kill('SIGKILL');
        await once(other, 'exit');
      };
    },
  },
  {
    what: 'a folder that is gone',
    code: 'base.not-found',
    make(base) {
      renameSync(base, `${base} away`);
      return () => renameSync(`${base} away`, base);
    },
  },
];

const root = resolve(import.meta.dirname, '../..');
const preload = pathToFileURL(join(root, 'tests/support/typescript-child.mjs')).href;

/** Runs our own sources in a process of its own, because Playwright loads no native module; resolves at its first word. */
async function runBeside(script: string, base: string): Promise<ChildProcess> {
  const given = `const [base, login, passphrase] = ${JSON.stringify([base, login, passphrase])};
    const source = (path) => import(${JSON.stringify(pathToFileURL(root).href)} + '/src-main/' + path + '/index.ts');`;
  const options = ['--no-warnings', '--import', preload, '--input-type=module', '-e', given + script];
  const child = spawn(process.execPath, options, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const [word] = (await once(child.stdout, 'data')) as [Buffer];
  expect(String(word).trim()).toBe('done');
  return child;
}

/** As a later release would leave it. */
const makeNewer = `
  const { databaseKey, systemKdf, unlockWithPassphrase } = await source('keys');
  const { openDatabase } = await source('db');
  const unlocked = await unlockWithPassphrase(base, { login, passphrase }, { clock: Date, kdf: systemKdf });
  const key = databaseKey(unlocked.value.secret);
  const opened = openDatabase({ file: base + '/data-1.db', key, mode: 'writer' });
  opened.value.pragma('user_version = 999');
  opened.value.close();
  console.log('done');`;

const holdOpen = `
  const { acquireBaseLock } = await source('db');
  const lock = acquireBaseLock(base);
  setInterval(() => lock, 1000);
  console.log(lock.ok ? 'done' : lock.error.code);`;

test('every trouble at the lock screen has its own words and a next step, in three languages', async () => {
  test.setTimeout(180_000);
  const desk = await openDesk('ar');
  const { base, app } = desk.launched;
  const fresh = desk.launched.nextPage();
  await pressProgramKey(app, 'L');
  const page = await fresh;
  await expect(page.getByLabel(desk.t('session.passphrase'), { exact: true })).toBeVisible();
  const kept = (file: string): string => join(base, '..', `kept-${file}`);
  for (const file of files) copyFileSync(join(base, file), kept(file));
  const seen = new Set<string>();
  for (const trouble of troubles) {
    await test.step(trouble.what, async () => {
      const mend = await trouble.make(base);
      await tryToOpen(page, trouble.typed ?? passphrase);
      for (const language of languages) {
        const t = wordsOf(language);
        const words = t(`errors.${trouble.code}`);
        await page.getByRole('button', { name: t(`common.language-${language}`), exact: true }).click();
        await expect(page.getByText(said(words, 'part'))).toBeVisible();
        // What is wrong, and what to do: never one sentence alone.
        expect(words.split(/[.؟?!]\s/u).length, words).toBeGreaterThan(1);
        seen.add(words);
      }
      await mend?.();
      for (const file of files) copyFileSync(kept(file), join(base, file));
      for (const beside of ['-wal', '-shm']) rmSync(`${database(base)}${beside}`, { force: true });
    });
  }
  expect(seen.size).toBe(troubles.length * languages.length);
  await tryToOpen(page, passphrase);
  await expect(page.getByRole('navigation', { name: wordsOf('ar')('common.rail') })).toBeVisible();
  await desk.launched.close();
});

/** By the keyboard, in whatever language the screen is in now. */
async function tryToOpen(page: Page, typed: string): Promise<void> {
  const field = page.locator('input[autocomplete="current-password"]');
  await field.fill(typed);
  await field.press('Enter');
}

test('an older key file put back is announced in the open window, and made right there by an administrator', async () => {
  test.setTimeout(120_000);
  const desk = await openDesk('fa');
  const { base, app } = desk.launched;
  const old = keyrings(base).map((file) => readFileSync(file));
  await asked(desk.page(), 'users.create', { login: 'samir', role: 'staff', passphrase });
  const fresh = desk.launched.nextPage();
  await pressProgramKey(app, 'L');
  const page = await fresh;
  keyrings(base).forEach((file, index) => writeFileSync(file, old[index]!));
  await tryToOpen(page, passphrase);
  const alarm = page.getByRole('alert').filter({ hasText: said(desk.t('session.keyring-older'), 'part') });
  await expect(alarm).toBeVisible();
  await picture(page, 'keyring-alarm-fa');
  await button(desk.t, alarm, 'session.keyring-accept').click();
  await button(desk.t, page.getByRole('dialog'), 'session.keyring-accept').click();
  await confirmAgain({ t: desk.t, page: () => page });
  await expect(alarm).toHaveCount(0);
  expect(await ask(page, 'users.create', { login: 'huda', role: 'staff', passphrase })).toMatchObject({ ok: true });
  await desk.launched.close();
});

test('a base that was opened before and is not there at the next start is missing, not made anew', async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'diwan-missing-'));
  const places = { base: join(folder, 'base'), userData: join(folder, 'electron') };
  const first = await openDesk('ar', places);
  await first.launched.close();
  renameSync(places.base, `${places.base} away`);
  const second = await launch({ ...places, language: 'ar' });
  const page = second.page();
  for (const language of languages) {
    const t = wordsOf(language);
    await page.getByRole('button', { name: t(`common.language-${language}`), exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(t('session.missing-title'));
    await expect(page.getByText(places.base)).toBeVisible();
    await expect(button(t, page, 'session.missing-make')).toBeVisible();
    await picture(page, `missing-base-${language}`);
  }
  const t = wordsOf(languages.at(-1)!);
  await button(t, page, 'session.missing-again').click();
  await expect(page.getByText(t('session.missing-still'))).toBeVisible();
  await picture(page, 'missing-base-looked-en');
  renameSync(`${places.base} away`, places.base);
  await button(t, page, 'session.missing-again').click();
  await tryToOpen(page, passphrase);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await second.close();
  rmSync(folder, { recursive: true, force: true });
});
