// A list leaves by the window: format and columns chosen, a place given, rows counted, the file where the window says it is.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { languages, type Language } from '@shared/locale/language';
import { testFolder } from '../import/support/files';
import { expectAccessible } from '../support/accessible';
import type { Desk } from '../support/desk';
import { button, choose, confirmAgain, goTo, inLanguage, openDesk, said } from '../support/desk';
import { asked, chooseFile, picture } from '../support/launch';

const folder = testFolder();
test.afterAll(() => folder.remove());
test.describe.configure({ timeout: 240_000 });

/** Exports from the open dialog to a file, and waits for its end. */
async function exportTo(
  desk: Desk,
  path: string,
  { pictureAs, isHeld = true }: { readonly pictureAs?: string; readonly isHeld?: boolean } = {},
): Promise<string> {
  const dialog = desk.page().getByRole('dialog');
  await chooseFile(desk.launched.app, path);
  await button(desk.t, dialog, 'exports.choose').click();
  if (isHeld) await confirmAgain(desk);
  await expect(dialog.getByText(desk.t('exports.where'))).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText(path)).toBeVisible();
  if (pictureAs !== undefined) await picture(desk.page(), pictureAs);
  await desk.page().keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return readFileSync(path, 'utf8');
}

for (const language of ['ar', 'fa', 'en'] as const satisfies readonly Language[]) {
  test(`the list of people goes out as it stands there, and whole, in ${language}`, async () => {
    const desk = await openDesk(language, { sample: true });
    const { t } = desk;
    const page = desk.page();
    await goTo(desk, 'people');
    await button(t, page, 'exports.open').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(said(t('exports.about.csv')))).toBeVisible();
    await picture(page, `export-${language}`);
    await dialog.getByText(t('exports.columns.shown'), { exact: true }).click();
    const shown = await exportTo(desk, folder.path(`shown-${language}.csv`), {
      pictureAs: `export-done-${language}`,
    });
    expect(shown.startsWith(`\ufeff${t('people.column.name')},`)).toBe(true);

    await button(t, page, 'exports.open').click();
    await choose(dialog, t('exports.format'), t('exports.format.vcf'));
    const cards = await exportTo(desk, folder.path(`cards-${language}.vcf`));
    expect(cards.match(/BEGIN:VCARD/g)?.length).toBe(shown.trimEnd().split('\r\n').length - 1);

    await page.getByRole('grid').focus();
    await page.keyboard.press('Space');
    await button(t, page.getByRole('toolbar'), 'exports.open').click();
    await expect(dialog.getByText(said(t('exports.what.selected', { count: 1 })))).toBeVisible();
    const one = await exportTo(desk, folder.path(`one-${language}.csv`));
    expect(one).toContain(`${t('catalogue.party')} · ${t('exports.key')}`);

    await page.emulateMedia({ colorScheme: 'dark' });
    await button(t, page, 'exports.open').first().click();
    await picture(page, `export-dark-${language}`);
    await page.keyboard.press('Escape');
    await page.emulateMedia({ colorScheme: 'light' });
    await goTo(desk, 'import');
    await chooseFile(desk.launched.app, folder.path(`one-${language}.csv`));
    await button(t, page, 'import.choose').click();
    const known = said(t('import.mappedBy', { name: t('import.known.diwan') }));
    await expect(page.getByRole('region', { name: t('import.previewLabel') })).toBeVisible();
    await button(t, page, 'import.next').click();
    await expect(page.getByText(known)).toBeVisible({ timeout: 30_000 });
    await picture(page, `export-read-again-${language}`);
    await goTo(desk, 'operations');
    await expect(page.getByText(t('operations.command.exports.make')).first()).toBeVisible();
    await expect(page.getByText(said(`one-${language}.csv · 1`, 'part')).first()).toBeVisible();
    await desk.launched.close();
  });
}

test('a list leaves encrypted for a recipient of the register, and is known again by its receipt', async () => {
  const desk = await openDesk('en');
  const page = desk.page();
  const identity = await generateIdentity();
  const key = await identityToRecipient(identity);
  await asked(page, 'parties.create', { kind: 'person', names: [{ text: 'Mona Haddad' }] });
  await test.step('the recipient is added on the page of settings, beside what takes two', async () => {
    const { t } = desk;
    await goTo(desk, 'settings');
    await button(t, page, 'exports.recipients.add').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(said(t('exports.recipients.name'), 'part')).fill('Auditor سارا');
    await dialog.getByLabel(said(t('exports.recipients.key'), 'part')).fill(key);
    await dialog.getByRole('button', { name: t('exports.recipients.add') }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(key)).toBeVisible();
  });
  for (const language of languages) {
    const look = await inLanguage(desk, language);
    const { t } = look;
    await asked(page, 'settings.updateUser', { theme: language === 'fa' ? 'dark' : 'light' });
    await goTo(look, 'settings');
    await page.getByText(t('exports.recipients.lead')).scrollIntoViewIfNeeded();
    await picture(page, `export-recipients-${language}`);
    await expectAccessible(page, `settings ${language}`);
    await goTo(look, 'people');
    await button(t, page, 'exports.open').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('exports.lock.recipients'), { exact: true }).click();
    await dialog.getByRole('checkbox', { name: said('Auditor سارا', 'part') }).press('Space');
    await picture(page, `export-lock-${language}`);
    await expectAccessible(page, `export ${language}`);
    const path = folder.path(`sealed-${language}.csv.age`);
    await chooseFile(desk.launched.app, path);
    await button(t, dialog, 'exports.choose').click();
    await confirmAgain(look);
    await expect(dialog.getByText(t('exports.where'))).toBeVisible({ timeout: 60_000 });
    await picture(page, `export-sealed-${language}`);
    await page.keyboard.press('Escape');
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(readFileSync(path), 'text')).toContain('Mona Haddad');
    await goTo(look, 'audit');
    await chooseFile(desk.launched.app, path);
    await button(t, page, 'exports.receipts').click();
    await button(t, dialog, 'exports.receipts.verify').click();
    await expect(dialog.getByText(t('exports.receipts.known'))).toBeVisible();
    await picture(page, `export-receipts-${language}`);
    await expectAccessible(page, `receipts ${language}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await desk.launched.close();
});
