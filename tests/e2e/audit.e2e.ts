// The log in the window: who looked at whom is found, the log is verified and taken out signed, and the letter is in the person's language.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import { button, goTo, lock, openDesk, openParty, said } from '../support/desk';
import { asked, chooseFile, picture } from '../support/launch';
import { wordsOf } from '../support/words';

const script = resolve(import.meta.dirname, '../../resources/audit/diwan-verify.mjs');

/** The person's own language is another than the window's. */
const other: Readonly<Record<Language, Language>> = { en: 'fa', ar: 'en', fa: 'ar' };
const theme: Readonly<Record<Language, 'light' | 'dark'>> = { en: 'light', ar: 'dark', fa: 'light' };

for (const language of ['en', 'ar', 'fa'] as const)
  test(`who looked at a file is found, proven and told to the person (${language})`, async () => {
    const desk = await openDesk(language);
    const { t } = desk;
    const folder = mkdtempSync(join(tmpdir(), 'diwan-audit-'));
    await asked(desk.page(), 'settings.updateUser', { theme: theme[language] });
    await desk.page().reload();
    const page = desk.page();
    await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible();
    await asked(page, 'parties.create', {
      kind: 'person',
      names: [{ text: 'سلمى الحربي' }],
      language: other[language],
      identifiers: [{ scheme: 'sa-national-id', value: '1012345672' }],
    });
    await openParty(desk, 'سلمى الحربي');

    await goTo(desk, 'audit');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('audit.title'));
    const lines = page.getByRole('article');
    await expect(lines.first()).toContainText(t('audit.way.open'));
    await expect(lines.first()).toContainText('سلمى الحربي');
    await picture(page, `audit-${language}-${theme[language]}`);
    await expectAccessible(page, 'audit');
    await button(t, lines.first(), 'audit.way.open').click();
    await expect(lines).toHaveCount(1);
    await page
      .getByRole('group', { name: t('audit.kind') })
      .getByText('parties.get')
      .waitFor();
    await page
      .getByRole('group', { name: t('audit.kind') })
      .getByRole('button')
      .last()
      .click();
    await expect(lines).not.toHaveCount(1);
    await button(t, page.getByRole('group', { name: t('audit.kind') }), 'audit.kind.readings').click();
    await expect(lines).toHaveCount(1);

    await button(t, page, 'audit.verify').click();
    const counted = { operations: 0, readings: 0, checkpoints: 0, copies: 0 };
    const [whole = ''] = t('audit.sound', counted).split('.');
    await expect(page.getByRole('status').filter({ hasText: whole })).toBeVisible({ timeout: 60_000 });
    await picture(page, `audit-verified-${language}`);
    const file = join(folder, 'log.jsonl');
    await chooseFile(desk.launched.app, file);
    await button(t, page, 'audit.export-signed').click();
    await expect(page.getByRole('status').filter({ hasText: file })).toBeVisible({ timeout: 60_000 });
    const checked = spawnSync('node', [script, file, '--json'], { encoding: 'utf8' });
    expect(JSON.parse(checked.stdout)).toMatchObject({ sound: true, readings: 1 });
    await button(t, page, 'audit.print-head').click();
    await expect(page.getByRole('dialog').getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)).toBeVisible();
    await picture(page, `audit-head-${language}`);
    await page.keyboard.press('Escape');

    await openParty(desk, 'سلمى الحربي');
    await page.getByRole('tab', { name: t('record.tab.looked') }).click();
    await expect(page.getByRole('tabpanel').getByRole('article').first()).toContainText(t('audit.way.open'));
    await picture(page, `audit-who-looked-${language}`);
    await button(t, page, 'audit.letter').click();
    const letter = page.getByRole('dialog').getByRole('article');
    const theirs = wordsOf(other[language]);
    await expect(letter.getByRole('heading', { name: theirs('audit.letter-title') })).toBeVisible();
    await expect(letter.getByText(theirs('policy.role-administrator')).first()).toBeVisible();
    await picture(page, `audit-letter-${language}`);
    await expectAccessible(page, 'letter');
    const sheet = join(folder, 'letter.pdf');
    await chooseFile(desk.launched.app, sheet);
    await button(t, page.getByRole('dialog'), 'audit.letter-save').click();
    await expect.poll(() => existsSync(sheet) && readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-');
    await button(t, page.getByRole('dialog'), 'common.close').first().click();
    await expect(
      page
        .getByRole('tabpanel')
        .getByRole('article')
        .filter({ hasText: said(t('audit.way.print'), 'part') }),
    ).toBeVisible();
    await desk.launched.close();
  });

test('a person without the right sees neither the page nor the tab', async () => {
  const desk = await openDesk('ar');
  const page = desk.page();
  const passphrase = 'درخت سبز کنار رودخانه آرام';
  await asked(page, 'users.create', { login: 'samir', displayName: 'Samir', role: 'staff', passphrase });
  await asked(page, 'parties.create', { kind: 'person', names: [{ text: 'سلمى الحربي' }] });
  const fresh = await lock(desk);
  await asked(fresh, 'session.unlock', { login: 'samir', passphrase });
  await expect(fresh.getByRole('navigation', { name: desk.t('common.rail') })).toBeVisible();
  await expect(fresh.getByRole('link', { name: desk.t('common.page-audit'), exact: true })).toHaveCount(0);
  await openParty(desk, 'سلمى الحربي');
  await expect(fresh.getByRole('tab', { name: desk.t('record.tab.history') })).toBeVisible();
  await expect(fresh.getByRole('tab', { name: desk.t('record.tab.looked') })).toHaveCount(0);
  await desk.launched.close();
});
