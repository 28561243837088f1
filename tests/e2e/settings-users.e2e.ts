// What each person chooses for themselves takes effect at once; who may do what, and how one gets in, is held to.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { toDigits } from '@shared/locale/digits';
import type { Calendar, Digits } from '@shared/locale/language';
import { wordsOf } from '../support/words';
import { asked, passphrase, picture } from '../support/launch';
import { button, choose, goTo, lock, openDesk, said } from '../support/desk';

const ca = { gregory: 'gregory', umalqura: 'islamic-umalqura', persian: 'persian' } as const;

/** This year as an office in Riyadh counts it. */
function yearIn(calendar: Calendar, digits: Digits): string {
  const parts = new Intl.DateTimeFormat(`en-u-ca-${ca[calendar]}-nu-latn`, {
    year: 'numeric',
    timeZone: 'Asia/Riyadh',
  });
  const year = parts.formatToParts(Date.now()).find(({ type }) => type === 'year')?.value ?? '';
  return toDigits(year, digits);
}

const secret = (page: Page): Locator => page.locator('input[type="password"]').first();

test('language, calendar, digits and theme change under the hand, and stay', async () => {
  const desk = await openDesk('en');
  const page = desk.page();
  const ar = wordsOf('ar');
  const now = page.getByRole('definition').nth(1);
  const segment = (group: string, name: string): Locator =>
    page.getByRole('radiogroup', { name: group }).getByText(name, { exact: true });
  await page.evaluate(() => Reflect.set(window, 'same', true));
  await goTo(desk, 'settings');
  await test.step('each calendar and each set of digits is used at once', async () => {
    for (const calendar of ['gregory', 'persian', 'umalqura'] as const) {
      await choose(page, desk.t('settings.calendar'), desk.t(`common.calendar-${calendar}`));
      await expect(now, calendar).toContainText(yearIn(calendar, 'latn'));
    }
    for (const digits of ['arab', 'arabext'] as const) {
      await choose(page, desk.t('settings.digits'), toDigits('1234567890', digits));
      await expect(now).toContainText(yearIn('umalqura', digits));
      await expect(page.getByRole('definition').nth(2)).toContainText(toDigits('567', digits));
    }
  });
  await test.step('the language turns the whole window round', async () => {
    await segment(desk.t('common.language'), 'العربية').click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', /^ar/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(ar('common.page-settings'));
    await page
      .getByRole('navigation', { name: ar('common.rail') })
      .getByRole('link', { name: ar('common.page-users') })
      .click();
    await expect(page.getByRole('cell').filter({ hasText: yearIn('umalqura', 'arabext') })).toBeVisible();
    await page
      .getByRole('navigation', { name: ar('common.rail') })
      .getByRole('link', { name: ar('common.page-settings') })
      .click();
  });
  const darkness = (): Promise<number> =>
    page.evaluate(() => {
      const [red = 255, green = 255, blue = 255] =
        getComputedStyle(document.body)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      return red + green + blue;
    });
  await test.step('the dark theme is dark', async () => {
    await segment(ar('settings.theme'), ar('settings.theme-light')).click();
    await expect.poll(darkness).toBeGreaterThan(600);
    await segment(ar('settings.theme'), ar('settings.theme-dark')).click();
    await expect.poll(darkness).toBeLessThan(200);
  });
  await test.step('the office says when it works, in its own digits, and what differs in Ramadan', async () => {
    const panel = page.getByRole('region', { name: ar('settings.office-hours') });
    const hours = panel.getByLabel(ar('settings.hours-of-day'));
    await hours.fill('٨-١٣، ١٢-٢٠');
    await expect(panel.getByText(ar('settings.hours-unreadable'))).toBeVisible();
    await hours.fill('٨-١٣، ١٦:٣٠-٢٠');
    await hours.blur();
    await button(ar, panel, 'settings.hours-add').click();
    const dialog = page.getByRole('dialog', { name: ar('settings.hours-add') });
    await picture(page, 'office-hours-add-ar-dark');
    await dialog.getByLabel(ar('settings.hours-of-day')).fill('١٠-١٦');
    await button(ar, dialog, 'common.save').click();
    await expect(panel.getByText('رمضان')).toBeVisible();
    await panel.scrollIntoViewIfNeeded();
    await picture(page, 'office-hours-ar-dark');
    const { site } = (await asked(page, 'settings.get', {})) as { site: { officeHours: unknown } };
    expect(site.officeHours).toMatchObject({
      daily: [
        { from: 480, to: 780 },
        { from: 990, to: 1200 },
      ],
      seasons: [{ calendar: 'umalqura', month: 9, shifts: [{ from: 600, to: 960 }] }],
    });
    await button(ar, panel, 'common.remove').click();
    await expect(panel.getByText(ar('settings.hours-no-exceptions'))).toBeVisible();
  });
  await test.step('nothing was started anew, and all of it is kept', async () => {
    expect(await page.evaluate(() => Reflect.get(window, 'same') === true)).toBe(true);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(now).toContainText(yearIn('umalqura', 'arabext'));
    expect(await darkness()).toBeLessThan(200);
  });
  await desk.launched.close();
});

test('a reader is added, signs in with their own passphrase, and is offered nothing they may not do', async () => {
  const desk = await openDesk('ar', { sample: true });
  const { t } = desk;
  const words = 'قنديل أزرق فوق سطح البحر';
  await goTo(desk, 'users');
  await button(t, desk.page(), 'users.add').click();
  const dialog = desk.page().getByRole('dialog');
  await dialog.getByLabel(t('users.display-name')).fill('خالد المنصور');
  await dialog.getByRole('textbox', { name: t('session.login') }).fill('khalid');
  await dialog.getByRole('radio', { name: t('policy.role-reader') }).check();
  await dialog.locator('input[type="password"]').nth(0).fill(words);
  await expect(button(t, dialog, 'users.add')).toBeDisabled();
  await dialog.locator('input[type="password"]').nth(1).fill(words);
  await button(t, dialog, 'users.add').click();
  await expect(desk.page().getByRole('row', { name: said('khalid', 'part') })).toContainText(t('policy.role-reader'));
  const page = await lock(desk);
  await test.step('who shares the desk says who they are', async () => {
    await page.getByText('khalid', { exact: true }).click();
    await secret(page).fill(words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible();
    await expect(
      page.getByRole('button', { name: said(t('common.person-menu', { name: 'خالد المنصور' })) }),
    ).toBeVisible();
  });
  await test.step('reading only', async () => {
    const rail = page.getByRole('navigation', { name: t('common.rail') });
    await expect(rail.getByRole('link', { name: t('common.page-import'), exact: true })).toHaveCount(0);
    await expect(page.getByRole('banner').getByRole('button', { name: t('common.new'), exact: true })).toHaveCount(0);
    await page.keyboard.press('Control+KeyN');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await rail.getByRole('link', { name: t('common.page-people'), exact: true }).click();
    await expect(button(t, page, 'people.bin')).toHaveCount(0);
    await page.getByRole('grid').getByRole('link').first().click();
    await expect(page.getByRole('tablist')).toBeVisible();
    await expect(page.getByRole('form', { name: t('activities.quick.title') })).toHaveCount(0);
    await expect(page.getByRole('button', { name: said(t('record.editField', { field: '' }), 'part') })).toHaveCount(0);
    await page.evaluate(() => (location.hash = '#/import'));
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('import.title'));
  });
  await desk.launched.close();
});

test('wrong passphrases are told plainly, then made to wait; the recovery code opens with a new passphrase', async () => {
  const desk = await openDesk('fa');
  const { t } = desk;
  const fresh = 'چهار واژه تازه برای فردا';
  const page = await lock(desk);
  await test.step('the message after a wrong one', async () => {
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await secret(page).fill(`گذرواژه نادرست ${attempt}`);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toContainText(t('errors.keys.wrong-passphrase'), { timeout: 20_000 });
      await expect(secret(page)).toHaveValue('');
      await expect(secret(page)).toBeFocused();
    }
  });
  await test.step('the fifth in a row waits, even when it would be right', async () => {
    await secret(page).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(t('errors.keys.too-many-attempts'));
    await expect(page.getByRole('timer')).toHaveText(/[۰-۹]:[۰-۹]{2}/);
    await expect(page.getByRole('navigation', { name: t('common.rail') })).toHaveCount(0);
  });
  await test.step('the recovery code', async () => {
    await button(t, page, 'session.forgotten').click();
    const fields = page.getByRole('group', { name: t('session.recovery-code') }).getByRole('textbox');
    for (const [index, group] of desk.recoveryCode.match(/\d{6}/g)!.entries()) await fields.nth(index).fill(group);
    await page.locator('input[type="password"]').nth(0).fill(fresh);
    await page.locator('input[type="password"]').nth(1).fill(fresh);
    await button(t, page, 'session.recover').click();
    await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible({ timeout: 30_000 });
  });
  await test.step('from now on the new one opens, and the old one does not', async () => {
    const again = await lock(desk, page);
    await secret(again).fill(passphrase);
    await again.keyboard.press('Enter');
    await expect(again.getByRole('alert')).toContainText(t('errors.keys.wrong-passphrase'), { timeout: 20_000 });
    await secret(again).fill(fresh);
    await again.keyboard.press('Enter');
    await expect(again.getByRole('navigation', { name: t('common.rail') })).toBeVisible();
  });
  await desk.launched.close();
});
