// The register and the record in the real window: many records at once with one undo, the last row of a long list, the map by keyboard, the end of a role.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { asked, createBase, launch, picture } from '../support/launch';
import type { Launched } from '../support/launch';
import { wordsOf } from '../support/words';

const go = (page: Page, place: string): Promise<void> =>
  page.evaluate((hash) => void (location.hash = `#/${hash}`), place);

async function opened(language: 'ar' | 'fa' | 'en', sample: boolean): Promise<Launched> {
  const launched = await launch({ language });
  await createBase(launched.page(), language, { sample });
  await expect(launched.page().getByRole('navigation').first()).toBeVisible();
  return launched;
}

const total = async (page: Page): Promise<number> => {
  const { count } = (await asked(page, 'parties.list', { filter: { kinds: ['organisation'] }, limit: 1 })) as {
    count: { value: number };
  };
  return count.value;
};

test('several records go to the bin by keyboard, and one undo brings all of them back', async () => {
  const t = wordsOf('fa');
  const launched = await opened('fa', true);
  const page = launched.page();
  const before = await total(page);
  await go(page, 'organisations');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(4)).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar');
  await expect(bar.getByRole('status')).toHaveText(t('people.selected', { count: 3 }));
  await picture(page, 'register-selected-fa');
  await bar.getByRole('button', { name: t('people.bulk.remove') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('people.bulk.remove') })
    .click();
  await expect(page.getByText(t('people.bulk.removed', { count: 3 }))).toBeVisible();
  expect(await total(page)).toBe(before - 3);
  await page.getByRole('button', { name: t('common.undo'), exact: true }).click();
  await expect.poll(() => total(page)).toBe(before);
  await launched.close();
});

test('the last row of a list that fits no window is reached', async () => {
  const launched = await opened('en', true);
  const page = launched.page();
  await go(page, 'people');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(4)).toBeVisible();
  await expect.poll(() => grid.getAttribute('aria-rowcount').then(Number)).toBeGreaterThan(1001);
  await grid.focus();
  await page.keyboard.press('End');
  const last = Number(await grid.getAttribute('aria-rowcount'));
  await expect(grid.locator(`[role=row][aria-rowindex="${last}"]`)).toContainText(/\p{L}{2}/u);
  await launched.close();
});

/** From whichever record of a column has the keyboard to another of it, by the arrows. */
async function walkTo(page: Page, nodes: Locator, target: number): Promise<void> {
  for (;;) {
    const at = await nodes.evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement));
    if (at === target) return;
    await page.keyboard.press(at < target ? 'ArrowDown' : 'ArrowUp');
    await expect(nodes.nth(at)).not.toBeFocused();
  }
}

test('relationships are drawn from the start side of the language and grow by keyboard', async () => {
  const launched = await opened('ar', true);
  const page = launched.page();
  const t = wordsOf('ar');
  const found = (await asked(page, 'search.find', { text: 'ليلى حداد', scopes: ['person'] })) as {
    hits: { id: string }[];
  };
  await go(page, `party/${found.hits[0]!.id}?tab=map`);
  const nodes = page.getByRole('tabpanel').locator('button[aria-current]');
  await expect(nodes.nth(1)).toBeVisible();
  const [root, child] = [await nodes.nth(0).boundingBox(), await nodes.nth(1).boundingBox()];
  expect(root!.x).toBeGreaterThan(child!.x);
  await nodes.nth(0).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(nodes.nth(0)).not.toBeFocused();
  await walkTo(
    page,
    nodes,
    await nodes.evaluateAll((all) => all.findIndex((one, at) => at > 0 && one.querySelector('.dw-said'))),
  );
  const drawn = await nodes.count();
  await page.keyboard.press('Enter');
  await expect.poll(() => nodes.count()).toBeGreaterThan(drawn);
  await picture(page, 'map-ar');
  await page.getByRole('tab', { name: t('record.tab.timeline') }).click();
  await expect(page.getByRole('feed')).toBeVisible();
  await launched.close();
});

test('a role is ended with a reason, and its story stays on the page', async () => {
  const t = wordsOf('en');
  const launched = await opened('en', false);
  const page = launched.page();
  const { id } = (await asked(page, 'parties.create', {
    kind: 'person',
    names: [{ text: 'Layla Haddad' }],
    roles: [{ type: 'customer' }],
  })) as { id: string };
  await go(page, `party/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Layla Haddad');
  const related = page.getByRole('tab', { name: t('record.tab.related') });
  if (await related.isVisible()) await related.click();
  // The name of the role itself is isolated by direction marks, so the words before it are looked for.
  await page.getByRole('button', { name: t('record.role.actions', { role: '' }).trim() }).click();
  await page.getByRole('menuitem', { name: t('record.role.end') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('record.field.reason')).fill('Moved to another city');
  await dialog.getByRole('button', { name: t('record.save') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Moved to another city').first()).toBeVisible();
  const record = (await asked(page, 'parties.get', { id })) as { roles: { stage: string; events: unknown[] }[] };
  expect(record.roles[0]).toMatchObject({ stage: 'ended' });
  await launched.close();
});
