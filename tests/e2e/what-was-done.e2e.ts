// The page of what was done: what touched several records is found among the rest, and yesterday's bulk edit goes back as far as it may.
import { expect, test } from '@playwright/test';
import { asked, picture } from '../support/launch';
import { button, goTo, openDesk, plain, said } from '../support/desk';

const EDITED = 312;
const CHANGED_SINCE = 15;

for (const language of ['en', 'ar', 'fa'] as const)
  test(`a bulk edit of ${EDITED}, ${CHANGED_SINCE} of them changed since, is found and taken back (${language})`, async () => {
    const desk = await openDesk(language);
    const page = desk.page();
    const { t } = desk;
    const ids: string[] = [];
    for (let index = 0; index < EDITED; index += 1) {
      const made = await asked(page, 'parties.create', {
        kind: 'person',
        names: [{ text: `سلمى ${index}` }],
        language: 'ar',
      });
      ids.push((made as { id: string }).id);
    }
    await asked(page, 'parties.bulkUpdate', { ids, set: { language: 'fa' } });
    for (const id of ids.slice(0, CHANGED_SINCE)) await asked(page, 'parties.update', { id, set: { language: 'en' } });
    await goTo(desk, 'operations');
    const lines = page.getByRole('article');
    await expect(lines.first()).toContainText(t('operations.command.parties.update'));
    await page.getByRole('switch', { name: t('operations.several') }).click();
    await expect(lines).toHaveCount(1);
    await expect(lines.first()).toContainText(t('operations.command.parties.bulkUpdate'));
    await expect(lines.first()).toContainText('أمل الحسن');
    await picture(page, `what-was-done-${language}`);
    await button(t, lines.first(), 'operations.undo').click();
    await button(t, page.getByRole('dialog'), 'operations.undo').click();
    for (const [bucket, count] of [
      ['reversed', EDITED - CHANGED_SINCE],
      ['kept', CHANGED_SINCE],
      ['impossible', 0],
    ] as const) {
      const term = page.locator('dl > div').filter({ hasText: said(t(`operations.${bucket}`), 'part') });
      await expect(term).toBeVisible();
      expect(Number(plain(await term.locator('dd').innerText())), bucket).toBe(count);
    }
    await picture(page, `what-was-undone-${language}`);
    await button(t, page.getByRole('dialog'), 'common.close').last().click();
    await desk.launched.close();
  });
