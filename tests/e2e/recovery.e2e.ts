// The ways back in, as the people of an office walk them: cards printed, typed back, laid together; a backup opened with paper alone.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import { testFolder } from '../import/support/files';
import type { Desk } from '../support/desk';
import { button, goTo, openDesk, said } from '../support/desk';
import { asked, chooseFile, createBase, launch, passphrase, picture, pressProgramKey } from '../support/launch';
import { wordsOf } from '../support/words';

const folder = testFolder();
test.afterAll(() => folder.remove());
test.describe.configure({ timeout: 240_000 });

const fresh = 'seven quiet herons over the lagoon';

const groupFields = (page: Page) => page.locator('fieldset input[inputmode="numeric"]');

/** Types a card, or a code, group by group as a person does, when the fields for it are there and empty. */
async function typeGroups(page: Page, text: string): Promise<void> {
  const groups = text.split(' ');
  await expect(groupFields(page)).toHaveCount(groups.length);
  await expect(groupFields(page).first()).toHaveValue('');
  await expect(groupFields(page).nth(groups.length - 1)).toHaveValue('');
  for (const [index, group] of groups.entries()) {
    await groupFields(page).nth(index).pressSequentially(group);
    if (index < groups.length - 1) await expect(groupFields(page).nth(index)).toHaveValue(group);
  }
}

const shownGroups = async (page: Page): Promise<string> => {
  const texts = await page.getByRole('dialog').locator('ol li > span:last-child').allTextContents();
  return texts.join(' ');
};

async function makeCards(desk: Desk): Promise<string[]> {
  const { t } = desk;
  const page = desk.page();
  await goTo(desk, 'keys');
  await expect(button(t, page, 'recovery.make-cards')).toBeVisible();
  await picture(page, `recovery-panel-${desk.language}`);
  await button(t, page, 'recovery.make-cards').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="password"]').fill(passphrase);
  await picture(page, `recovery-wish-${desk.language}`);
  await button(t, dialog, 'recovery.make-cards').click();
  const cards: string[] = [];
  for (let number = 1; number <= 3; number += 1) {
    await expect(dialog.getByText(said(t('recovery.card-title', { number, count: 3 }), 'part')).first()).toBeVisible();
    cards.push(await shownGroups(page));
    if (number === 1) {
      await picture(page, `recovery-card-${desk.language}`);
      const pdf = folder.path(`card-${desk.language}.pdf`);
      await chooseFile(desk.launched.app, pdf);
      await button(t, dialog, 'recovery.save-card').click();
      await expect.poll(() => existsSync(pdf)).toBe(true);
      expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/);
      expect(statSync(pdf).mode & 0o77).toBe(0);
    }
    await button(t, dialog, number === 3 ? 'recovery.type-back' : 'recovery.next-sheet').click();
  }
  return cards;
}

for (const language of ['en', 'ar', 'fa'] as const satisfies readonly Language[]) {
  test(`three people get a card each, two of them open the base again, in ${language}`, async () => {
    const desk = await openDesk(language);
    const { t } = desk;
    const cards = await makeCards(desk);
    const dialog = desk.page().getByRole('dialog');
    await test.step('each is typed back; groups exchanged are told apart from groups mistyped', async () => {
      const exchanged = cards[0]!.split(' ');
      [exchanged[3], exchanged[4]] = [exchanged[4]!, exchanged[3]!];
      await typeGroups(desk.page(), exchanged.join(' '));
      await expect(dialog.getByRole('alert').last()).toContainText(said(t('errors.keys.card-damaged'), 'part'));
      await picture(desk.page(), `recovery-damaged-${language}`);
      for (let index = 0; index < 12; index += 1) await groupFields(desk.page()).nth(index).fill('');
      for (const card of [cards[1]!, cards[0]!, cards[2]!]) {
        await typeGroups(desk.page(), card);
        await expect(dialog.locator(`input[value="${card.split(' ')[2]}"]`)).toHaveCount(0);
      }
      await expect(dialog.getByText(said(t('recovery.cards-finished')))).toBeVisible();
      await button(t, dialog, 'common.done').click();
      await picture(desk.page(), `recovery-made-${language}`);
    });
    const next = desk.launched.nextPage();
    await pressProgramKey(desk.launched.app, 'L');
    const page = await next;
    await test.step('cards three and one open the base', async () => {
      await button(t, page, 'session.forgotten').click();
      await button(t, page, 'session.with-cards').click();
      await typeGroups(page, cards[2]!);
      await expect(page.getByText(said(t('recovery.card-number', { number: 3 }), 'part'))).toBeVisible();
      await picture(page, `recovery-unlock-${language}`);
      await typeGroups(page, cards[0]!);
      await expect(page.getByText(said(t('recovery.card-number', { number: 1 }), 'part'))).toBeVisible();
      await page.locator('input[type="password"]').nth(0).fill(fresh);
      await page.locator('input[type="password"]').nth(1).fill(fresh);
      await button(t, page, 'session.recover').click();
      await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible({ timeout: 30_000 });
    });
    await test.step('those who answer for the base are told, until they have seen it', async () => {
      const told = page.getByRole('alert').filter({ has: button(t, page, 'recovery.notice.seen') });
      await expect(told).toBeVisible();
      await picture(page, `recovery-notice-${language}`);
      await button(t, told, 'recovery.notice.seen').click();
      await expect(told).toHaveCount(0);
      await page.reload();
      await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible({ timeout: 30_000 });
      await expect(told).toHaveCount(0);
    });
    await test.step('the history says so', async () => {
      await page.evaluate(() => (location.hash = '#/operations'));
      await expect(page.getByText(t('operations.command.session.recoverByCards')).first()).toBeVisible();
    });
    await desk.launched.close();
  });
}

test('what is printed from the dark theme is black on white', async () => {
  const desk = await openDesk('ar');
  const { t } = desk;
  const page = desk.page();
  await asked(page, 'settings.updateUser', { theme: 'dark' });
  await page.reload();
  await goTo(desk, 'keys');
  await button(t, page, 'users.renew-code').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type="password"]').fill(passphrase);
  await button(t, dialog, 'users.renew-code').click();
  await expect(button(t, dialog, 'wizard.code-written')).toBeVisible();
  const inks = (): Promise<string[]> =>
    page.locator('.dw-sheet *').evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))]);
  expect(await inks()).not.toContain('rgb(0, 0, 0)');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('sqlcipher -init key.sql data-1.db')).toBeVisible();
  expect((await inks()).toSorted()).toEqual(['rgb(0, 0, 0)', 'rgb(51, 51, 51)']);
  await picture(page, 'recovery-code-printed');
  await page.emulateMedia({ media: 'screen' });
  await desk.launched.close();
});

test('on a new machine a backup opens with the recovery code, as it was at an earlier moment, and takes a new passphrase', async () => {
  const stick = folder.path('stick');
  mkdirSync(stick);
  const old = await launch({ language: 'en' });
  const recoveryCode = await createBase(old.page(), 'en');
  await asked(old.page(), 'parties.create', { kind: 'person', names: [{ text: 'Before Noon' }] });
  await chooseFile(old.app, stick);
  const target = (await asked(old.page(), 'app.chooseFolder')) as { token: string };
  await asked(old.page(), 'backups.make', { folder: target.token });
  await expect.poll(() => readdirSync(stick).filter((name) => name.endsWith('.diwan-backup')).length).toBe(1);
  await old.close();

  const launched = await launch({ language: 'en' });
  const page = launched.page();
  const t = wordsOf('en');
  await button(t, page, 'backups.restore-one').click();
  await chooseFile(launched.app, join(stick, readdirSync(stick)[0]!));
  await button(t, page, 'backups.choose').click();
  await page.getByText(t('backups.with-code'), { exact: true }).click();
  await typeGroups(page, recoveryCode);
  await picture(page, 'restore-by-code');
  await button(t, page, 'backups.look').click();
  await page.getByRole('switch', { name: t('backups.as-of') }).click();
  const moment = page.getByRole('textbox', { name: said(t('backups.as-of-moment')) });
  await moment.fill('1 January 2036 14:05');
  await expect(page.getByText(t('backups.as-of-late'))).toBeVisible();
  await expect(button(t, page, 'backups.restore')).toBeDisabled();
  await moment.fill('1 January 2020 ١٤:٠٥');
  await picture(page, 'restore-as-of');
  await button(t, page, 'backups.restore').click();
  await page.locator('input[type="password"]').nth(0).fill(fresh);
  await picture(page, 'restore-new-passphrase');
  await page.locator('input[type="password"]').nth(1).fill(fresh);
  await button(t, page, 'session.recover').click();
  await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible({ timeout: 60_000 });
  const list = (await asked(page, 'base.counts')) as { parties: number };
  expect(list.parties).toBe(0);
  await launched.close();
});

test('the key for an age key is written where the person says, and taken away again', async () => {
  const { generateIdentity, identityToRecipient } = await import('age-encryption');
  const desk = await openDesk('en');
  const { t } = desk;
  const page = desk.page();
  const file = folder.path('office.age');
  await goTo(desk, 'keys');
  await button(t, page, 'recovery.write-escrow').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('recovery.recipient')).fill('age1nothing-of-the-kind');
  await dialog.locator('input[type="password"]').fill(passphrase);
  await chooseFile(desk.launched.app, file);
  await button(t, dialog, 'recovery.write-escrow').click();
  await expect(dialog.getByRole('alert')).toContainText(said(t('errors.keys.recipient-invalid'), 'part'));
  await dialog.getByLabel(t('recovery.recipient')).fill(await identityToRecipient(await generateIdentity()));
  await button(t, dialog, 'recovery.write-escrow').click();
  await expect(dialog.getByText('sqlcipher -init key.sql data-1.db')).toBeVisible();
  await picture(page, 'recovery-escrow');
  expect(readFileSync(file, 'latin1')).toContain('age-encryption.org');
  await button(t, dialog, 'common.done').click();
  await button(t, page, 'recovery.revoke-escrow').click();
  await page.getByRole('dialog').locator('input[type="password"]').fill(passphrase);
  await button(t, page.getByRole('dialog'), 'recovery.revoke-escrow').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button(t, page, 'recovery.revoke-escrow')).toHaveCount(0);
  await desk.launched.close();
});
