// Leaving in the window: everything taken out and the drill passed; then the page of the package alone, in a bare browser without a network.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron, expect, test } from '@playwright/test';
import { testFolder } from '../import/support/files';
import { button, confirmAgain, goTo, openDesk, said, type Desk } from '../support/desk';
import { asked, chooseFile, picture } from '../support/launch';

const folder = testFolder();
test.afterAll(() => folder.remove());
test.describe.configure({ timeout: 280_000, mode: 'serial' });
const leaving = folder.path('leaving');
const locked = folder.path('locked');
const password = 'velvet 9 harbour فانوس';

test('everything is taken out, and the drill shows that the office could leave today', async () => {
  const desk = await openDesk('fa', { sample: true });
  const { t } = desk;
  const page = desk.page();
  await goTo(desk, 'health');
  await expect(page.locator('[data-code="exit.none"]')).toBeVisible();
  await attach(desk, 'فانوس دریایی', folder.write('contract.txt', 'متن قرارداد'));
  const dialog = page.getByRole('dialog');
  const take = async (to: string): Promise<void> => {
    await chooseFile(desk.launched.app, to);
    await button(t, dialog, 'exports.choose').click();
    await confirmAgain(desk);
    await expect(dialog.getByText(to)).toBeVisible({ timeout: 90_000 });
  };
  await button(t, page, 'exports.exit.make').click();
  await expect(button(t, dialog, 'exports.choose')).toBeDisabled();
  await dialog.getByLabel(said(t('exports.lock.passphrase-of'), 'part')).fill(password);
  await dialog.getByLabel(said(t('session.repeat-passphrase'), 'part')).fill(password);
  await picture(page, 'exit-password-fa');
  await take(locked);
  await picture(page, 'exit-made-fa');
  await page.keyboard.press('Escape');
  await button(t, page, 'exports.exit.make').click();
  await dialog.getByText(said(t('exports.lock.open'))).click();
  await expect(dialog.getByText(said(t('exports.exit.open')))).toBeVisible();
  await picture(page, 'exit-open-fa');
  await take(leaving);
  await page.keyboard.press('Escape');
  expect(existsSync(join(leaving, 'manifest.json'))).toBe(true);
  expect(readdirSync(join(locked, 'csv')).every((name) => name.endsWith('.age'))).toBe(true);
  await button(t, page, 'exports.exit.drill').first().click();
  await expect(page.locator('[data-code="exit.good"]')).toBeVisible({ timeout: 120_000 });
  await page
    .getByText(said(t('exports.exit.sound')))
    .first()
    .scrollIntoViewIfNeeded();
  await picture(page, 'exit-drilled-fa');
  const row = page
    .getByRole('listitem')
    .filter({ hasText: said(t('exports.exit.sound'), 'part') })
    .first();
  await button(t, row, 'backups.certificate').click();
  await expect(page.getByRole('dialog').getByText(said(t('exports.exit.compared')))).toBeVisible();
  await picture(page, 'exit-certificate-fa');
  await desk.launched.close();
});

/** A person of this name, with one file. */
async function attach({ launched, page }: Desk, name: string, path: string): Promise<void> {
  const party = await asked(page(), 'parties.create', { kind: 'person', names: [{ text: name }] });
  await chooseFile(launched.app, path);
  const { files } = (await asked(page(), 'app.chooseFiles')) as { files: { token: string; name: string }[] };
  const [file] = files;
  const to = { partyId: (party as { id: string }).id };
  await asked(page(), 'attachments.add', { to, files: [{ file: file!.token, name: file!.name }] });
  await expect
    .poll(async () => JSON.stringify(await asked(page(), 'attachments.list', { of: to })))
    .toContain('contract.txt');
}

interface Reader {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** The page of a package as a stranger opens it. */
async function openReader(at: string): Promise<Reader> {
  const { ELECTRON_RUN_AS_NODE: _dropped, ...env } = process.env;
  const url = pathToFileURL(join(at, 'reader.html')).href;
  const script = resolve(import.meta.dirname, '../support/file-window.cjs');
  const userData = `--user-data-dir=${folder.path('browser')}`;
  const app = await _electron.launch({
    args: [script, userData, '--disable-gpu', url],
    env: env as Record<string, string>,
  });
  const page = await app.firstWindow();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return {
    app,
    page,
    errors,
    async close() {
      const outside = await app.evaluate(() => (globalThis as unknown as { outside: string[] }).outside);
      await app.close();
      expect(outside, 'requests that leave the disk').toEqual([]);
      expect(errors, 'errors in the page').toEqual([]);
    },
  };
}

const ready = (page: Page): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 30_000 });

test('the page of the package searches and shows everything from the disk alone, in three languages', async () => {
  const reader = await openReader(leaving);
  const { page } = reader;
  await ready(page);
  const search = page.getByRole('searchbox');
  const results = page.locator('#results li');
  const first = readFileSync(join(leaving, 'json/party.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"kind":"person"'))
    .map(
      (line) => JSON.parse(line) as { id: string; display_name: string; deleted_at: number | null; role_types: string },
    )
    .find(
      ({ deleted_at, role_types, display_name }) =>
        deleted_at === null && role_types !== '' && /[یک]/.test(display_name),
    )!;
  await page.getByRole('button', { name: 'فارسی' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  // Arabic letters and a half-space less find the Persian spelling.
  await search.fill(first.display_name.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('\u200c', ''));
  await expect(results.filter({ hasText: first.display_name }).first()).toBeVisible();
  await results.filter({ hasText: first.display_name }).first().getByRole('link').click();
  const person = page.locator('#person');
  await expect(person.getByRole('heading', { level: 2 })).toHaveText(first.display_name);
  await expect(person.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await page.screenshot({ path: resolve(import.meta.dirname, '../../out/screenshots/reader-fa.png') });
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(person.getByText('Role', { exact: true }).first()).toBeVisible();
  await page.screenshot({ path: resolve(import.meta.dirname, '../../out/screenshots/reader-en.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.screenshot({ path: resolve(import.meta.dirname, '../../out/screenshots/reader-ar-dark.png') });
  await search.fill('zzzz qqqq');
  await expect(results).toHaveCount(0);
  // Whatever a page tries to fetch or to run besides its own is refused by its own policy.
  const refused = await page.evaluate(async () => {
    const fetched = await fetch('https://example.com').then(
      () => 'fetched',
      () => 'refused',
    );
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.body.append(script);
    return [fetched, String((globalThis as { injected?: boolean }).injected)];
  });
  expect(refused).toEqual(['refused', 'undefined']);
  (reader.errors as string[]).length = 0;
  await reader.close();
});

test('the page of a package under a password opens with it alone, says when it is another, and then searches and shows everything', async () => {
  const reader = await openReader(locked);
  const { page } = reader;
  const shots = (name: string): Promise<Buffer> =>
    page.screenshot({ path: resolve(import.meta.dirname, `../../out/screenshots/${name}.png`) });
  await page.getByRole('button', { name: 'English' }).click();
  const field = page.getByLabel('Password of the package');
  await expect(page.getByRole('searchbox')).toBeHidden();
  await field.fill('another one 7 lanterns');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('The password is not right.', { exact: false })).toBeVisible({ timeout: 30_000 });
  await shots('reader-wrong-en');
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await shots('reader-locked-ar-dark');
  await page.getByRole('button', { name: 'فارسی' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await shots('reader-locked-fa');
  await page.getByLabel('گذرواژهٔ بسته').fill(password);
  await page.keyboard.press('Enter');
  await ready(page);
  await page.getByRole('searchbox').fill('فاطم');
  const [found] = await page.locator('#results li .name').allTextContents();
  await page.locator('#results li').first().getByRole('link').click();
  await expect(page.locator('#person').getByRole('heading', { level: 2 })).toHaveText(found!);
  await expect(page.locator('#person').getByRole('heading', { name: 'فعالیت' })).toBeVisible();
  await shots('reader-opened-fa');
  await page.getByRole('searchbox').fill('فانوس');
  await page.locator('#results li').first().getByRole('link').click();
  await page.getByRole('button', { name: 'English' }).click();
  const [attached] = readdirSync(join(locked, 'files'));
  await expect(page.getByText(`choose files/${attached}`)).toBeVisible();
  await page.getByLabel('contract.txt').setInputFiles(join(locked, 'files', attached!));
  const save = page.getByRole('link', { name: 'Save contract.txt' });
  await expect(save).toHaveAttribute('download', 'contract.txt');
  await shots('reader-file-en');
  await reader.close();
});

test('a hundred thousand are searched as well', async () => {
  const many = folder.path('many');
  cpSync(leaving, many, { recursive: true });
  const [indexName] = readdirSync(join(many, 'reader')).filter((name) => name.startsWith('index-'));
  const entries = JSON.parse(
    readFileSync(join(many, 'reader', indexName!), 'utf8')
      .replace(/^diwan\("i",\d+,/, '')
      .replace(/\);\s*$/, ''),
  ) as [string, string, string, number, string, string][];
  const copies = Math.ceil(100_000 / entries.length);
  for (let copy = 1; copy < copies; copy += 1) {
    const named = entries.map(([name, kind, words, file, id, city]) => [
      `${name} ${copy}`,
      kind,
      `${words}\nx${copy}x`,
      file,
      `${id}-${copy}`,
      city,
    ]);
    writeFileSync(join(many, 'reader', `index-${copy}.js`), `diwan("i",${copy},${JSON.stringify(named)});\n`);
  }
  const about = join(many, 'reader/about.js');
  const counted = readFileSync(about, 'utf8')
    .replace(/"parties":\d+/, `"parties":${entries.length * copies}`)
    .replace(/"indexFiles":\d+/, `"indexFiles":${copies}`);
  writeFileSync(about, counted);
  const reader = await openReader(many);
  await ready(reader.page);
  await reader.page.getByRole('searchbox').fill(`x${copies - 1}x`);
  await expect(reader.page.locator('#results li')).toHaveCount(Math.min(200, entries.length));
  await expect(reader.page.locator('#results li').first()).toContainText(` ${copies - 1}`);
  await reader.close();
});
