// Quotes in the real window: drafted with live sums, issued, put on paper as a PDF that other tools read, revised and accepted.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { factsOf, fontsOf, wordsOf } from '../paper/pdf';
import { expectAccessible } from '../support/accessible';
import type { Desk } from '../support/desk';
import { button, choose, goTo, goToAddress, inLanguage, openDesk, said } from '../support/desk';
import { asked, chooseFile, picture } from '../support/launch';

const names = (ar: string, fa: string, en: string): object => ({ ar, fa, en });

async function office(page: ReturnType<Desk['page']>): Promise<string> {
  const party = { kind: 'organisation', names: [{ text: 'شركة الخليج للتجارة' }], language: 'ar' };
  const { id: partyId } = (await asked(page, 'parties.create', party)) as { id: string };
  const tax = {
    names: names('ضريبة القيمة المضافة', 'مالیات', 'VAT'),
    included: false,
    rates: [{ from: '2020-01-01', rate: 1500 }],
  };
  const { id: taxId } = (await asked(page, 'taxes.save', tax)) as { id: string };
  const product = {
    kind: 'service',
    code: 'EXAM',
    names: names('فحص شامل', 'معاینهٔ کامل', 'Full examination'),
    taxIds: [taxId],
  };
  const { id: productId } = (await asked(page, 'products.create', product)) as { id: string };
  const book = { names: names('الأسعار العامة', 'قیمت عمومی', 'General prices'), currency: 'SAR', isDefault: true };
  const { id: bookId } = (await asked(page, 'priceBooks.save', book)) as { id: string };
  await asked(page, 'priceBooks.setPrices', { bookId, productId, prices: [{ fromQuantity: 0, price: 25_000 }] });
  return partyId;
}

test('a quote is drafted with sums that follow every line, issued, saved as a PDF in the language of its client, revised, and accepted', async () => {
  let desk: Desk = await openDesk('ar');
  const folder = mkdtempSync(join(tmpdir(), 'diwan-quote-'));
  const page = desk.page();
  const { t } = desk;
  try {
    const partyId = await office(page);
    await goTo(desk, 'quotes');
    await expectAccessible(page, 'no quotes');
    await button(t, page, 'quotes.new').click();
    const dialog = page.getByRole('dialog', { name: t('quotes.new') });
    await dialog.getByRole('textbox').first().fill('الخليج');
    await page.getByRole('option').filter({ hasText: 'شركة الخليج' }).click();
    await dialog.getByRole('textbox', { name: said(t('catalogue.quote.title'), 'part') }).fill('فحوص الموظفين');
    await button(t, dialog, 'quotes.create').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('فحوص الموظفين');

    await button(t, page, 'quotes.line.add').click();
    const line = page.getByRole('dialog', { name: t('quotes.line.add') });
    await choose(line, t('quotes.line.product'), 'فحص شامل · EXAM');
    await line.getByRole('textbox', { name: said(t('quotes.line.quantity'), 'part') }).fill('٢٠');
    await expectAccessible(page, 'a line of a quote');
    await button(t, line, 'common.save').click();
    await expect(page.getByRole('row').filter({ hasText: 'فحص شامل' })).toBeVisible();
    await expect(page.locator('dl')).toContainText('٥٬٧٥٠');

    await button(t, page, 'quotes.line.add').click();
    await line.getByRole('textbox', { name: said(t('quotes.line.text'), 'part') }).fill('زيارة الموقع');
    await line.getByRole('textbox', { name: said(t('quotes.line.unitPrice'), 'part') }).fill('250');
    await button(t, line, 'common.save').click();
    await expect(page.locator('dl')).toContainText('٦٬٠٠٠');
    await expectAccessible(page, 'a draft of a quote');
    await picture(page, 'quote-draft-ar');

    await button(t, page, 'quotes.issue').click();
    await expect(button(t, page, 'quotes.accept')).toBeVisible();
    const { rows } = (await asked(page, 'quotes.list', { filter: { partyId } })) as {
      rows: { id: string; number: string }[];
    };
    const file = join(folder, 'quote.pdf');
    await chooseFile(desk.launched.app, file);
    await button(t, page, 'quotes.pdf').click();
    await expect
      .poll(() => (sizeOf(file) > 0 ? factsOf(readFileSync(file))['Tagged'] : 'no'), { timeout: 30_000 })
      .toBe('yes');
    const pdf = readFileSync(file);
    const words = wordsOf(pdf);
    for (const text of [rows[0]!.number, 'عرض سعر', 'شركة الخليج للتجارة', 'زيارة الموقع', 'ستة آالف'])
      expect(words).toContain(text);
    expect(fontsOf(pdf).filter(({ type }) => type !== 'CID TrueType')).toEqual([]);

    desk = await inLanguage(desk, 'en');
    await button(desk.t, page, 'quotes.revise').click();
    await expect(button(desk.t, page, 'quotes.issue')).toBeVisible();
    await picture(page, 'quote-revised-en');
    await button(desk.t, page, 'quotes.issue').click();
    await button(desk.t, page, 'quotes.accept').click();
    await expect(page.getByText(desk.t('quotes.state.accepted')).first()).toBeVisible();

    desk = await inLanguage(desk, 'fa');
    await picture(page, 'quote-accepted-fa');
    await goTo(desk, 'quotes');
    await expect(page.getByRole('link', { name: 'فحوص الموظفين' })).toBeVisible();
    await expectAccessible(page, 'quotes');
    await picture(page, 'quotes-fa');
    await goToAddress(page, `party/${partyId}`);
    await expect(page.getByRole('link', { name: 'فحوص الموظفين' })).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await desk.launched.close();
  }
});

function sizeOf(file: string): number {
  try {
    return readFileSync(file).length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
