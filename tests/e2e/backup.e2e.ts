// A day of the administrator: what the health page says, a backup to a stick tried at once, a new machine, a damaged copy.
import { cpSync, mkdirSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import { testFolder } from '../import/support/files';
import type { Desk } from '../support/desk';
import { button, goTo, openDesk, said } from '../support/desk';
import { chooseFile, launch, passphrase, picture } from '../support/launch';
import { wordsOf } from '../support/words';

const folder = testFolder();
test.afterAll(() => folder.remove());
test.describe.configure({ timeout: 240_000 });

const finding = (desk: Desk, code: string) => desk.page().locator(`[data-code="${code}"]`);

/** Chooses a place for copies, backs up, and waits for the trial restore that follows. */
async function backUp(desk: Desk, stick: string): Promise<string> {
  const page = desk.page();
  await goTo(desk, 'health');
  await expect(finding(desk, 'backup.none')).toHaveAttribute('data-level', 'danger');
  await picture(page, `health-before-${desk.language}`);
  await chooseFile(desk.launched.app, stick);
  await button(desk.t, page, 'backups.add-target').click();
  await expect(page.getByText(stick)).toBeVisible();
  await button(desk.t, page, 'backups.make-now').first().click();
  await expect(page.getByText(desk.t('backups.restored-and-compared'))).toBeVisible({ timeout: 90_000 });
  await expect(finding(desk, 'backup.good')).toHaveAttribute('data-level', 'good');
  const [made] = readdirSync(stick).filter((name) => name.endsWith('.diwan-backup'));
  return join(stick, made!);
}

for (const language of ['en', 'ar', 'fa'] as const satisfies readonly Language[]) {
  test(`a backup is made, tried and certified, in ${language}`, async () => {
    const desk = await openDesk(language, { sample: language === 'en' });
    const page = desk.page();
    const stick = join(folder.path(`stick-${language}`));
    mkdirSync(stick);
    await backUp(desk, stick);
    await picture(page, `health-after-${language}`);
    await button(desk.t, page, 'backups.certificate').first().click();
    await expect(page.getByRole('dialog').getByText(desk.t('backups.restored-and-compared'))).toBeVisible();
    await picture(page, `certificate-${language}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: desk.t('jobs.title') }).click();
    await expect(page.getByRole('dialog').getByText(desk.t('jobs.kind.backups.rehearse'))).toBeVisible();
    await picture(page, `jobs-${language}`);
    await desk.launched.close();
  });
}

test('on a new machine a backup is looked at, refused with a wrong passphrase, and restored; a damaged one is refused', async () => {
  const desk = await openDesk('en');
  const stick = folder.path('stick-new');
  mkdirSync(stick);
  const backup = await backUp(desk, stick);
  await desk.launched.close();
  const damaged = folder.path('damaged.diwan-backup');
  cpSync(backup, damaged, { recursive: true });
  truncateSync(join(damaged, 'data.db'), 50_000);

  const launched = await launch({ language: 'en' });
  const page = launched.page();
  const t = wordsOf('en');
  await button(t, page, 'backups.restore-one').click();
  await chooseFile(launched.app, damaged);
  await button(t, page, 'backups.choose').click();
  await expect(page.getByRole('alert')).toContainText('damaged or cut short');
  await picture(page, 'restore-damaged');
  await chooseFile(launched.app, backup);
  await button(t, page, 'backups.choose').click();
  const secret = page.getByLabel(t('backups.passphrase'));
  await secret.fill('four words that are wrong');
  await button(t, page, 'backups.look').click();
  await expect(page.getByRole('alert')).toContainText(said(t('errors.keys.wrong-passphrase'), 'part'));
  await secret.fill(passphrase);
  await button(t, page, 'backups.look').click();
  await expect(page.getByRole('status').filter({ hasText: t('catalogue.backup.operations') })).toBeVisible();
  await picture(page, 'restore-preview');
  await button(t, page, 'backups.restore').click();
  await expect(page.getByRole('navigation', { name: t('common.rail') })).toBeVisible({ timeout: 60_000 });
  await launched.close();
});
