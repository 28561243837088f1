// The key of the base changed in the window: somebody left, the page says why it matters, the passphrase proves who asks, and work goes on.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { button, confirmAgain, goTo, inLanguage, lock, openDesk, said, settled } from '../support/desk';
import { asked, passphrase, picture } from '../support/launch';

test.describe.configure({ timeout: 240_000 });

const another = 'قنديل أزرق فوق سطح البحر';

test('after somebody left, the key is changed from the page of keys; everybody gets in as before', async () => {
  const desk = await openDesk('ar', { sample: true });
  const { t } = desk;
  const page = desk.page();
  const { baseFolder } = (await asked(page, 'session.status', {})) as { baseFolder: string };
  const { id } = (await asked(page, 'users.create', { login: 'khalid', role: 'staff', passphrase: another })) as {
    id: string;
  };
  await asked(page, 'users.create', { login: 'huda', role: 'staff', passphrase: another });
  await asked(page, 'users.remove', { id });
  await goTo(desk, 'users');
  await button(t, page, 'rotation.left-offer').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('common.page-keys'));
  await settled(page);
  for (const language of ['ar', 'fa', 'en'] as const)
    for (const theme of ['light', 'dark'] as const) {
      await inLanguage(desk, language);
      await asked(page, 'settings.updateUser', { theme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await settled(page);
      await picture(page, `keys-${language}-${theme}`);
    }
  await inLanguage(desk, 'ar');
  await test.step('a wrong passphrase changes nothing', async () => {
    await button(t, page, 'rotation.change').click();
    const dialog = page.getByRole('dialog', { name: t('rotation.change-title') });
    await dialog.locator('input[type="password"]').fill('ليست هذه عبارتي أبدا');
    await button(t, dialog, 'rotation.change').click();
    await confirmAgain(desk);
    await expect(dialog).toContainText(t('errors.keys.wrong-passphrase'));
    await dialog.locator('input[type="password"]').fill(passphrase);
    await picture(page, 'keys-ask-ar');
    await button(t, dialog, 'rotation.change').click();
    await confirmAgain(desk);
    await picture(page, 'keys-changing-ar');
    await expect(dialog).toContainText(t('rotation.changed'), { timeout: 120_000 });
    await picture(page, 'keys-changed-ar');
    await button(t, dialog, 'common.done').click();
    await expect(page.getByRole('button', { name: said(t('jobs.running', { what: '' }), 'part') })).toHaveCount(0);
  });
  expect([1, 2].map((number) => existsSync(join(baseFolder, `data-${number}.db`)))).toEqual([false, true]);
  await expect(button(t, page, 'rotation.change')).toBeVisible();
  await expect(page.getByText('khalid')).toHaveCount(0);
  await goTo(desk, 'people');
  await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible();
  await goTo(desk, 'operations');
  await expect(page.getByText(t('operations.command.keys.rotate')).first()).toBeVisible();
  const locked = await lock(desk);
  await locked.getByText('huda', { exact: true }).click();
  await locked.locator('input[type="password"]').fill(another);
  await locked.keyboard.press('Enter');
  await expect(locked.getByRole('navigation', { name: said(t('common.rail')) })).toBeVisible();
  await desk.launched.close();
});

test('somebody who forgot their passphrase gets a code that opens nothing but the choice of another', async () => {
  const desk = await openDesk('ar', { sample: true });
  const { t } = desk;
  const page = desk.page();
  const own = 'چهار واژه دور از هم';
  await asked(page, 'users.create', { login: 'huda', displayName: 'هدی', role: 'staff', passphrase: another });
  await asked(page, 'users.create', { login: 'omar', displayName: 'عمر', role: 'administrator', passphrase: another });
  await goTo(desk, 'users');
  await page
    .getByRole('row', { name: said('هدی', 'part') })
    .getByRole('button', { name: said(t('users.reset-who', { name: 'هدی' })) })
    .click();
  const dialog = page.getByRole('dialog', { name: said(t('users.reset-who', { name: 'هدی' })) });
  await picture(page, 'user-reset-ar');
  await button(t, dialog, 'users.reset').click();
  const asking = page.getByRole('dialog', { name: said(t('approvals.title-two')) });
  await asking.getByRole('textbox').first().fill('نسيت هدى عبارة مرورها');
  await asking.locator('input[type="password"]').fill(passphrase);
  await button(t, asking, 'approvals.ask').click();
  await expect(button(t, asking, 'approvals.approve-here')).toBeVisible({ timeout: 20_000 });
  await asking.locator('input[type="password"]').fill(another);
  await picture(page, 'user-reset-second-ar');
  await button(t, asking, 'approvals.approve-here').click();
  const groups = dialog.locator('ol li > span:last-child');
  await expect(groups).toHaveCount(4);
  const code = (await groups.allTextContents()).join(' ');
  await picture(page, 'user-reset-code-ar');
  await button(t, dialog, 'common.done').click();
  const hers = await lock(desk);
  await hers.getByText('huda', { exact: true }).click();
  await hers.locator('input[type="password"]').fill(code);
  await hers.keyboard.press('Enter');
  const choosing = hers.getByRole('dialog');
  await expect(choosing).toContainText(t('users.handed-out'), { timeout: 20_000 });
  await expect(hers.getByRole('navigation')).toHaveCount(0);
  await picture(hers, 'user-handed-out-ar');
  await choosing.locator('input[type="password"]').nth(0).fill(code);
  await choosing.locator('input[type="password"]').nth(1).fill(own);
  await choosing.locator('input[type="password"]').nth(2).fill(own);
  await button(t, choosing, 'users.change-passphrase').click();
  await expect(hers.getByRole('navigation', { name: said(t('common.rail')) })).toBeVisible({ timeout: 20_000 });
  await expect(choosing).toHaveCount(0);
  await goTo(desk, 'people');
  await expect(hers.getByRole('grid').getByRole('link').first()).toBeVisible();
  await desk.launched.close();
});
