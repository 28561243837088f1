// A field sealed in the window: what it costs is said before, the page of keys tells who has the key, and a role that hides it reads nothing.
import { expect, test } from '@playwright/test';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { button, goTo, inLanguage, lock, openDesk, said, settled } from '../support/desk';
import { asked, passphrase, picture } from '../support/launch';

test.describe.configure({ timeout: 240_000 });

const another = 'قنديل أزرق فوق سطح البحر';

test('identity numbers are sealed; whoever has the key works on, and a role that hides them reads nothing', async () => {
  const desk = await openDesk('ar', { sample: true });
  const { t } = desk;
  const page = desk.page();
  const policy = { ...shippedRoles.staff, fields: { 'identifier.value': { mask: 'hidden' as const } } };
  const role = { name: 'مكتب الاستقبال', policy };
  const { id: roleId } = (await asked(page, 'policy.set', role)) as { id: string };
  await asked(page, 'users.create', { login: 'omar', displayName: 'عمر', role: roleId, passphrase: another });
  const number = '1098765437';
  const draft = {
    kind: 'person',
    names: [{ text: 'زبيدة القنفذاني' }],
    identifiers: [{ scheme: 'sa-national-id', value: number }],
  };
  const { id: partyId } = (await asked(page, 'parties.create', draft)) as { id: string };
  await goTo(desk, 'keys');
  await settled(page);
  await picture(page, 'sealing-open-ar');
  await button(t, page, 'sealing.seal').click();
  await expect(page.getByText(t('sealing.costs'))).toBeVisible();
  await picture(page, 'sealing-costs-ar');
  await button(t, page.getByRole('dialog'), 'sealing.seal').click();
  const asking = page.getByRole('dialog').last();
  await asking.locator('input[type="password"]').fill(passphrase);
  await picture(page, 'sealing-asking-ar');
  await asking.locator('input[type="password"]').press('Enter');
  await expect(page.getByText(t('jobs.state.done')).first()).toBeVisible({ timeout: 60_000 });
  await picture(page, 'sealing-done-ar');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(t('sealing.state.sealed'), { exact: true })).toBeVisible();
  await expect(page.getByText(said(t('sealing.without', { names: 'عمر' })))).toBeVisible();
  for (const language of ['ar', 'fa', 'en'] as const)
    for (const theme of ['light', 'dark'] as const) {
      await inLanguage(desk, language);
      await asked(page, 'settings.updateUser', { theme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await settled(page);
      await picture(page, `sealing-${language}-${theme}`);
    }
  await inLanguage(desk, 'ar');
  const record = (await asked(page, 'parties.get', { id: partyId })) as { identifiers: { value: { text: string } }[] };
  expect(record.identifiers[0]!.value.text).toBe(number);
  const his = await lock(desk);
  await his.getByText('omar', { exact: true }).click();
  await his.locator('input[type="password"]').fill(another);
  await his.keyboard.press('Enter');
  await expect(his.getByRole('navigation', { name: said(t('common.rail')) })).toBeVisible();
  const hidden = (await asked(his, 'parties.get', { id: partyId })) as typeof record;
  expect(hidden.identifiers[0]!.value.text).toBe('••••');
  await desk.launched.close();
});
