// What people type lives in the encrypted base and nowhere else: not in Electron's files, temporary folders, logs or crash dumps.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { asked, createBase, enginePid, launch, passphrase, pressProgramKey, stateOf, unlock } from '../support/launch';
import { wordsOf } from '../support/words';

const canaries = {
  name: 'زقزوق القناري الفريد',
  latin: 'Canarius Uniquissimus',
  phone: '+966 50 731 9264',
  note: 'kanarienvogel-7319264 اتصل بخصوص الموعد',
  draft: 'پیش‌نویس یکتای قناری',
  search: 'zwitschermaschine 4417',
  typed: 'سطر لم يُحفظ ٩٩١٧',
};

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));

/** The forms a text may lie in: as it is, in UTF-16, and percent-encoded. */
const formsOf = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(encodeURIComponent(text)),
];

function leaks(folder: string): string[] {
  return filesUnder(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    const found = [...Object.values(canaries), passphrase].filter((text) =>
      formsOf(text).some((form) => bytes.includes(form)),
    );
    return found.map((text) => `${file.slice(folder.length)}: ${text}`);
  });
}

/** As a person does: a new record and its page, a call, a note half typed, searches found and not found. */
async function typeEverything(page: Page): Promise<void> {
  const t = wordsOf('ar');
  await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible();
  await page.keyboard.press('Control+KeyN');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('people.create.name')).fill(canaries.name);
  await dialog.getByLabel(t('people.create.phone')).fill(canaries.phone);
  await dialog.getByRole('button', { name: t('people.create.saveOpen') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(canaries.name);
  const subject = page.getByLabel(t('activities.quick.subjectLabel'), { exact: true });
  await subject.click();
  await page.keyboard.type(canaries.note);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('feed').getByText(canaries.note).first()).toBeVisible();
  const { id } = ((await asked(page, 'search.find', { text: canaries.name })) as { hits: { id: string }[] }).hits[0]!;
  await asked(page, 'parties.update', { id, set: { note: canaries.latin } });
  await expect(page.getByText(canaries.latin)).toBeVisible();
  await subject.click();
  await page.keyboard.type(canaries.draft);
  const place = await page.evaluate(() => /#\/party\/([^?]+)/.exec(location.hash)![1]!);
  const kept = async (): Promise<string> =>
    JSON.stringify(await asked(page, 'drafts.get', { key: `quick-log:${place}` }));
  await expect.poll(kept, 'the half-typed line is in the base').toContain(canaries.draft);
  for (const text of [canaries.search, canaries.name, canaries.typed]) {
    await page.keyboard.press('Control+KeyK');
    await dialog.getByRole('combobox').fill('');
    await page.keyboard.type(text);
    if (text === canaries.name) await expect(dialog.getByRole('option').first()).toBeVisible();
    if (text !== canaries.typed) await page.keyboard.press('Escape');
  }
}

test('nothing that was typed is found in any file, inside or outside the base, after use, crashes and quitting', async () => {
  const everything = mkdtempSync(join(tmpdir(), 'diwan-canary-'));
  const temporary = join(everything, 'tmp');
  mkdirSync(temporary);
  const places = { base: join(everything, 'base'), userData: join(everything, 'electron') };
  const env = {
    TMPDIR: temporary,
    XDG_CACHE_HOME: join(everything, 'cache'),
    XDG_CONFIG_HOME: join(everything, 'config'),
  };
  const launched = await launch({ ...places, env, language: 'ar' });
  await createBase(launched.page(), 'ar');

  await typeEverything(launched.page());
  expect(leaks(everything), 'while the base is open').toEqual([]);

  process.kill(await enginePid(launched.app), 'SIGABRT');
  await expect.poll(() => stateOf(launched.page())).toBe('locked');
  await asked(launched.page(), 'session.unlock', { login: 'amal', passphrase });
  const next = launched.nextPage();
  await pressProgramKey(launched.app, 'L');
  await unlock(await next);
  const page = await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
  process.kill(page, 'SIGABRT');
  await expect
    .poll(() => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.isLoading()))
    .toBe(false);
  await launched.close();

  const probe = join(temporary, 'probe');
  writeFileSync(probe, Buffer.from(`…${canaries.note}…`, 'utf16le'));
  expect(leaks(everything), 'the search itself works').toHaveLength(1);
  rmSync(probe);
  expect(filesUnder(everything).filter((file) => file.endsWith('.dmp'))).toEqual([]);
  expect(filesUnder(places.base).some((file) => /data-\d+\.db$/.test(file))).toBe(true);
  expect(leaks(everything), 'after quitting').toEqual([]);
  rmSync(everything, { recursive: true });
});
