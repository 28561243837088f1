// Bringing lists in through the window: a table from an old Arabic Windows, an address book, a spreadsheet; and taking it all back.
import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { countryName } from '../../src-shared/locale/country-name';
import { encodeSingleByte, testFolder } from '../import/support/files';
import { xlsxParts, zip } from '../import/support/zip';
import { chooseFile } from '../support/launch';
import type { Desk } from '../support/desk';
import { button, goTo, notice, openDesk, plain, said } from '../support/desk';

const folder = testFolder();
test.afterAll(() => folder.remove());

const GOOD = 30;
/** Rows of the file, counted from its first line, whose telephone is none. */
const badRows = [5, 17, 26];

/** What an old programme of an Arabic office writes: Windows-1256, semicolons, carriage returns. */
function oldTable(): string {
  const families = ['الحربي', 'القحطاني', 'الغامدي', 'الزهراني', 'العتيبي'];
  const lines = ['الاسم الكامل;رقم الجوال;البريد الإلكتروني;المدينة'];
  for (let row = 1; lines.length <= GOOD + badRows.length; row += 1) {
    const bad = badRows.includes(lines.length + 1);
    const phone = bad ? 'لا يوجد رقم' : `05012${String(34000 + row)}`;
    lines.push(
      `سالم بن راشد ${families[row % families.length]} ${'أبجدهوز'[row % 7]}${row};${phone};salem${row}@example.com;الرياض`,
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Chooses a file in the first step, and waits until it was read. */
async function look(desk: Desk, path: string): Promise<Locator> {
  await chooseFile(desk.launched.app, path);
  await goTo(desk, 'import');
  await button(desk.t, desk.page(), 'import.choose').click();
  const preview = desk.page().getByRole('region', { name: desk.t('import.previewLabel') });
  await expect(preview).toBeVisible();
  return preview;
}

/** The counts on the page, by part. */
async function counts(desk: Desk): Promise<Record<string, number>> {
  const shown: Record<string, number> = {};
  for (const part of ['read', 'created', 'updated', 'unchanged', 'rejected']) {
    const term = desk
      .page()
      .locator('dl > div')
      .filter({ hasText: desk.t(`import.count.${part}`) });
    shown[part] = Number(plain(await term.locator('dd').innerText()));
  }
  return shown;
}

/** From the columns to the report of the finished import. */
async function tryAndRun(desk: Desk, writing: number): Promise<void> {
  const page = desk.page();
  await button(desk.t, page, 'import.tryNow').click();
  await expect(page.getByText(desk.t('import.tryDone'))).toBeVisible();
  await button(desk.t, page, 'import.runNow', { count: writing }).click();
  await expect(page.getByRole('heading', { name: desk.t('import.report') })).toBeVisible({ timeout: 30_000 });
}

async function countOfPeople(desk: Desk): Promise<string> {
  await goTo(desk, 'people');
  const status = desk.page().getByRole('heading', { level: 1 }).locator('xpath=..').getByRole('status');
  return plain(await status.innerText());
}

test('a table in the old Arabic encoding is tried, imported, its rejected rows saved, and the whole taken back', async () => {
  const desk = await openDesk('ar');
  const { t, launched } = desk;
  const page = desk.page();
  await test.step('the letters are right without anybody choosing an encoding', async () => {
    const preview = await look(desk, folder.write('عملاء قدامى.csv', encodeSingleByte(oldTable(), 'windows-1256')));
    await expect(preview.getByRole('columnheader').first()).toHaveText('الاسم الكامل');
    await expect(preview.getByRole('cell').first()).toContainText('سالم بن راشد');
    await expect(page.getByRole('combobox', { name: t('import.encoding') })).toHaveValue(
      t('import.encoding.windows-1256'),
    );
    await expect(page.getByRole('combobox', { name: t('import.delimiter') })).toHaveValue(
      t('import.delimiter.semicolon'),
    );
    await button(t, page, 'import.next').click();
  });
  await test.step('the columns are guessed from their headings', async () => {
    const guessed = { 'الاسم الكامل': 'name.display', 'رقم الجوال': 'phone.mobile', 'البريد الإلكتروني': 'email' };
    for (const [header, target] of Object.entries(guessed)) {
      const field = page.getByRole('combobox', { name: `${t('import.target')}: ${header}` });
      await expect(field, header).toHaveValue(t(`import.target.${target}`));
    }
    await expect(page.getByRole('combobox', { name: `${t('import.target')}: المدينة` })).toHaveValue(/المدينة/);
    await button(t, page, 'import.tryNow').click();
  });
  const expected = { read: GOOD + badRows.length, created: GOOD, updated: 0, unchanged: 0, rejected: badRows.length };
  await test.step('the trial counts exactly and writes nothing', async () => {
    await expect(page.getByText(t('import.tryDone'))).toBeVisible();
    expect(await counts(desk)).toEqual(expected);
    const reasons = page.getByRole('region', { name: t('import.rejectedBy') });
    await expect(reasons.getByRole('listitem')).toHaveText([
      said(`${badRows.length} ${t('import.reason.bad-phone', { country: countryName('SA', 'ar') })}`),
    ]);
    expect(await countOfPeople(desk)).toBe(plain(t('people.count', { count: 0 })));
    await look(desk, folder.path('عملاء قدامى.csv'));
    await button(t, page, 'import.next').click();
  });
  await test.step('the import does what the trial said', async () => {
    await tryAndRun(desk, GOOD);
    expect(await counts(desk)).toEqual(expected);
  });
  await test.step('the rejected rows are saved with the reason beside each', async () => {
    const file = folder.path('مرفوضة.csv');
    await chooseFile(launched.app, file);
    await button(t, page, 'import.saveRejected').click();
    await expect(notice(desk, 'import.savedRejected', { count: badRows.length })).toBeVisible();
    const [heading, ...rows] = readFileSync(file, 'utf8').trim().split('\r\n');
    expect(heading).toContain('الاسم الكامل');
    expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(badRows);
    for (const row of rows) expect(row).toContain(t('import.reason.bad-phone', { country: countryName('SA', 'ar') }));
  });
  await test.step('one undo takes everybody away again', async () => {
    expect(await countOfPeople(desk)).toBe(plain(t('people.count', { count: GOOD })));
    await goTo(desk, 'import');
    await page.getByRole('link', { name: 'عملاء قدامى.csv' }).click();
    await button(t, page, 'import.undo').click();
    await button(t, page.getByRole('dialog'), 'import.undo').click();
    await expect(page.getByText(t('import.undone'), { exact: true }).first()).toBeVisible();
    expect(await countOfPeople(desk)).toBe(plain(t('people.count', { count: 0 })));
    await expect(page.getByText(t('people.empty.title'))).toBeVisible();
  });
  await launched.close();
});

test('an address book and a spreadsheet come in as people who can be found', async () => {
  const desk = await openDesk('en');
  const { t } = desk;
  const page = desk.page();
  await test.step('a vCard of an older phone and a newer one', async () => {
    const cards = [
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Haddad;Layla;;Dr.;\r\nFN:Layla Haddad\r\nTEL;TYPE=CELL:+966501234567\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=B3=D8=A7=D9=84=D9=85\r\nTEL;HOME:0112223333\r\nEND:VCARD',
    ];
    const preview = await look(desk, folder.write('phone.vcf', `${cards.join('\r\n')}\r\n`));
    await expect(preview).toContainText('Layla Haddad');
    await button(t, page, 'import.next').click();
    await tryAndRun(desk, 2);
    expect(await counts(desk)).toEqual({ read: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 });
    await button(t, page, 'import.seePeople').click();
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('row').filter({ hasText: 'Layla Haddad' })).toContainText(/501\s?23\s?4567/);
    await expect(grid.getByRole('row').filter({ hasText: 'سالم' })).toHaveCount(1);
  });
  await test.step('a spreadsheet', async () => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = [
      ['Full name', 'Mobile', 'City'],
      ['Omar Nasser', '0551112222', 'Jeddah'],
      ['Huda Saleh', '0553334444', 'Mecca'],
    ];
    const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
    const preview = await look(desk, folder.write('clients.xlsx', zip(xlsxParts({ sheet }))));
    await expect(preview.getByRole('row')).toHaveCount(3);
    await button(t, page, 'import.next').click();
    await tryAndRun(desk, 2);
    await button(t, page, 'import.seePeople').click();
    for (const name of ['Omar Nasser', 'Huda Saleh', 'Layla Haddad']) {
      await expect(page.getByRole('grid').getByRole('row').filter({ hasText: name })).toHaveCount(1);
    }
    await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'Omar Nasser' })).toContainText('Jeddah');
  });
  await desk.launched.close();
});

test('a table without headings is mapped by its columns', async () => {
  const desk = await openDesk('fa');
  const { t, launched } = desk;
  const page = desk.page();
  const preview = await look(
    desk,
    folder.write('بی‌عنوان.csv', 'زهرا کریمی,+989121112233,شیراز\nحسین رضایی,+989123334455,تبریز\n'),
  );
  const headings = page.getByRole('checkbox', { name: t('import.header') });
  await headings.setChecked(false);
  await expect(preview.getByRole('row')).toHaveCount(3);
  await expect(preview.getByRole('columnheader').nth(1)).toHaveText(said(t('import.columnNumber', { number: 2 })));
  await button(t, page, 'import.next').click();
  const target = (number: number): Locator =>
    page
      .getByRole('row', { name: said(t('import.columnNumber', { number }), 'part') })
      .getByRole('combobox')
      .first();
  for (const [number, name] of [
    [1, 'name.display'],
    [2, 'phone.mobile'],
    [3, 'address.home.city'],
  ] as const) {
    const words = t(`import.target.${name}`);
    // What the cells gave away is already chosen; choosing it again would take it back.
    if ((await target(number).inputValue()) !== words) {
      await target(number).click();
      await page.getByRole('option', { name: words, exact: true }).click();
    }
    await expect(target(number)).toHaveValue(words);
  }
  await tryAndRun(desk, 2);
  await button(t, page, 'import.seePeople').click();
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'حسین رضایی' })).toContainText('تبریز');
  await launched.close();
});

test('a file that is no table is refused in plain words, and the next one is taken', async () => {
  const desk = await openDesk('fa');
  const { t, launched } = desk;
  const page = desk.page();
  await chooseFile(launched.app, folder.write('تصویر.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')));
  await goTo(desk, 'import');
  await button(t, page, 'import.choose').click();
  await expect(page.getByRole('alert')).toContainText(t('errors.import.format-unknown'));
  await chooseFile(
    launched.app,
    folder.write('مشتریان.csv', 'نام و نام خانوادگی,تلفن همراه\nمریم احمدی,۰۹۱۲۳۴۵۶۷۸۹\n'),
  );
  await button(t, page, 'import.chooseOther').click();
  const preview = page.getByRole('region', { name: t('import.previewLabel') });
  await expect(preview).toContainText('مریم احمدی');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await launched.close();
});
