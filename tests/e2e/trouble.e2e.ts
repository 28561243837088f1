// What a person reads at the lock screen when something is wrong with passphrase, keys, data or folder: its own words, with what
// to do next, in three languages; and once it is put right, the base opens.
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { acquireBaseLock } from '../../src-main/db/base-lock';
import { openDatabase } from '../../src-main/db/open';
import { systemKdf } from '../../src-main/keys/kdf';
import { databaseKey, unlockWithPassphrase } from '../../src-main/keys/unlock';
import { openDesk, said } from '../support/desk';
import { login, passphrase, pressProgramKey } from '../support/launch';
import { wordsOf } from '../support/words';

const files = ['keyring.json', 'keyring.bak.json', 'data-1.db'] as const;

interface Trouble {
  readonly what: string;
  readonly code: string;
  readonly typed?: string;
  /** Answers how it is put right again, beyond bringing the files back. */
  readonly make: (base: string) => void | (() => void) | Promise<void>;
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
  { what: 'a base of a newer version', code: 'base.newer-schema', make: makeNewer },
  {
    what: 'a base that is open elsewhere',
    code: 'base.in-use',
    make(base) {
      const lock = acquireBaseLock(base);
      return () => (lock.ok ? lock.value.release() : undefined);
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

/** As a later release would leave it. */
async function makeNewer(base: string): Promise<void> {
  const clock = { now: () => Date.now() };
  const unlocked = await unlockWithPassphrase(base, { login, passphrase }, { clock, kdf: systemKdf });
  if (!unlocked.ok) throw new Error(unlocked.error.code);
  const opened = openDatabase({ file: database(base), key: databaseKey(unlocked.value.secret), mode: 'writer' });
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.pragma('user_version = 999');
  opened.value.close();
}

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
      mend?.();
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
