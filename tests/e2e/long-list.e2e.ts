// The register of a large office, twenty thousand people in one window: its end by key and by wheel, its columns, stretches of it.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Desk } from '../support/desk';
import { button, goTo, openDesk, said } from '../support/desk';
import { asked, picture } from '../support/launch';

const PARTIES = Number(process.env['DIWAN_LIST_PARTIES'] ?? 20_000);

const opened: { desk: Desk | null } = { desk: null };
const desk = (): Desk => opened.desk!;
const page = (): Page => desk().page();
const grid = (): Locator => page().getByRole('grid');

/** The row of this number in the whole list, from 1. */
const rowAt = (number: number): Locator => grid().locator(`[role=row][aria-rowindex="${number + 1}"]`);

const chosen = (count: number) =>
  expect(page().getByRole('toolbar').getByRole('status')).toHaveText(said(desk().t('people.selected', { count })));

const people = async (): Promise<number> =>
  ((await asked(page(), 'parties.index', { filter: { kinds: ['person'] }, language: 'fa' })) as { total: number })
    .total;

/** The last one in the order of the list, as the engine knows it. */
async function lastName(): Promise<string> {
  const { rows } = (await asked(page(), 'parties.list', {
    filter: { kinds: ['person'] },
    sort: { by: 'name', direction: 'descending' },
    language: 'fa',
    limit: 1,
  })) as { rows: { displayName: string }[] };
  return rows[0]!.displayName;
}

test.beforeAll(async () => {
  test.setTimeout(600_000);
  opened.desk = await openDesk('fa');
  await asked(page(), 'base.generate', { parties: PARTIES, activities: 0, seed: 1405 });
});
test.afterAll(async () => {
  await opened.desk?.launched.close();
});
test.beforeEach(async () => {
  await goTo(desk(), 'home');
  await goTo(desk(), 'people');
  await expect(rowAt(1).getByRole('link')).toBeVisible();
  await grid().focus();
});

test('the end of a list of twenty thousand is reached by the End key and by the wheel, and everybody on the way is somebody', async () => {
  const [last, name] = [await people(), await lastName()];
  expect(last).toBeGreaterThan(PARTIES / 2);
  await expect(grid()).toHaveAttribute('aria-rowcount', String(last + 1));
  const beyond = await grid().evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(beyond, 'columns that fit need no scrolling sideways').toBe(0);
  await page().keyboard.press('End');
  await expect(rowAt(last)).toContainText(name);
  await expect(rowAt(last)).toBeInViewport({ ratio: 0.9 });
  await picture(page(), 'long-list-end-fa');
  await page().keyboard.press('Home');
  await expect(rowAt(1)).toBeInViewport({ ratio: 0.9 });
  const box = (await grid().boundingBox())!;
  await page().mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const height = await grid().evaluate((element) => element.scrollHeight);
  for (let turn = 1; turn <= 4; turn += 1) {
    const before = await grid().evaluate((element) => element.scrollTop);
    await page().mouse.wheel(0, height / 3);
    if (turn < 3) await expect.poll(() => grid().evaluate((element) => element.scrollTop)).toBeGreaterThan(before);
    const middle = grid()
      .getByRole('row')
      .filter({ has: page().getByRole('gridcell') })
      .nth(12);
    await expect(middle.getByRole('link')).toBeVisible();
  }
  await expect(rowAt(last)).toContainText(name);
  await expect(rowAt(last)).toBeInViewport({ ratio: 0.9 });
});

test('columns are hidden and shown while the selection stays, and a reload shows the same ones', async () => {
  const { t } = desk();
  const heading = (column: string): Locator =>
    grid().getByRole('columnheader', { name: t(`people.column.${column}`), exact: true });
  await page().keyboard.press('Space');
  await chosen(1);
  await button(t, page(), 'common.columns').click();
  const panel = page().getByRole('dialog', { name: t('common.columns') });
  await panel.getByRole('checkbox', { name: t('people.column.city') }).uncheck();
  await expect(heading('city')).toHaveCount(0);
  await panel.getByRole('checkbox', { name: t('people.column.email') }).focus();
  await page().keyboard.press('Space');
  await expect(heading('email')).toBeVisible();
  await expect(panel.getByRole('checkbox', { name: t('people.column.name') })).toBeDisabled();
  await picture(page(), 'columns-fa');
  await page().keyboard.press('Escape');
  await chosen(1);
  await expect(rowAt(1)).toHaveAttribute('aria-selected', 'true');
  await page().reload();
  await expect(heading('email')).toBeVisible();
  await expect(heading('city')).toHaveCount(0);
  await button(t, page(), 'common.columns').click();
  await panel.getByRole('checkbox', { name: t('people.column.city') }).check();
  await panel.getByRole('checkbox', { name: t('people.column.email') }).uncheck();
  await page().keyboard.press('Escape');
  await expect(heading('city')).toBeVisible();
  await expect(heading('email')).toHaveCount(0);
});

test('a stretch to the end holds the rows nobody scrolled past, as far as one step may change', async () => {
  const last = await people();
  await page().keyboard.press('End');
  await expect(rowAt(last).getByRole('link')).toBeVisible();
  for (let up = 1; up <= 30; up += 1) await page().keyboard.press('PageUp');
  await expect(grid().locator('[role=row][data-active=true]').getByRole('link')).toBeVisible();
  await page().keyboard.press('Space');
  await chosen(1);
  const start = Number(await grid().locator('[role=row][aria-selected=true]').getAttribute('aria-rowindex')) - 1;
  expect(last - start).toBeGreaterThan(300);
  await page().keyboard.press('Shift+End');
  await chosen(last - start + 1);
  await page().keyboard.press('Shift+ArrowUp');
  await chosen(last - start);
  await page().keyboard.press('Shift+Home');
  await chosen(Math.min(10_000, start));
});

test('a stretch grows and shrinks with Shift and the arrows; Ctrl+A begins with all that is here and goes on to the limit', async () => {
  const { t } = desk();
  const bar = page().getByRole('toolbar');
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('Space');
  for (const count of [2, 3, 4]) {
    await page().keyboard.press('Shift+ArrowDown');
    await chosen(count);
  }
  await page().keyboard.press('Shift+ArrowUp');
  await chosen(3);
  await expect(rowAt(5)).toHaveAttribute('aria-selected', 'false');
  await expect(rowAt(4)).toHaveAttribute('aria-selected', 'true');
  await rowAt(8).getByRole('gridcell').first().click();
  await chosen(4);
  await rowAt(10)
    .getByRole('gridcell')
    .first()
    .click({ modifiers: ['Shift'] });
  await chosen(6);
  expect(await page().evaluate(() => String(getSelection()))).toBe('');
  await grid().focus();
  await button(t, bar, 'people.selectNone').click();
  await expect(bar).toHaveCount(0);
  await grid().focus();
  await page().keyboard.press('Control+KeyA');
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: said('10,000', 'part') }).click();
  await chosen(10_000);
  await picture(page(), 'selected-to-the-limit-fa');
});
