// Who opens the base, in one window: somebody leaves the office, a passphrase is changed, the recovery code is renewed and used.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Desk } from '../support/desk';
import { button, goTo, inLanguage, lock, notice, openDesk, openParty, said } from '../support/desk';
import { ask, asked, passphrase, picture } from '../support/launch';

const khalid = { login: 'khalid', name: 'خالد المنصور', passphrase: 'قنديل أزرق فوق سطح البحر' };
const fresh = 'سبعة طيور هادئة فوق البحيرة';
const later = 'nine lanterns along the river';

const opened: { desk: Desk | null } = { desk: null };

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  opened.desk = await openDesk('ar');
});
test.afterAll(async () => {
  await opened.desk?.launched.close();
});

const secrets = (place: Page | Locator): Locator => place.locator('input[type="password"]');

/** At the lock screen, by hand. */
async function signIn(desk: Desk, page: Page, words: string): Promise<void> {
  await secrets(page).first().fill(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: desk.t('common.rail') })).toBeVisible({ timeout: 30_000 });
}

const refusal = (desk: Desk, page: Page, id: string) =>
  expect(page.getByRole('alert').filter({ hasText: said(desk.t(`errors.${id}`), 'part') })).toBeVisible({
    timeout: 20_000,
  });

test('who is removed opens the base no more, and what they did stays under their name', async () => {
  const desk = opened.desk!;
  const { t } = desk;
  await asked(desk.page(), 'users.create', {
    login: khalid.login,
    displayName: khalid.name,
    passphrase: khalid.passphrase,
    role: 'staff',
  });
  const his = await lock(desk);
  await his.getByText(khalid.login, { exact: true }).click();
  await signIn(desk, his, khalid.passphrase);
  await asked(his, 'parties.create', { kind: 'person', names: [{ text: 'هند العتيبي' }] });
  const hers = await lock(desk);
  await hers.getByText('amal', { exact: true }).click();
  await signIn(desk, hers, passphrase);
  await goTo(desk, 'users');
  const row = hers.getByRole('row', { name: said(khalid.name, 'part') });
  await row.getByRole('button', { name: said(t('users.remove-who', { name: khalid.name })) }).click();
  const asking = hers.getByRole('dialog');
  await expect(asking).toContainText(said(t('users.remove-detail'), 'part'));
  await picture(hers, 'user-remove-ar');
  await button(t, asking, 'common.remove').click();
  await expect(row).toContainText(t('users.removed'));
  await expect(row.getByRole('button')).toHaveCount(0);
  await expect(hers.getByRole('alert')).toContainText(khalid.name);
  await picture(hers, 'user-removed-ar');
  await openParty(desk, 'هند العتيبي');
  await hers.getByRole('tab', { name: t('record.tab.history'), exact: true }).click();
  await expect(hers.getByRole('tabpanel').getByRole('article')).toContainText(khalid.name);
  await goTo(desk, 'operations');
  await expect(hers.getByRole('article').filter({ hasText: khalid.name }).first()).toBeVisible();
  const locked = await lock(desk);
  await expect(secrets(locked)).toBeVisible();
  await expect(locked.getByText(khalid.login, { exact: true })).toHaveCount(0);
  expect(await ask(locked, 'session.unlock', { login: khalid.login, passphrase: khalid.passphrase })).toMatchObject({
    ok: false,
    error: { code: 'keys.unknown-user' },
  });
  await signIn(desk, locked, passphrase);
});

test('a passphrase of one’s own is changed by whoever knows the present one; from then on only the new one opens', async () => {
  const desk = opened.desk!;
  const { t } = desk;
  const page = desk.page();
  await goTo(desk, 'users');
  await button(t, page, 'users.change-passphrase').click();
  const dialog = page.getByRole('dialog');
  const save = button(t, dialog, 'users.change-passphrase');
  await secrets(dialog).nth(0).fill('ليست هذه عبارتي أبدا');
  await secrets(dialog).nth(1).fill(fresh);
  await expect(save).toBeDisabled();
  await secrets(dialog).nth(2).fill(fresh);
  await save.click();
  await refusal(desk, page, 'keys.wrong-passphrase');
  await picture(page, 'passphrase-wrong-ar');
  await secrets(dialog).nth(0).fill(passphrase);
  await save.click();
  await expect(notice(desk, 'users.passphrase-changed')).toBeVisible({ timeout: 20_000 });
  const locked = await lock(desk);
  await secrets(locked).first().fill(passphrase);
  await locked.keyboard.press('Enter');
  await refusal(desk, locked, 'keys.wrong-passphrase');
  await signIn(desk, locked, fresh);
});

test('a new recovery code is shown until it was typed back; the old one opens nothing, the new one sets a new passphrase', async () => {
  const desk = await inLanguage(opened.desk!, 'en');
  const { t } = desk;
  const page = desk.page();
  await goTo(desk, 'keys');
  await button(t, page, 'users.renew-code').click();
  const dialog = page.getByRole('dialog');
  await secrets(dialog).fill(fresh);
  await button(t, dialog, 'users.renew-code').click();
  const sheet = dialog.getByRole('list', { name: t('session.recovery-code') }).locator('li > span:last-child');
  await expect(sheet).toHaveCount(8, { timeout: 20_000 });
  const code = await sheet.allInnerTexts();
  await page.keyboard.press('Escape');
  await expect(sheet.first(), 'a code that is shown once is not lost by a slip').toBeVisible();
  await picture(page, 'code-renewed-en');
  await button(t, dialog, 'wizard.code-written').click();
  const typed = dialog.getByRole('group', { name: t('session.recovery-code') }).getByRole('textbox');
  for (const [index, group] of code.entries()) await typed.nth(index).fill(group);
  await typed.nth(2).fill(code[3]!);
  await button(t, dialog, 'wizard.confirm').click();
  await refusal(desk, page, 'keys.wrong-recovery-code');
  await picture(page, 'code-mistyped-en');
  await typed.nth(2).fill(code[2]!);
  await button(t, dialog, 'wizard.confirm').click();
  await expect(notice(desk, 'users.code-renewed')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  const locked = await lock(desk);
  await button(t, locked, 'session.forgotten').click();
  const fields = locked.getByRole('group', { name: t('session.recovery-code') }).getByRole('textbox');
  const old = desk.recoveryCode.match(/\d{6}/g)!;
  for (const [index, group] of old.entries()) await fields.nth(index).fill(group);
  for (const at of [0, 1]) await secrets(locked).nth(at).fill(later);
  await button(t, locked, 'session.recover').click();
  await refusal(desk, locked, 'keys.wrong-recovery-code');
  for (const [index, group] of code.entries()) await fields.nth(index).fill(group);
  await button(t, locked, 'session.recover').click();
  await expect(locked.getByRole('navigation', { name: t('common.rail') })).toBeVisible({ timeout: 30_000 });
  const again = await lock(desk, locked);
  await secrets(again).first().fill(fresh);
  await again.keyboard.press('Enter');
  await refusal(desk, again, 'keys.wrong-passphrase');
  await signIn(desk, again, later);
});
