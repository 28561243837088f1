// Emergency access in the real window: found by an exact number, opened for an hour under a red line, ended, and judged by somebody else.
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import { button, choose, goTo, inLanguage, lock, openDesk, said, settled, type Desk } from '../support/desk';
import { asked, passphrase, picture } from '../support/launch';

const NATIONAL_ID = '1012345672';
const words = 'Fainted at the desk, nobody of her doctors is here';

/** Somebody else comes to the desk, and has it in the language of the test. */
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

test('a doctor opens a patient of another in an emergency, and the privacy desk judges it', async () => {
  const first = await openDesk('en');
  try {
    await asked(first.page(), 'users.create', {
      login: 'omar',
      displayName: 'Omar Nasser',
      passphrase,
      role: 'clinic-doctor',
    });
    await asked(first.page(), 'parties.create', {
      kind: 'person',
      names: [{ text: 'سلمى الحربي' }],
      identifiers: [{ scheme: 'sa-national-id', value: NATIONAL_ID }],
      note: 'penicillin',
    });
    for (const language of languages) {
      const desk = await inLanguage(first, language);
      const { t } = desk;
      await signIn(desk, 'omar');
      const page = desk.page();
      await page
        .getByRole('banner')
        .getByRole('button', { name: said(t('common.person-menu', { name: 'Omar Nasser' })) })
        .click();
      await page.getByRole('menuitem', { name: said(t('emergencies.title')) }).click();
      const dialog = page.getByRole('dialog', { name: t('emergencies.title') });
      await dialog.getByLabel(said(t('emergencies.number'), 'part')).fill(NATIONAL_ID);
      await button(t, dialog, 'emergencies.find').click();
      await expect(dialog.getByRole('list', { name: t('emergencies.found') })).toContainText('س. ا.');
      await expect(dialog).not.toContainText('سلمى');
      await picture(page, `emergency-found-${language}`);
      await button(t, dialog, 'emergencies.this-one').click();
      await choose(dialog, t('catalogue.emergency_access.reason'), t('catalogue.emergency_access.reason.treatment'));
      await dialog.getByLabel(said(t('catalogue.emergency_access.words'), 'part')).fill(words);
      await picture(page, `emergency-reason-${language}`);
      await expectAccessible(page, 'emergency');
      await button(t, dialog, 'emergencies.open').click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('سلمى الحربي');
      const line = page.getByRole('alert').filter({ has: button(t, page, 'emergencies.end') });
      await expect(line).toContainText('سلمى الحربي');
      await settled(page);
      await picture(page, `emergency-open-${language}`);
      await button(t, line, 'emergencies.end').click();
      await expect(line).toHaveCount(0);
      await expect(page.getByText('penicillin')).toHaveCount(0);

      await signIn(desk, 'amal');
      const admin = desk.page();
      await admin.getByRole('link', { name: said(t('emergencies.look')) }).click();
      await admin.getByText(t('privacy.tab.emergencies'), { exact: true }).click();
      const entry = admin.getByRole('listitem').filter({ hasText: words });
      await expect(entry).toContainText('Omar Nasser');
      await picture(admin, `emergency-review-${language}`);
      await expectAccessible(admin, 'emergency review');
      await button(t, entry, 'emergencies.review').click();
      const judging = admin.getByRole('dialog', { name: t('emergencies.review-title') });
      await picture(admin, `emergency-judging-${language}`);
      await button(t, judging, 'record.save').click();
      await expect(entry).toHaveCount(0);
      await goTo(desk, 'home');
    }
  } finally {
    await first.launched.close();
  }
});
