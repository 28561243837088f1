// The catalogue in the real window: found, added, priced, and what it would cost told with reasons; rules offer nothing that is protected.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import type { Desk } from '../support/desk';
import { button, choose, goTo, goToAddress, inLanguage, openDesk, said } from '../support/desk';
import { asked, picture } from '../support/launch';

const names = { العربية: 'فحص القلب', فارسی: 'معاینه‌ی قلب', English: 'Heart check' } as const;

async function fillNames(desk: Desk, label: string): Promise<void> {
  for (const [language, name] of Object.entries(names)) {
    const field = desk.t('common.name-in', { name: desk.t(label), language });
    await desk
      .page()
      .getByRole('dialog')
      .getByRole('textbox', { name: said(field, 'part') })
      .fill(name);
  }
}

const idOf = async (page: Page, text: string): Promise<string> =>
  ((await asked(page, 'products.list', { filter: { text } })) as { rows: { id: string }[] }).rows[0]!.id;

test('a service is added and priced in Arabic, what it would cost is told with its reason, a rule cannot ask for what is protected, and the pages stand in three languages', async () => {
  test.setTimeout(240_000);
  let desk = await openDesk('ar', { sample: true });
  const page = desk.page();
  try {
    const { t } = desk;
    await goTo(desk, 'products');
    const grid = page.getByRole('grid', { name: t('common.page-products') });
    await grid.getByText('CON-GP').waitFor();
    await expectAccessible(page, 'catalogue');
    await picture(page, 'products-ar');
    await button(t, page, 'needs.title').click();
    const unmet = page.getByRole('dialog', { name: t('needs.title') });
    await expect(unmet.getByRole('row').nth(1)).toContainText(t('needs.nothing'));
    await expectAccessible(page, 'what people need');
    await picture(page, 'needs-ar');
    await page.keyboard.press('Escape');
    await expect(unmet).toHaveCount(0);
    await page.getByRole('textbox', { name: t('products.find') }).fill('عدسات');
    await expect(grid.getByText('LEN-DA')).toBeVisible();
    await expect(grid.getByText('CON-GP')).toHaveCount(0);

    await button(t, page, 'products.new').click();
    const dialog = page.getByRole('dialog', { name: t('products.new') });
    await dialog.getByRole('textbox', { name: said(t('catalogue.product.code'), 'part') }).fill('HRT-1');
    await fillNames(desk, 'catalogue.product.names');
    await expectAccessible(page, 'new product');
    await picture(page, 'product-new-ar');
    await button(t, dialog, 'common.save').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('فحص القلب');
    await button(t, page, 'record.editField', { field: 'الأسعار العامة' }).click();
    const prices = page.getByRole('dialog', { name: 'الأسعار العامة' });
    await prices.getByRole('textbox').first().fill('٣٢٠٫٥');
    await button(t, prices, 'common.save').click();
    await expect(page.getByRole('region', { name: t('prices.ofProduct') })).toContainText(/320[.٫]50|٣٢٠٫٥٠/);

    await button(t, page, 'prices.cost').click();
    const cost = page.getByRole('dialog', { name: t('prices.cost') });
    await cost.getByRole('textbox', { name: said(t('prices.cost.add')) }).fill('POL-ACC');
    await page.getByRole('option').first().click();
    await cost
      .getByRole('textbox', { name: said(t('catalogue.product_component.quantity')) })
      .last()
      .fill('25');
    await expect(cost.getByText('الكمية ٢٠ أو أكثر')).toBeVisible();
    await expectAccessible(page, 'what it would cost');
    await picture(page, 'prices-cost-ar');
    await page.keyboard.press('Escape');

    await goTo(desk, 'settings');
    await button(t, page, 'prices.rules.add').click();
    const rule = page.getByRole('dialog', { name: t('prices.rules.add') });
    await fillNames(desk, 'catalogue.price_rule.names');
    await button(t, rule, 'prices.rules.addFact').click();
    await page.getByRole('menuitem', { name: t('prices.rules.fact-customer') }).click();
    await rule.getByRole('combobox', { name: said(t('prices.rules.fact-customer'), 'part') }).click();
    const offered = await page.getByRole('option').allTextContents();
    expect(offered).toContain(t('catalogue.party.kind'));
    for (const barred of ['party.gender', 'party.birth_on', 'party.nationality', 'party.language'])
      expect(offered).not.toContain(t(`catalogue.${barred}`));
    await page.getByRole('option', { name: t('catalogue.party.kind'), exact: true }).click();
    await choose(rule, t('prices.rules.oneOf'), t('catalogue.party.kind.organisation'));
    await rule.getByRole('textbox', { name: said(t('prices.taxes.percent'), 'part') }).fill('7.5');
    await expectAccessible(page, 'price rule');
    await picture(page, 'price-rule-ar');
    await button(t, rule, 'common.save').click();
    await expect(rule).toHaveCount(0);
    const { rules } = (await asked(page, 'priceRules.list')) as { rules: { condition: unknown; effect: unknown }[] };
    expect(rules.at(-1)).toMatchObject({
      condition: { all: [{ fact: 'customer', field: 'party.kind', in: ['organisation'] }] },
      effect: { kind: 'percent', by: -750 },
    });
    await picture(page, 'prices-settings-ar');

    const [laser, kit] = [await idOf(page, 'EYE-LAS'), await idOf(page, 'PKG-CHK')];
    desk = await inLanguage(desk, 'fa');
    await goToAddress(page, `product/${laser}`);
    await expect(page.getByText('در دسترس در همه‌ی ساعت‌ها')).toBeVisible();
    await expectAccessible(page, 'a service');
    await picture(page, 'product-fa');
    desk = await inLanguage(desk, 'en');
    await asked(page, 'settings.updateUser', { theme: 'dark' });
    await goToAddress(page, `product/${kit}`);
    await expect(page.getByRole('link', { name: 'Vitamin D test' })).toBeVisible();
    await expectAccessible(page, 'a bundle', 'colours');
    await picture(page, 'product-bundle-en-dark');
    await goTo(desk, 'products');
    await page.getByRole('grid').getByText('CON-GP').waitFor();
    await picture(page, 'products-en-dark');
  } finally {
    await desk.launched.close();
  }
});
