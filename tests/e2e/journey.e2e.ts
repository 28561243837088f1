// The main job in a real window, in each language: make the base, write the code down and back, meet a person, log a call,
// find them by another spelling, take it back, lock and unlock.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../support/words';
import { languages } from '@shared/locale/language';
import { walkFirstRun } from '../support/first-run';
import { launch, passphrase, picture, pressProgramKey } from '../support/launch';

for (const language of languages) {
  const t = wordsOf(language);
  const button = (page: Page, id: string) => page.getByRole('button', { name: t(id), exact: true });

  test(`from nothing to a logged call, in ${language}`, async () => {
    const launched = await launch({ language });
    const page = launched.page();
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'en' ? 'ltr' : 'rtl');
    await test.step('the first run: language, office, person, the recovery code shown once and typed back', async () => {
      await walkFirstRun(page, t, (screen) => picture(page, `wizard-${screen}-${language}`));
      await page.getByText(t('wizard.sample-empty'), { exact: true }).click();
      await button(page, 'wizard.finish').click();
    });
    await test.step('a new person by keyboard', async () => {
      await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible();
      await page.keyboard.press('Control+KeyN');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      await dialog.getByLabel(t('people.create.name')).fill('فاطمة بنت سالم القحطاني');
      await dialog.getByLabel(t('people.create.phone')).fill('٠٥٠-١٢٣ ٤٥٦٧');
      await dialog.getByRole('button', { name: t('people.create.saveOpen') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('فاطمة');
    });
    await test.step('a call logged by keyboard', async () => {
      const subject = page.getByLabel(t('activities.quick.subjectLabel'), { exact: true });
      await subject.fill('شكوى تأخير موعد');
      await page.keyboard.press('Control+Enter');
      await expect(
        page.getByRole('feed').or(page.getByRole('main')).getByText('شكوى تأخير موعد').first(),
      ).toBeVisible();
      await picture(page, `record-${language}`);
    });
    await test.step('found by another spelling, by digits and by what was said', async () => {
      for (const typed of ['قحطانی', 'Fatima', '۱۲۳۴', 'تاخير']) {
        await page.keyboard.press('Control+KeyK');
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('combobox').fill(typed);
        await expect(
          dialog
            .getByRole('option')
            .filter({ hasText: /فاطمة|شكوى/ })
            .first(),
          typed,
        ).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
    });
    await test.step('Ctrl+Z takes the last operation back', async () => {
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('Control+KeyZ');
      await expect(page.getByRole('main').getByText('شكوى تأخير موعد')).toHaveCount(0);
    });
    await test.step('locked, and opened again with the passphrase', async () => {
      const next = launched.nextPage();
      await pressProgramKey(launched.app, 'L');
      const fresh = await next;
      await fresh.locator('input[type="password"]').fill(passphrase);
      await picture(fresh, `lock-${language}`);
      await fresh.keyboard.press('Enter');
      await expect(fresh.getByRole('navigation', { name: t('common.rail') })).toBeVisible();
    });
    await launched.close();
  });
}
