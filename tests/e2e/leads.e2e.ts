// Leads in the real window: from a name in the search to a deal, with a warning of who is here already, the score and its reasons, and an end.
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { button, choose, goTo, goToAddress, inLanguage, openDesk, openParty, said } from '../support/desk';
import { asked, picture } from '../support/launch';

test('somebody new who asks becomes a lead, is known again when they ask once more, answered, and a deal; another comes to nothing with a reason', async () => {
  test.setTimeout(240_000);
  let desk = await openDesk('ar');
  const page = desk.page();
  try {
    await asked(page, 'pipelines.begin', { preset: 'sales', currency: 'SAR' });
    await page.keyboard.press('Control+KeyK');
    await page.getByRole('combobox').fill('مها السبيعي');
    await page.getByRole('option', { name: said(desk.t('leads.searchCreate', { text: 'مها السبيعي' })) }).click();
    const dialog = page.getByRole('dialog', { name: desk.t('leads.new') });
    await expect(dialog.getByRole('textbox', { name: said(desk.t('people.create.name'), 'part') })).toHaveValue(
      'مها السبيعي',
    );
    await dialog.getByRole('textbox', { name: desk.t('people.create.phone') }).fill('0551234567');
    await dialog.getByRole('textbox', { name: desk.t('catalogue.lead.interest') }).fill('تأمين طبي للعائلة');
    await expectAccessible(page, 'new lead');
    await picture(page, 'lead-new-ar');
    await button(desk.t, dialog, 'leads.create').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('تأمين طبي للعائلة');

    desk = await inLanguage(desk, 'fa');
    await goTo(desk, 'leads');
    await expect(page.getByRole('row').filter({ hasText: 'مها السبيعي' })).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('KeyN');
    const again = page.getByRole('dialog', { name: desk.t('leads.new') });
    await again.getByText(desk.t('leads.who.new')).click();
    await again.getByRole('textbox', { name: said(desk.t('people.create.name'), 'part') }).fill('مها السبیعی');
    await again.getByRole('textbox', { name: desk.t('people.create.phone') }).fill('055 123 4567');
    await again.getByRole('button').filter({ hasText: 'مها السبيعي' }).click();
    await expect(again.getByText(desk.t('leads.alreadyOpen'))).toBeVisible();
    await picture(page, 'lead-known-fa');
    await again.getByRole('textbox', { name: desk.t('catalogue.lead.interest') }).fill('بیمه‌ی سفر');
    await button(desk.t, again, 'leads.create').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('بیمه‌ی سفر');
    expect(((await asked(page, 'base.counts', {})) as { parties: number }).parties).toBe(1);

    await button(desk.t, page, 'leads.contact').click();
    const contact = page.getByRole('dialog', { name: desk.t('leads.contact') });
    await contact.getByRole('textbox', { name: said(desk.t('catalogue.activity.subject'), 'part') }).fill('تماس گرفتم');
    await button(desk.t, contact, 'leads.contact').click();
    await expect(page.getByText(desk.t('catalogue.lead.state.contacted')).first()).toBeVisible();
    await button(desk.t, page, 'leads.more').click();
    await page.getByRole('menuitem', { name: desk.t('leads.disqualify') }).click();
    const why = page.getByRole('dialog', { name: desk.t('leads.disqualify') });
    await choose(why, desk.t('catalogue.lead_event.reason_id'), 'بودجه ندارد');
    await button(desk.t, why, 'leads.disqualify').click();
    await expect(page.getByText('بودجه ندارد')).toBeVisible();
    await expectAccessible(page, 'a lead that ended');
    await picture(page, 'lead-ended-fa');

    desk = await inLanguage(desk, 'en');
    await openParty(desk, 'مها السبيعي');
    const section = page.getByRole('region', { name: desk.t('common.page-leads'), exact: true });
    await section.getByRole('link', { name: 'تأمين طبي للعائلة' }).click();
    await button(desk.t, page, 'leads.qualify').click();
    const qualify = page.getByRole('dialog', { name: desk.t('leads.qualify') });
    await expectAccessible(page, 'qualify');
    await picture(page, 'lead-qualify-en');
    await button(desk.t, qualify, 'leads.qualify').click();
    await expect(page.getByRole('link', { name: desk.t('deals.cameFrom') })).toBeVisible();
    await page.getByRole('link', { name: desk.t('deals.cameFrom') }).click();
    await expect(page.getByText(desk.t('leads.becameDeal'))).toBeVisible();
  } finally {
    await desk.launched.close();
  }
});

test('the sample office has leads to look at: who waits, who is promising and why, and whose they are', async () => {
  test.setTimeout(240_000);
  let desk = await openDesk('ar', { sample: true });
  const page = desk.page();
  try {
    for (const language of ['ar', 'fa', 'en'] as const) {
      desk = await inLanguage(desk, language);
      await goTo(desk, 'leads');
      await expect(page.getByRole('row').nth(5)).toBeVisible();
      for (const theme of ['dark', 'light'] as const) {
        await asked(page, 'settings.updateUser', { theme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
        await picture(page, `leads-${language}-${theme}`);
      }
    }
    await expectAccessible(page, 'leads');
    await page.getByRole('row').nth(1).getByRole('button').click();
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(8);
    await picture(page, 'leads-why-en');
    await page.keyboard.press('Escape');
    await page
      .getByRole('columnheader', { name: desk.t('leads.score') })
      .getByRole('button')
      .click();
    await expect(page.getByRole('columnheader', { name: desk.t('leads.score') })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await button(desk.t, page, 'people.filter.add').click();
    await choose(page.getByRole('dialog'), desk.t('catalogue.lead.owner_id'), desk.t('leads.nobody'));
    await page.keyboard.press('Escape');
    await expect(page.getByText(desk.t('leads.nobody')).first()).toBeVisible();
    const { rows } = (await asked(page, 'leads.list', { filter: { states: ['talks'] } })) as { rows: { id: string }[] };
    await goToAddress(page, `lead/${rows[0]!.id}`);
    await picture(page, 'lead-en');
    await goTo(desk, 'home');
    await expect(page.getByRole('region', { name: desk.t('common.page-leads'), exact: true })).toBeVisible();
    await picture(page, 'leads-home-en');
    await goTo(desk, 'settings');
    await page.getByRole('region', { name: desk.t('common.page-leads'), exact: true }).scrollIntoViewIfNeeded();
    await picture(page, 'leads-settings-en');
  } finally {
    await desk.launched.close();
  }
});
