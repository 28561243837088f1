// The privacy desk in the real window: purposes and their wordings, a yes and its withdrawal on a record, and whom nobody contacts again.
import { expect, test } from '@playwright/test';
import { languages } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import { button, choose, goTo, goToAddress, inLanguage, notice, openDesk, said, type Desk } from '../support/desk';
import { asked, picture } from '../support/launch';

const client = {
  kind: 'person',
  names: [{ text: 'Salma Nasser' }],
  contactPoints: [
    { kind: 'phone', value: '0501234567' },
    { kind: 'email', value: 'salma@example.com' },
  ],
};

const openTab = ({ t, page }: Desk, tab: string): Promise<void> =>
  page()
    .getByText(t(`privacy.tab.${tab}`), { exact: true })
    .first()
    .click();

test('people are asked in words that stay, say yes and no, and are left alone when they ask for it', async () => {
  const desk = await openDesk('en', { sample: true });
  const { t } = desk;
  const page = desk.page();
  const dialog = page.getByRole('dialog');
  try {
    const { id } = (await asked(page, 'parties.create', client)) as { id: string };

    await test.step('a purpose of the office says why its interest outweighs', async () => {
      await goTo(desk, 'privacy');
      await button(t, page, 'privacy.new-purpose').click();
      for (const language of languages)
        await dialog
          .getByRole('textbox', { name: said(t('privacy.name-in', { language: t(`common.language-${language}`) })) })
          .fill(`Newsletter ${language}`);
      await choose(dialog, t('catalogue.purpose.basis'), t('catalogue.purpose.basis.legitimate-interest'));
      const save = button(t, dialog, 'record.save');
      await expect(save).toBeDisabled();
      await dialog.getByRole('textbox', { name: said(t('catalogue.purpose.balancing'), 'part') }).fill('Seldom.');
      await save.click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('Newsletter en', { exact: true }).last()).toBeVisible();
    });

    await test.step('what people are shown is written once, and followed by the next version', async () => {
      const line = page.getByRole('listitem').filter({ hasText: t('privacy.purpose.marketing') });
      // The sample office has one in each language.
      await button(t, line, 'privacy.wordings', { count: languages.length }).click();
      const field = dialog.getByRole('textbox');
      await field.fill('May we write to you about offers?');
      await button(t, dialog, 'privacy.add-wording').click();
      await expect(notice(desk, 'privacy.wording-added', { version: 2 })).toBeVisible();
      await expect(dialog.getByText('May we write to you about offers?')).toBeVisible();
      await expectAccessible(page, 'wordings');
      await page.keyboard.press('Escape');
    });

    await test.step('a yes is recorded on the record with the words that were shown, and taken back in one click', async () => {
      await goToAddress(page, `party/${id}`);
      await button(t, page, 'consent.add').click();
      await expect(dialog.getByText('May we write to you about offers?')).toBeVisible();
      await dialog.getByRole('textbox', { name: said(t('catalogue.consent_event.evidence'), 'part') }).fill('Form 7');
      await expectAccessible(page, 'record consent');
      await picture(page, 'consent-record-en');
      await button(t, dialog, 'record.save').click();
      await expect(dialog).toBeHidden();
      const consents = page.getByRole('region', { name: t('consent.title') });
      await expect(consents).toContainText(t('catalogue.consent_event.action.given'));
      await button(t, consents, 'consent.withdraw', { purpose: t('privacy.purpose.marketing') }).click();
      await expect(consents).toContainText(t('catalogue.consent_event.action.withdrawn'));
      await button(t, consents, 'consent.history', { count: 2 }).click();
      await expect(dialog).toContainText('Form 7');
      await picture(page, 'consent-history-en');
      await page.keyboard.press('Escape');
    });

    await test.step('"never contact again" marks every number, and the list knows them without showing them', async () => {
      await button(t, page, 'consent.never').click();
      await button(t, dialog, 'consent.never-confirm').click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText(t('consent.never-contacted'), { exact: true })).toHaveCount(2);
      await goTo(desk, 'privacy');
      await openTab(desk, 'suppression');
      await page.getByRole('textbox', { name: said(t('privacy.number-or-mail')) }).fill('Salma@Example.com');
      await button(t, page, 'privacy.check').click();
      await expect(page.getByRole('alert').filter({ hasText: 'It is on the list since' })).toBeVisible();
      await expect(page.getByText('salma')).toHaveCount(0);
    });

    await test.step('every part of the desk reads well in the dark, in three languages', async () => {
      await asked(page, 'settings.updateUser', { theme: 'dark' });
      for (const language of languages) {
        const theirs = await inLanguage(desk, language);
        await goTo(theirs, 'privacy');
        for (const tab of ['suppression', 'processing', 'purposes', 'requests', 'retention', 'erasures', 'breach']) {
          await openTab(theirs, tab);
          await picture(page, `privacy-${tab}-${language}`);
          await expectAccessible(page, `${tab} ${language}`);
        }
        await goToAddress(page, `party/${id}`);
        await expect(page.getByRole('region', { name: theirs.t('consent.title') })).toBeVisible();
        await picture(page, `consent-section-${language}`);
      }
    });
  } finally {
    await desk.launched.close();
  }
});
