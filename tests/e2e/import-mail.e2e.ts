// A mailbox in the window: its attachments are counted before and after, and stand with the messages of whoever wrote them.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { button, goTo, openDesk } from '../support/desk';
import { asked, chooseFile, picture } from '../support/launch';

const mailbox = join(import.meta.dirname, '../import/fixtures/attachments.mbox');

for (const language of ['ar', 'fa', 'en'] as const)
  test(`a mailbox comes in with its attachments, in ${language}`, async () => {
    const desk = await openDesk(language);
    const { t } = desk;
    const page = desk.page();
    const draft = {
      kind: 'person',
      names: [{ text: 'فاطمة القحطاني' }],
      contactPoints: [{ kind: 'email', value: 'fatima@example.com' }],
    };
    const { id } = (await asked(page, 'parties.create', draft)) as { id: string };
    const count = (part: string) => page.locator(`[data-part="${part}"] dd`);
    await chooseFile(desk.launched.app, mailbox);
    await goTo(desk, 'import');
    await button(t, page, 'import.choose').click();
    await expect(page.getByRole('region', { name: t('import.previewLabel') })).toBeVisible();
    await button(t, page, 'import.next').click();
    await button(t, page, 'import.tryNow').click();
    await expect(page.getByText(t('import.tryDone'))).toBeVisible();
    const tried = await count('attachments').innerText();
    await button(t, page, 'import.runNow', { count: 8 }).click();
    await expect(page.getByRole('heading', { name: t('import.report') })).toBeVisible({ timeout: 30_000 });
    await expect(count('attachments')).toHaveText(tried);
    await expect(page.getByText(t('import.reason.attachment-damaged'))).toBeVisible();
    await expect(button(t, page, 'import.saveRejected')).toBeVisible();
    await picture(page, `import-mail-${language}`);
    const { items } = (await asked(page, 'attachments.list', { of: { partyId: id } })) as { items: unknown[] };
    expect(items).toHaveLength(10);
    await desk.launched.close();
  });
