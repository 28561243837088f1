// What a look is for, in the real window: the role is told to ask, the record, the search and the export ask, and the log shows the answer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { readingPurposes } from '@shared/core/purpose';
import { expectAccessible } from '../support/accessible';
import {
  button,
  choose,
  confirmAgain,
  goTo,
  inLanguage,
  lock,
  openDesk,
  said,
  settled,
  type Desk,
} from '../support/desk';
import { asked, chooseFile, passphrase, picture } from '../support/launch';

const NATIONAL_ID = '1012345672';

async function signIn(desk: Desk, login: string): Promise<void> {
  const page = await lock(desk);
  await asked(page, 'session.unlock', { login, passphrase });
  await asked(page, 'settings.updateUser', {
    language: desk.language,
    theme: desk.language === 'ar' ? 'dark' : 'light',
  });
  await expect(page.locator('html')).toHaveAttribute('lang', desk.language);
  await expect(page.getByRole('navigation', { name: desk.t('common.rail') })).toBeVisible();
}

/** In the editor of the role, with its preview beside it. */
async function tellRoleToAsk(desk: Desk): Promise<void> {
  const { t } = desk;
  const page = desk.page();
  await goTo(desk, 'rights');
  await page
    .getByRole('navigation', { name: t('policy.tab.roles') })
    .getByRole('button')
    .filter({ has: page.getByText(t('policy.role-staff'), { exact: true }) })
    .click();
  await choose(page, t('policy.may.exports.run'), t('policy.scope.all'));
  for (const name of ['policy.may.exports.plain', 'purpose.role.sensitive', 'purpose.role.others'])
    await page.getByRole('switch', { name: said(t(name)) }).press('Space');
  const preview = page.getByRole('complementary', { name: t('policy.preview-title') });
  await expect(preview).toContainText(t('purpose.preview.sensitive'));
  await expect(preview).toContainText(t('purpose.preview.others'));
  await picture(page, 'purpose-role-en');
  await expectAccessible(page, 'a role that asks');
  await button(t, page, 'common.save').click();
  await confirmAgain(desk);
  await expect(page.getByText(t('policy.unsaved'))).toHaveCount(0);
}

test('a role that must say what it looks for is asked in the page, the search and before an export', async () => {
  const first = await openDesk('en');
  const folder = mkdtempSync(join(tmpdir(), 'diwan-purpose-'));
  try {
    await asked(first.page(), 'users.create', { login: 'omar', displayName: 'Omar Nasser', passphrase, role: 'staff' });
    const { id } = (await asked(first.page(), 'parties.create', {
      kind: 'person',
      names: [{ text: 'سلمى الحربي' }],
      identifiers: [{ scheme: 'sa-national-id', value: NATIONAL_ID }],
    })) as { id: string };
    await tellRoleToAsk(first);
    for (const language of languages) {
      const desk = await inLanguage(first, language);
      const { t } = desk;
      await signIn(desk, 'omar');
      const page = desk.page();
      await page.evaluate((hash) => void (location.hash = hash), `#/party/${id}`);
      const question = page.getByRole('region', { name: t('purpose.title') });
      await expect(question.getByRole('button')).toHaveCount(readingPurposes.length);
      await expect(page.getByText('سلمى')).toHaveCount(0);
      await picture(page, `purpose-record-${language}`);
      await expectAccessible(page, 'what a look is for');
      // Something else needs words; a figure on the keyboard chooses.
      await button(t, question, 'audit.purpose.other').click();
      await expect(question.getByRole('alert')).toContainText(t('errors.access.words-missing'));
      await question.getByRole('button').first().press('ArrowDown');
      await expect(question.getByRole('button').nth(1)).toBeFocused();
      await page.keyboard.press('Digit3');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('سلمى الحربي');
      await settled(page);

      await page.keyboard.press('Control+KeyK');
      const search = page.getByRole('dialog');
      await search.getByRole('combobox').fill(NATIONAL_ID);
      await expect(search.getByRole('region', { name: t('purpose.title') })).toBeVisible();
      await picture(page, `purpose-search-${language}`);
      await button(t, search, 'audit.purpose.request').press('Enter');
      await expect(search.getByRole('option').filter({ hasText: 'سلمى' })).toBeVisible();
      await page.keyboard.press('Escape');

      await goTo(desk, 'people');
      await button(t, page, 'exports.open').click();
      const exporting = page.getByRole('dialog', { name: t('exports.title') });
      await exporting.getByText(t('exports.columns.shown'), { exact: true }).click();
      await exporting.getByText(t('exports.lock.open'), { exact: true }).click();
      await chooseFile(desk.launched.app, join(folder, `${language}.csv`));
      await button(t, exporting, 'exports.choose').click();
      const asking = page.getByRole('dialog', { name: t('purpose.title') });
      await picture(page, `purpose-export-${language}`);
      await button(t, asking, 'audit.purpose.legal').click();
      await expect(asking).toHaveCount(0);
      await expect(exporting.getByText(t('exports.where'))).toBeVisible({ timeout: 60_000 });
      await page.keyboard.press('Escape');
      await expect(exporting).toHaveCount(0);

      await signIn(desk, 'amal');
      await goTo(desk, 'audit');
      await choose(desk.page(), t('purpose.filter'), t('audit.purpose.billing'));
      const rows = desk
        .page()
        .getByRole('article')
        .filter({ hasText: t('audit.purpose.billing') });
      await expect(rows.first()).toContainText('سلمى الحربي');
      await picture(desk.page(), `purpose-log-${language}`);
      await goTo(desk, 'home');
    }
  } finally {
    await first.launched.close();
    rmSync(folder, { recursive: true });
  }
});
