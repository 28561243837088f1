// How the program looks to one person (size of text, density, light or dark) changes the page under the hand and is there again after a restart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { densities, textSizes, themes } from '../../src-shared/features/settings/settings.contract';
import type { Desk } from '../support/desk';
import { goTo, openDesk } from '../support/desk';
import { asked, launch, passphrase, picture } from '../support/launch';

const folder = mkdtempSync(join(tmpdir(), 'diwan-look-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pixels of a letter's em, and of a row of a list at that size. */
const ems = { normal: 16, large: 18, largest: 20 } as const;
const rows = { compact: 32, default: 36, comfortable: 44 } as const;

const choose = async (desk: Desk, what: string, value: string): Promise<void> => {
  await goTo(desk, 'settings');
  await desk
    .page()
    .getByRole('radiogroup', { name: desk.t(`settings.${what}`) })
    .getByText(desk.t(`settings.${what}-${value}`), { exact: true })
    .click();
};

const em = (page: Page): Promise<number> =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));

const darkness = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const colour = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? [];
    return 765 - colour.slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
  });

async function rowHeight(desk: Desk): Promise<number> {
  await goTo(desk, 'people');
  const row = desk.page().getByRole('grid').getByRole('row').nth(1);
  await expect(row).toBeVisible();
  return Math.round((await row.boundingBox())!.height);
}

/** Nothing reaches out of the window, in a list, in the settings and on a person's page. */
async function expectNothingCut(desk: Desk, named: string): Promise<void> {
  const page = desk.page();
  for (const place of ['people', 'settings', 'party']) {
    if (place === 'party') {
      await goTo(desk, 'people');
      await page.getByRole('grid').getByRole('link').first().click();
      await expect(page.getByRole('tablist')).toBeVisible();
    } else {
      await goTo(desk, place);
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, `${place}, ${named}`).toBeLessThanOrEqual(0);
    await picture(page, `look-${place}-${named}`);
  }
}

test('three sizes of text, three densities and light or dark change the page, and are there again after a restart', async () => {
  const places = { base: join(folder, 'base'), userData: join(folder, 'electron') };
  const desk = await openDesk('ar', places);
  const page = desk.page();
  for (const text of ['ليلى حداد', 'هند العتيبي', 'محمدعلی رضایی'])
    await asked(page, 'parties.create', { kind: 'person', names: [{ text }], roles: [{ type: 'customer' }] });
  for (const theme of themes.filter((one) => one !== 'system')) {
    await choose(desk, 'theme', theme);
    if (theme === 'dark') await expect.poll(() => darkness(page), theme).toBeGreaterThan(565);
    else await expect.poll(() => darkness(page), theme).toBeLessThan(165);
  }
  for (const size of textSizes) {
    await choose(desk, 'text-size', size);
    await expect.poll(() => em(page), size).toBe(ems[size]);
  }
  for (const density of densities) {
    await choose(desk, 'density', density);
    await expect.poll(() => rowHeight(desk), density).toBe(rows[density] * 1.25);
  }
  await expectNothingCut(desk, 'largest-dark-ar');
  await desk.launched.close();

  const launched = await launch({ ...places, language: 'ar' });
  const again: Desk = { ...desk, launched, page: () => launched.page() };
  await launched.page().locator('input[type="password"]').fill(passphrase);
  await launched.page().keyboard.press('Enter');
  await expect(launched.page().getByRole('navigation', { name: desk.t('common.rail') })).toBeVisible();
  await expect.poll(() => em(launched.page())).toBe(20);
  expect(await darkness(launched.page())).toBeGreaterThan(565);
  expect(await rowHeight(again)).toBe(55);
  await launched.close();
});
