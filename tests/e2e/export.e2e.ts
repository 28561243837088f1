// A list leaves by the window: format and columns chosen, a place given, rows counted, the file where the window says it is.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import { testFolder } from '../import/support/files';
import type { Desk } from '../support/desk';
import { button, choose, confirmAgain, goTo, openDesk, said } from '../support/desk';
import { chooseFile, picture } from '../support/launch';

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
