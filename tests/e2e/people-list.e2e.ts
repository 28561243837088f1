// The register of people as the office uses it every day: sorted, narrowed, kept as a view, selected, thrown away and brought back.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { asked } from '../support/launch';
import type { Desk } from '../support/desk';
import { button, choose, goTo, notice, openDesk, plain, said } from '../support/desk';

const rows = (page: Page): Locator =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

/** The row of this number in the whole list, from 1. */
const rowAt = (page: Page, number: number): Locator =>
  page.getByRole('grid').locator(`[role=row][aria-rowindex="${number + 1}"]`);

/** The name in a row, once the row itself has come. */
async function nameIn(row: Locator): Promise<string> {
  const cell = row.getByRole('gridcell').nth(1);
  await expect(cell.getByRole('link')).toBeVisible();
  return plain(await cell.getByRole('link').innerText());
}

/** The number at the head of the list, once it is exact: of a long list it is first said that there are more than a thousand. */
async function countShown(page: Page): Promise<number> {
  const status = page.getByRole('heading', { level: 1 }).locator('xpath=..').getByRole('status');
  await expect(status).toHaveText(/^[۰-۹]/);
  return Number(/\d+/.exec(plain(await status.innerText()))?.[0]);
}

const lastRow = async (page: Page): Promise<number> =>
  Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;

async function openPeople(): Promise<Desk> {
  const desk = await openDesk('fa', { sample: true });
  await goTo(desk, 'people');
  await expect(rows(desk.page()).first()).toBeVisible();
  return desk;
}

test('a heading sorts, the second press turns round, and the end of the list holds real people', async () => {
  const desk = await openPeople();
  const page = desk.page();
  const grid = page.getByRole('grid');
  const heading = (column: string): Locator =>
    grid.getByRole('columnheader', { name: desk.t(`people.column.${column}`), exact: true });
  const ends = async (): Promise<[string, string]> => {
    await grid.focus();
    await page.keyboard.press('Home');
    const first = await nameIn(rowAt(page, 1));
    await page.keyboard.press('End');
    return [first, await nameIn(rowAt(page, await lastRow(page)))];
  };
  await expect.poll(async () => (await lastRow(page)) === (await countShown(page))).toBe(true);
  await expect(heading('name')).toHaveAttribute('aria-sort', 'ascending');
  const [first, last] = await ends();
  expect(first).not.toBe(last);
  await heading('name').getByRole('button').click();
  await expect(heading('name')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(ends).toEqual([last, first]);
  await heading('last-activity').getByRole('button').click();
  await expect(heading('last-activity')).toHaveAttribute('aria-sort', 'descending');
  const answer = (await asked(page, 'parties.list', {
    filter: { kinds: ['person'] },
    sort: { by: 'last-activity', direction: 'descending' },
    language: 'fa',
    limit: 1,
  })) as { rows: { displayName: string }[] };
  await grid.focus();
  await page.keyboard.press('Home');
  await expect(rowAt(page, 1)).toContainText(answer.rows[0]!.displayName);
  await desk.launched.close();
});

test('filters narrow the list to what they say; they can be kept as a view, opened again and removed', async () => {
  const desk = await openPeople();
  const { t } = desk;
  const page = desk.page();
  const whole = await countShown(page);
  const patient = t('catalogue.party_role.type.patient');
  const chips = page.getByRole('button', { name: said(t('people.filter.remove', { name: t('people.filter.role') })) });
  const views = (name: string): Locator => page.getByRole('button', { name, exact: true });
  let narrow = 0;
  await test.step('by role', async () => {
    await button(t, page, 'people.filter.add').click();
    await choose(page, t('people.filter.role'), patient);
    await page.keyboard.press('Escape');
    await expect(chips).toBeVisible();
    await expect.poll(() => countShown(page)).toBeLessThan(whole);
    for (const row of await rows(page).all()) await expect(row).toContainText(patient);
  });
  await test.step('and by city', async () => {
    const patients = await countShown(page);
    const town = plain(await rowAt(page, 1).getByRole('gridcell').nth(4).innerText());
    expect(town).not.toBe('');
    await button(t, page, 'people.filter.add').click();
    await page.getByLabel(t('people.filter.city'), { exact: true }).fill(town);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => countShown(page)).toBeLessThan(patients);
    narrow = await countShown(page);
    expect(narrow).toBeGreaterThan(0);
    for (const row of await rows(page).all()) await expect(row).toContainText(town);
  });
  const city = page.getByRole('columnheader', { name: t('people.column.city') });
  const width = async (): Promise<number> => Math.round((await city.boundingBox())!.width);
  const plainWidth = await width();
  await test.step('with a column made wider: by hand, towards the left in Persian, and by the keyboard', async () => {
    const edge = (await city.locator(':scope > span[aria-hidden]').boundingBox())!;
    const at = { x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 30, at.y);
    await page.mouse.move(at.x - 60, at.y);
    await page.mouse.up();
    await expect.poll(width).toBe(plainWidth + 60);
    await button(t, page, 'common.columns').focus();
    await page.keyboard.press('Enter');
    const wider = page.getByRole('button', {
      name: said(t('common.column-wider', { column: t('people.column.city') })),
    });
    await wider.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(width).toBe(plainWidth + 84);
  });
  await test.step('kept as a view', async () => {
    await views(t('people.views')).click();
    await page.getByRole('menuitem', { name: t('people.views.save') }).click();
    await page.getByRole('dialog').getByLabel(t('people.views.name')).fill('بیماران شهر');
    await button(t, page.getByRole('dialog'), 'record.save').click();
    await expect(notice(desk, 'people.views.saved', { name: 'بیماران شهر' })).toBeVisible();
    await views('بیماران شهر').click();
    await page.getByRole('menuitem', { name: t('people.views.all') }).click();
    await expect.poll(() => countShown(page)).toBe(whole);
    await expect(chips).toHaveCount(0);
    await expect.poll(width).toBe(plainWidth);
  });
  await test.step('opened again after the window was loaded anew, and removed', async () => {
    await page.reload();
    await views(t('people.views')).click();
    await page.getByRole('menuitem', { name: 'بیماران شهر' }).click();
    await expect.poll(() => countShown(page)).toBe(narrow);
    await expect(chips).toBeVisible();
    await expect.poll(width).toBe(plainWidth + 84);
    await views('بیماران شهر').click();
    await page.getByRole('menuitem', { name: t('people.views.remove') }).click();
    await expect(notice(desk, 'people.views.removed', { name: 'بیماران شهر' })).toBeVisible();
    await views(t('people.views')).click();
    await expect(page.getByText(t('people.views.none'))).toBeVisible();
  });
  await desk.launched.close();
});

test('three people go to the bin in one step and come back by one undo, or one by one from the bin', async () => {
  const desk = await openPeople();
  const { t } = desk;
  const page = desk.page();
  const whole = await countShown(page);
  const names = [await nameIn(rowAt(page, 1)), await nameIn(rowAt(page, 2)), await nameIn(rowAt(page, 3))];
  const bar = page.getByRole('toolbar');
  const tick = (number: number): Promise<void> => rowAt(page, number).getByRole('gridcell').first().click();
  const throwAway = async (count: number): Promise<void> => {
    for (let number = 1; number <= count; number += 1) await tick(number);
    await expect(bar.getByRole('status')).toHaveText(said(t('people.selected', { count })));
    await button(t, bar, 'people.bulk.remove').click();
    const asking = page.getByRole('dialog', { name: said(t('people.bulk.confirmTitle', { count })) });
    await button(t, asking, 'people.bulk.remove').click();
    await expect(notice(desk, 'people.bulk.removed', { count })).toBeVisible();
    await expect.poll(() => countShown(page)).toBe(whole - count);
  };
  await test.step('undo in the notice brings all three back', async () => {
    await throwAway(3);
    await expect.poll(() => nameIn(rowAt(page, 1))).not.toBe(names[0]);
    await button(t, notice(desk, 'people.bulk.removed', { count: 3 }), 'common.undo').click();
    await expect.poll(() => countShown(page)).toBe(whole);
    for (const [index, name] of names.entries()) await expect.poll(() => nameIn(rowAt(page, index + 1))).toBe(name);
  });
  await test.step('the bin holds what was thrown away, and gives it back', async () => {
    await throwAway(1);
    await button(t, page, 'people.bin').click();
    await expect(page.getByText(t('people.bin.note'))).toBeVisible();
    await expect.poll(() => lastRow(page)).toBe(1);
    expect(await nameIn(rowAt(page, 1))).toBe(names[0]);
    await tick(1);
    await button(t, bar, 'people.bulk.restore').click();
    await expect(page.getByText(t('people.empty.bin'))).toBeVisible();
    await button(t, page, 'people.bin.leave').click();
    await expect.poll(() => countShown(page)).toBe(whole);
    expect(await nameIn(rowAt(page, 1))).toBe(names[0]);
  });
  await desk.launched.close();
});

test('the keyboard alone walks the list, selects and opens', async () => {
  const desk = await openPeople();
  const page = desk.page();
  const grid = page.getByRole('grid');
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(rowAt(page, 3)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar').getByRole('status')).toHaveText(said(desk.t('people.selected', { count: 2 })));
  await page.keyboard.press('Space');
  await expect(rowAt(page, 4)).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('ArrowUp');
  const name = await nameIn(rowAt(page, 3));
  const active = await grid.getAttribute('aria-activedescendant');
  await expect(rowAt(page, 3).locator(`[id="${active}"]`)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said(name));
  await desk.launched.close();
});
