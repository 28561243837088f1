// The first run as a person walks it: language, office, person, the recovery code typed back; it stands at its last question.
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { button } from './desk';
import { login, passphrase } from './launch';
import type { Words } from './words';

/** Each screen as it is left, for pictures. */
export type Seen = (screen: 'language' | 'office' | 'code') => Promise<void>;

const nothing: Seen = () => Promise.resolve();

/** Answers the recovery code. */
export async function walkFirstRun(page: Page, t: Words, seen: Seen = nothing): Promise<string> {
  await expect(page.getByRole('heading', { name: t('wizard.language-title') })).toBeVisible();
  await seen('language');
  await button(t, page, 'common.next').click();
  await page.getByLabel(t('wizard.office-name')).fill('عيادة الياسمين');
  await seen('office');
  await button(t, page, 'common.next').click();
  await page.getByLabel(t('users.display-name')).fill('أمل الحسن');
  await page.getByRole('textbox', { name: t('session.login') }).fill(login);
  await page.locator('input[type="password"]').nth(0).fill(passphrase);
  await page.locator('input[type="password"]').nth(1).fill(passphrase);
  await button(t, page, 'wizard.create').click();
  await expect(page.getByRole('heading', { name: t('wizard.code-title') })).toBeVisible({ timeout: 30_000 });
  const groups = await page
    .getByRole('list', { name: t('session.recovery-code') })
    .locator('li > span:last-child')
    .allInnerTexts();
  expect(groups).toHaveLength(8);
  await seen('code');
  await button(t, page, 'wizard.code-written').click();
  const fields = page.getByRole('group', { name: t('session.recovery-code') }).getByRole('textbox');
  for (const [index, group] of groups.entries()) await fields.nth(index).fill(group);
  await button(t, page, 'wizard.confirm').click();
  await expect(page.getByRole('heading', { name: t('wizard.sample-title') })).toBeVisible();
  return groups.join(' ');
}
