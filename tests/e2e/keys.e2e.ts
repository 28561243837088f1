// The key of the base changed in the window: somebody left, the page says why it matters, the passphrase proves who asks, and work goes on.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { button, goTo, inLanguage, lock, openDesk, said, settled } from '../support/desk';
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
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type="password"]').fill('ليست هذه عبارتي أبدا');
    await button(t, dialog, 'rotation.change').click();
    await expect(dialog).toContainText(t('errors.keys.wrong-passphrase'));
    await dialog.locator('input[type="password"]').fill(passphrase);
    await picture(page, 'keys-ask-ar');
    await button(t, dialog, 'rotation.change').click();
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
