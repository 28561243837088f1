// The quality of records in the real window: found, mended in the row, dismissed, judged by a rule of the office, and told on a record's page.
import { expect, test } from '@playwright/test';
import type { Desk } from '../support/desk';
import { expectAccessible } from '../support/accessible';
import { asked } from '../support/launch';
import { button, choose, goTo, notice, openDesk, openParty, said } from '../support/desk';

const names = { ar: 'سلمى الحربي', fa: 'نسرین کاظمی', en: 'Nora Field' } as const;

const nameless = (text: string) => ({ kind: 'person', names: [{ text }] });

async function search(desk: Desk): Promise<void> {
  await goTo(desk, 'quality');
  await button(desk.t, desk.page(), 'quality.scan').click();
}

const rowOf = (desk: Desk, rule: string) =>
  desk
    .page()
    .getByRole('article')
    .filter({ hasText: said(desk.t(rule), 'part') });

for (const language of ['ar', 'fa', 'en'] as const) {
  test(`a finding is mended in its row, and dismissed with a reason that an undo takes back (${language})`, async () => {
    const desk = await openDesk(language);
    const { t } = desk;
    const page = desk.page();
    try {
      await asked(page, 'parties.create', nameless(names[language]));
      await search(desk);
      const row = rowOf(desk, 'quality.rule.no-contact');
      await expect(row).toContainText(names[language]);
      await expectAccessible(page, 'findings');

      await button(t, row, 'quality.dismiss').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('x');
      await button(t, dialog, 'quality.dismiss').click();
      await expect(row).toHaveCount(0);
      await notice(desk, 'quality.dismissed').getByRole('button').first().click();
      await expect(row).toHaveCount(1);

      await row.getByRole('textbox').fill('0501234567');
      await row.getByRole('textbox').press('Enter');
      await expect(row).toHaveCount(0);
      await expect(page.getByText(t('quality.empty.open'))).toBeVisible();

      await openParty(desk, names[language]);
      const meter = page.getByRole('meter');
      await expectAccessible(page, 'record');
      const before = Number(await meter.getAttribute('aria-valuenow'));
      expect(before).toBeGreaterThan(0);
      await page.getByRole('button', { name: said(t('quality.wish.city')) }).click();
      const city = page.getByRole('form', { name: said(t('catalogue.address.city')) });
      await city.getByRole('textbox').fill('الرياض');
      await city.getByRole('textbox').press('Enter');
      await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
    } finally {
      await desk.launched.close();
    }
  });
}

test('an administrator makes a rule of catalogue fields, gives it an owner, and the next search judges by it', async () => {
  const desk = await openDesk('en');
  const { t } = desk;
  const page = desk.page();
  try {
    await asked(page, 'parties.create', nameless(names.en));
    await goTo(desk, 'quality');
    await page.getByText(t('quality.tab.rules'), { exact: true }).first().click();
    await button(t, page, 'quality.new-rule').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('catalogue.quality_rule.name') }).fill('No city yet');
    await choose(dialog, t('quality.part'), t('catalogue.address'));
    await choose(dialog, t('quality.count'), t('quality.count-kind.none'));
    await choose(dialog, t('quality.field'), t('catalogue.address.city'));
    await choose(dialog, t('quality.test'), t('quality.test.filled'));
    await expectAccessible(page, 'rule');
    await button(t, dialog, 'record.save').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('bdi', { hasText: 'No city yet' })).toBeVisible();
    await expectAccessible(page, 'rules');
    await page.getByText(t('quality.tab.findings'), { exact: true }).first().click();
    await button(t, page, 'quality.scan').click();
    await expect(page.getByRole('article').filter({ hasText: 'No city yet' })).toHaveCount(1);
    await page.getByText(t('quality.tab.completeness'), { exact: true }).first().click();
    await expect(page.getByText(t('quality.all-records'))).toBeVisible();
    await expectAccessible(page, 'completeness');
  } finally {
    await desk.launched.close();
  }
});
