// Files on the page of a person, in the real window: dropped and chosen, seen small and large, found, renamed, saved, removed and
// brought back; and nothing of them in plain on the disk.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import { expectAccessible } from '../support/accessible';
import { button, notice, openDesk, openParty, said, type Desk } from '../support/desk';
import { asked, chooseFile, picture } from '../support/launch';

const folder = mkdtempSync(join(tmpdir(), 'diwan-files-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.describe.configure({ timeout: 180_000 });

const names = {
  en: { person: 'Layla Haddad', photo: 'Passport.png', text: 'Meeting notes.txt', found: 'notes' },
  ar: { person: 'ليلى حداد', photo: 'جواز السفر.png', text: 'محضر الاجتماع.txt', found: 'إجتماع' },
  fa: { person: 'لیلا حدادی', photo: 'گذرنامه.png', text: 'صورت‌جلسهٔ دیدار.txt', found: 'جلسه' },
};

/** A real PNG, drawn by the window itself: a red field with a white band. */
async function drawPicture(desk: Desk, path: string): Promise<void> {
  const drawn = await desk.page().evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#b3261e';
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = '#fff';
    pen.fillRect(0, 200, 640, 80);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return Array.from(bytes);
  });
  writeFileSync(path, Buffer.from(drawn));
}

async function drop(desk: Desk, files: readonly string[], over: Locator): Promise<void> {
  const box = (await over.boundingBox())!;
  const debug = await desk.launched.app.context().newCDPSession(desk.page());
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await debug.send('Input.dispatchDragEvent', { type: 'dragEnter', ...point, data });
  await debug.send('Input.dispatchDragEvent', { type: 'dragOver', ...point, data });
  await picture(desk.page(), `files-drop-${desk.language}`);
  await debug.send('Input.dispatchDragEvent', { type: 'drop', ...point, data });
}

const line = (desk: Desk, name: string): Locator =>
  desk
    .page()
    .getByRole('listitem')
    .filter({ has: desk.page().getByTitle(said(desk.t('attachments.open', { name }))) });

const menuOf = (desk: Desk, name: string): Locator =>
  desk.page().getByRole('button', { name: said(desk.t('attachments.actions', { name })) });

const item = (desk: Desk, id: string): Locator => desk.page().getByRole('menuitem', { name: said(desk.t(id)) });

for (const language of ['en', 'ar', 'fa'] as const satisfies readonly Language[]) {
  test(`files are dropped, shown, found, renamed, saved, removed and brought back, in ${language}`, async () => {
    const { person, photo, text, found } = names[language];
    const desk = await openDesk(language);
    const { t } = desk;
    const page = desk.page();
    await asked(page, 'parties.create', { kind: 'person', names: [{ text: person }] });
    await openParty(desk, person);
    const canary = `canary-${language}-91827364`;
    await drawPicture(desk, join(folder, photo));
    writeFileSync(join(folder, text), `${canary}\n${'سطر نص — خط متن — a line of text\n'.repeat(30)}`);
    writeFileSync(join(folder, 'setup.exe'), 'MZ');

    await drop(desk, [join(folder, photo), join(folder, text)], page.getByRole('heading', { level: 1 }));
    await expect(line(desk, photo)).toBeVisible();
    await expect(line(desk, text)).toBeVisible();
    await expect(notice(desk, 'attachments.added', { count: 2 })).toBeVisible();
    await expect(line(desk, photo).locator('img')).toHaveJSProperty('complete', true);
    await expect
      .poll(() =>
        line(desk, photo)
          .locator('img')
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(192);
    await chooseFile(desk.launched.app, join(folder, 'setup.exe'));
    await button(t, page, 'attachments.add').click();
    await expect(line(desk, 'setup.exe')).toContainText(t('attachments.mayRun'));
    await picture(page, `files-${language}`);
    await expectAccessible(page, 'files');

    await line(desk, photo).getByRole('button').first().click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
    await picture(page, `files-preview-image-${language}`);
    await page.keyboard.press('Escape');
    await line(desk, text).getByRole('button').first().click();
    await expect(dialog.locator('pre')).toContainText(canary);
    await picture(page, `files-preview-text-${language}`);
    await expectAccessible(page, 'preview');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await page.getByRole('textbox', { name: t('attachments.find') }).fill(found);
    await expect(line(desk, text)).toBeVisible();
    await expect(line(desk, photo)).toBeHidden();
    await page.getByRole('textbox', { name: t('attachments.find') }).fill('');
    await expect(line(desk, photo)).toBeVisible();

    await menuOf(desk, photo).click();
    await item(desk, 'attachments.edit').click();
    await dialog.getByRole('textbox', { name: t('catalogue.attachment.label') }).fill('2026');
    await picture(page, `files-edit-${language}`);
    await button(t, dialog, 'common.save').click();
    await expect(line(desk, photo)).toContainText('2026');

    const saved = join(folder, `saved-${language}`);
    await chooseFile(desk.launched.app, saved);
    await menuOf(desk, text).click();
    await item(desk, 'attachments.save').click();
    await expect(notice(desk, 'attachments.saved')).toBeVisible();
    expect(readFileSync(saved, 'utf8')).toBe(readFileSync(join(folder, text), 'utf8'));

    await menuOf(desk, text).click();
    await item(desk, 'attachments.remove').click();
    await expect(line(desk, text)).toBeHidden();
    await button(t, notice(desk, 'attachments.removed', { name: text }), 'common.undo').click();
    await expect(line(desk, text)).toBeVisible();

    for (const place of [desk.launched.base, desk.launched.userData])
      for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        expect([entry.name, bytes.includes(canary)]).toEqual([entry.name, false]);
      }
    await desk.launched.close();
  });
}

test('a file dropped on an activity belongs to it and shows under it, in the dark too', async () => {
  const desk = await openDesk('ar');
  const page = desk.page();
  const { id } = (await asked(page, 'parties.create', { kind: 'person', names: [{ text: 'هند' }] })) as { id: string };
  await asked(page, 'activities.log', { kind: 'call', subject: 'مكالمة بشأن العقد', partyIds: [id] });
  await asked(page, 'settings.updateUser', { theme: 'dark' });
  await openParty(desk, 'هند');
  writeFileSync(join(folder, 'العقد.txt'), 'نص العقد');
  await drawPicture(desk, join(folder, 'صورة.png'));
  const card = page.getByRole('article').filter({ hasText: 'مكالمة بشأن العقد' });
  await drop(desk, [join(folder, 'العقد.txt'), join(folder, 'صورة.png')], card);
  await expect(card.getByRole('list')).toContainText('العقد');
  await expect.poll(() => card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(192);
  await picture(page, 'files-activity-dark-ar');
  await page.getByRole('tab', { name: desk.t('record.tab.files'), exact: true }).click();
  await expect(line(desk, 'العقد.txt')).toContainText('مكالمة بشأن العقد');
  await picture(page, 'files-dark-ar');
  await expectAccessible(page, 'files in the dark');
  await desk.launched.close();
});
