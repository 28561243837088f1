// Every page in three languages, light and dark, against the rules of WCAG 2.2 AA that a machine can check; and a picture of each.
import { expect, test, type Page } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import { button, goToAddress, lock, openDesk, openParty, settled } from '../support/desk';
import { asked, createBase, launch, picture } from '../support/launch';
import { wordsOf, type Words } from '../support/words';

/** Pages by their addresses; `party` is a record of somebody. */
const pages = [
  '',
  'people',
  'organisations',
  'groups',
  'deals',
  'leads',
  'tasks',
  'quotes',
  'products',
  'forecast',
  'party',
  'duplicates',
  'quality',
  'import',
  'operations',
  'audit',
  'approvals',
  'users',
  'rights',
  'keys',
  'health',
  'settings',
  'about',
];

for (const language of languages) {
  test(`every page is accessible in ${language}, light and dark`, async () => {
    const launched = await launch({ language });
    const page = launched.page();
    const t = wordsOf(language);
    await expectAccessible(page, 'first run');
    await createBase(page, language, { sample: true });
    await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible();
    const found = (await asked(page, 'search.find', { text: 'ليلى حداد', scopes: ['person'] })) as {
      hits: { id: string }[];
    };
    const record = `party/${found.hits[0]!.id}`;
    for (const theme of ['light', 'dark'] as const) {
      await inTheme(page, theme);
      // Between the lights only colours differ.
      const rules = theme === 'light' ? 'all' : 'colours';
      for (const path of pages) {
        await goToAddress(page, path === 'party' ? record : path);
        await picture(page, `${path === '' ? 'today' : path}-${language}-${theme}`);
        await expectAccessible(page, `${path} ${theme}`, rules);
      }
      await page.keyboard.press('Control+KeyK');
      await page.getByRole('combobox').first().fill('محمد');
      await expect(page.getByRole('option').filter({ hasText: /محمد/ }).first()).toBeVisible();
      await picture(page, `search-${language}-${theme}`);
      await expectAccessible(page, `search ${theme}`, rules);
      await page.keyboard.press('Escape');
    }
    await launched.close();
  });
}

async function inTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await asked(page, 'settings.updateUser', { theme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
}

/** What opens over a page, and how; each is closed again. */
const dialogs: readonly { readonly path: string; readonly open: (page: Page, t: Words) => Promise<unknown> }[] = [
  {
    path: 'people',
    open: (page, t) =>
      page
        .getByRole('banner')
        .getByRole('button', { name: t('common.new'), exact: true })
        .click(),
  },
  { path: 'people', open: (page, t) => button(t, page, 'exports.open').first().click() },
  { path: 'people', open: (page) => page.keyboard.press('F1') },
  { path: 'users', open: (page, t) => button(t, page, 'users.add').click() },
  { path: 'users', open: (page, t) => button(t, page, 'users.change-passphrase').click() },
  { path: 'keys', open: (page, t) => button(t, page, 'users.renew-code').click() },
  { path: 'keys', open: (page, t) => button(t, page, 'rotation.change').click() },
];

for (const language of languages) {
  test(`every dialog and every way in is accessible in ${language}`, async () => {
    const desk = await openDesk(language, { sample: true });
    const { t, launched } = desk;
    const page = desk.page();
    for (const [index, { path, open }] of dialogs.entries()) {
      await goToAddress(page, path);
      await open(page, t);
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, `dialog ${index} of ${path}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await openParty(desk, 'ليلى حداد');
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await settled(page);
      await expectAccessible(page, `tab ${await tab.textContent()}`);
    }
    const locked = await lock(desk);
    await expect(locked.locator('input[type="password"]')).toBeVisible();
    await expectAccessible(locked, 'lock screen');
    await button(t, locked, 'session.forgotten').click();
    await expectAccessible(locked, 'ways back in');
    await launched.close();
  });
}
