// A contact manager's base in the window: its tables are known at once, the rules of fields and duplicates are there to be chosen,
// and its history stands on the people it is about.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseFile } from '../support/launch';
import { button, goTo, openDesk, said } from '../support/desk';

const fixtures = join(import.meta.dirname, '../import/fixtures');

for (const language of ['ar', 'fa', 'en'] as const)
  test(`people and history of GoldMine come in, in ${language}`, async () => {
    const desk = await openDesk(language);
    const { t } = desk;
    const page = desk.page();
    for (const [file, known] of [
      ['CONTACT1.DBF', 'goldmine'],
      ['CONTHIST.DBF', 'goldmine-history'],
    ] as const) {
      await chooseFile(desk.launched.app, join(fixtures, file));
      await goTo(desk, 'import');
      await button(t, page, 'import.choose').click();
      await expect(page.getByRole('region', { name: t('import.previewLabel') })).toBeVisible();
      await button(t, page, 'import.next').click();
      await expect(page.getByText(said(t('import.mappedBy', { name: t(`import.known.${known}`) })))).toBeVisible();
      await expect(page.getByRole('combobox', { name: t('import.into') })).toHaveValue(
        t(`import.into.${known === 'goldmine' ? 'parties' : 'activities'}`),
      );
      await button(t, page, 'import.tryNow').click();
      await expect(page.getByText(t('import.tryDone'))).toBeVisible();
      await button(t, page, 'import.runNow', { count: known === 'goldmine' ? 3 : 4 }).click();
      await expect(page.getByRole('heading', { name: t('import.report') })).toBeVisible({ timeout: 30_000 });
    }
    await button(t, page, 'import.undo').click();
    await button(t, page.getByRole('dialog'), 'import.undo').click();
    await expect(page.getByText(t('import.undone'), { exact: true }).first()).toBeVisible();
    await desk.launched.close();
  });
