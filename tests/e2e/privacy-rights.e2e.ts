// What people may ask about their own data, in the real window: a request with its clock, a hold, an erasure with its certificate, rules.
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { button, goTo, notice, openDesk, said, type Desk } from '../support/desk';
import { asked, picture } from '../support/launch';

const openTab = ({ t, page }: Desk, tab: string): Promise<void> =>
  page()
    .getByText(t(`privacy.tab.${tab}`), { exact: true })
    .first()
    .click();

for (const language of ['en', 'ar', 'fa'] as const)
  test(`somebody asks to be erased, a hold forbids it, and when it has ended nothing of them is left (${language})`, async () => {
    const desk = await openDesk(language);
    const { t } = desk;
    const page = desk.page();
    const dialog = page.getByRole('dialog');
    try {
      const { id } = (await asked(page, 'parties.create', {
        kind: 'person',
        names: [{ text: 'Zubayda Qunfudh' }],
        contactPoints: [{ kind: 'phone', value: '0501234567' }],
      })) as { id: string };
      const { id: hold } = (await asked(page, 'privacy.mark', { partyId: id, kind: 'hold', reason: 'Case 12' })) as {
        id: string;
      };

      await test.step('the request is written down with the day on which it is due', async () => {
        await goTo(desk, 'privacy');
        await openTab(desk, 'requests');
        await button(t, page, 'privacy.new-request').click();
        await dialog.getByLabel(t('catalogue.privacy_request.party_id'), { exact: true }).first().fill('Zubayda');
        await page.getByRole('option').filter({ hasText: 'Zubayda' }).first().click();
        await dialog
          .getByRole('textbox', { name: said(t('catalogue.privacy_request.identity_check'), 'part') })
          .fill('Passport');
        await picture(page, `privacy-request-${language}`);
        await button(t, dialog, 'record.save').click();
        await expect(dialog).toBeHidden();
        await expect(page.getByRole('listitem').filter({ hasText: 'Zubayda Qunfudh' })).toBeVisible();
        await picture(page, `privacy-requests-${language}`);
        await expectAccessible(page, 'requests');
      });

      await test.step('a hold stands against it and says why', async () => {
        await openTab(desk, 'erasures');
        await expect(page.getByRole('listitem').filter({ hasText: 'Case 12' })).toBeVisible();
        await picture(page, `privacy-marks-${language}`);
        await button(t, page, 'privacy.end-mark').click();
        await expect(notice(desk, 'privacy.mark-ended')).toBeVisible();
        void hold;
      });

      await test.step('the rules are listed, and none is in force before the office says so', async () => {
        await openTab(desk, 'retention');
        await expect(page.getByText(t('privacy.retention.sa-aml'), { exact: true }).first()).toBeVisible();
        await picture(page, `privacy-retention-${language}`);
        await expectAccessible(page, 'retention');
        await button(t, page, 'privacy.new-rule').click();
        await dialog.getByLabel(t('catalogue.retention_rule.name'), { exact: true }).fill('Scans of papers');
        await dialog.getByRole('combobox', { name: t('catalogue.retention_rule.about') }).click();
        await page.getByRole('option', { name: t('catalogue.retention_rule.about.attachment') }).click();
        await expect(dialog.getByRole('switch')).toBeDisabled();
        await picture(page, `privacy-rule-${language}`);
        await button(t, dialog, 'record.save').click();
        await expect(page.getByRole('listitem').filter({ hasText: 'Scans of papers' })).toContainText(
          t('catalogue.retention_rule.about.attachment'),
        );
      });

      await test.step('a lost device is told in numbers', async () => {
        await openTab(desk, 'breach');
        await page.getByRole('combobox').first().click();
        await page.getByRole('option').first().click();
        await expect(page.getByText(t('privacy.breach-save'), { exact: true })).toBeVisible();
        await picture(page, `privacy-breach-${language}`);
      });

      await test.step('the plan counts what goes, and the certificate does not say who it was', async () => {
        await asked(page, 'privacy.request', { partyId: id, kind: 'erase', identityCheck: 'Passport' });
        await openTab(desk, 'requests');
        await button(t, page, 'privacy.erase').click();
        await expect(dialog.getByText(t('privacy.plan-erase'), { exact: true })).toBeVisible();
        await picture(page, `privacy-plan-${language}`);
        await expectAccessible(page, 'plan');
        await button(t, dialog, 'privacy.erase-now').click();
        await expect(dialog.getByText(t('privacy.certificate-number'), { exact: false }).first()).toBeVisible();
        await expect(dialog).not.toContainText('Zubayda');
        await picture(page, `privacy-certificate-${language}`);
        await page.keyboard.press('Escape');
        await expect(page.getByText('Zubayda Qunfudh')).toHaveCount(0);
        await expect(page.getByText(t('privacy.somebody-erased')).first()).toBeVisible();
      });

      await test.step('a request that was open is ended by it, and the certificate is read again from there', async () => {
        await expect(page.getByText(t('catalogue.privacy_request.state.erased'), { exact: true })).toBeVisible();
        await expect(page.getByText(t('catalogue.privacy_request.state.done'), { exact: true })).toBeVisible();
        await picture(page, `privacy-requests-ended-${language}`);
        await button(t, page, 'privacy.certificate').first().click();
        await expect(dialog.getByText(t('privacy.certificate-erase'), { exact: true }).first()).toBeVisible();
      });

      await test.step('whoever types them again is told that they were erased, and is asked why', async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+KeyN');
        await dialog.getByLabel(t('people.create.name')).fill('Zubayda Qunfudh');
        await dialog.getByLabel(t('people.create.phone')).fill('050 123 4567');
        const warning = dialog.getByRole('region', { name: t('privacy.returned') });
        await expect(warning).toBeVisible();
        await dialog.getByRole('button', { name: t('people.create.saveOpen') }).click();
        await expect(dialog.getByRole('alert')).toBeVisible();
        await picture(page, `privacy-returned-${language}`);
        await expectAccessible(page, 'returned');
        await warning.getByRole('textbox').fill('Came back in person');
        await dialog.getByRole('button', { name: t('people.create.saveOpen') }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'Zubayda Qunfudh' })).toBeVisible();
      });
    } finally {
      await desk.launched.close();
    }
  });
