// An import that is held up in every way: paused, its engine killed while it waits and while it runs, gone on with, ended on the way, taken back.
import { expect, test } from '@playwright/test';
import type { ImportStatus } from '../../src-shared/features/imports/imports.contract';
import { testFolder } from '../import/support/files';
import type { Desk } from '../support/desk';
import { button, goTo, openDesk, plain } from '../support/desk';
import { asked, chooseFile, killEngine, passphrase, picture } from '../support/launch';

const folder = testFolder();
test.afterAll(() => folder.remove());

const ROWS = 30_000;

function table(): string {
  const given = ['زهرا', 'مریم', 'حسین', 'رضا', 'سینا', 'نسرین', 'یوسف', 'آتنا'];
  const family = ['کریمی', 'رضایی', 'احمدی', 'کاظمی', 'موسوی', 'قاسمی', 'تهرانی'];
  const row = (number: number): string =>
    `${given[number % 8]} ${family[number % 7]} ${number},+98912${String(1_000_000 + number)}`;
  return ['نام و نام خانوادگی,تلفن همراه', ...Array.from({ length: ROWS }, (_, number) => row(number))].join('\n');
}

const latest = async (desk: Desk): Promise<ImportStatus | undefined> =>
  ((await asked(desk.page(), 'imports.list')) as { imports: ImportStatus[] }).imports[0];

const status = async (desk: Desk): Promise<ImportStatus> => (await latest(desk))!;

const parties = async (desk: Desk): Promise<number> =>
  ((await asked(desk.page(), 'base.counts')) as { parties: number }).parties;

/** What the page itself says of a part. */
async function shown(desk: Desk, part: string): Promise<number> {
  return Number(plain(await desk.page().locator(`dl > div[data-part=${part}] dd`).innerText()));
}

const saysState = (desk: Desk, state: string) =>
  expect(desk.page().getByRole('heading', { level: 1 }).locator('xpath=..')).toContainText(
    desk.t(`import.state.${state}`),
  );

/** Waits until this many rows more were read. */
async function readMore(desk: Desk, rows: number): Promise<void> {
  const read = async (): Promise<number> => (await latest(desk))?.counts.read ?? 0;
  const before = await read();
  await expect.poll(read, { intervals: [50], timeout: 30_000 }).toBeGreaterThan(before + rows);
}

/** The engine dies; the person gives the passphrase where the window asks for it. */
async function engineDies(desk: Desk): Promise<void> {
  const { t } = desk;
  const page = desk.page();
  await killEngine(desk.launched.app);
  const again = page.getByRole('dialog', { name: t('session.restarted-title') });
  await again.locator('input[type="password"]').fill(passphrase);
  await button(t, again, 'session.restarted-continue').click();
  await expect(again).toBeHidden();
}

test('an import paused, cut off twice, gone on with and cancelled has every row once, and all of it is taken back', async () => {
  test.setTimeout(240_000);
  const desk = await openDesk('fa');
  const { t } = desk;
  const page = desk.page();
  await chooseFile(desk.launched.app, folder.write('مشتریان.csv', table()));
  await goTo(desk, 'import');
  await button(t, page, 'import.choose').click();
  await button(t, page, 'import.next').click();
  await button(t, page, 'import.tryNow').click();
  await button(t, page, 'import.runNow', { count: ROWS }).click({ timeout: 60_000 });
  await readMore(desk, 500);

  await test.step('paused: it stands still and says so', async () => {
    await button(t, page, 'import.pause').click();
    await saysState(desk, 'paused');
    const { counts } = await status(desk);
    await expect.poll(() => shown(desk, 'created')).toBe(counts.created);
    expect(await parties(desk)).toBe(counts.created);
    await picture(page, 'import-paused-fa');
  });
  await test.step('the engine killed meanwhile: still paused, nothing lost', async () => {
    const before = await parties(desk);
    await engineDies(desk);
    await saysState(desk, 'paused');
    expect(await parties(desk)).toBe(before);
  });
  await test.step('the engine killed while it runs: it waits to be gone on with, and the window says so', async () => {
    await button(t, page, 'import.resume').click();
    await saysState(desk, 'running');
    await readMore(desk, 500);
    await engineDies(desk);
    await saysState(desk, 'paused');
    await expect(button(t, page, 'import.pause')).toHaveCount(0);
    await picture(page, 'import-cut-off-fa');
  });
  await test.step('gone on with and ended on the way: what came in stays, each once', async () => {
    await button(t, page, 'import.resume').click();
    await readMore(desk, 500);
    await button(t, page, 'import.cancel').click();
    await button(t, page.getByRole('dialog'), 'import.cancel').click();
    await expect(page.getByRole('heading', { name: t('import.report') })).toBeVisible({ timeout: 30_000 });
    await saysState(desk, 'cancelled');
    await expect.poll(async () => (await status(desk)).state).toBe('cancelled');
    const { counts } = await status(desk);
    expect(counts.read).toBeGreaterThan(1_500);
    expect(counts.read).toBeLessThan(ROWS);
    expect(counts).toMatchObject({ created: counts.read, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 });
    for (const part of ['read', 'created', 'rejected'] as const)
      await expect.poll(() => shown(desk, part), part).toBe(counts[part]);
    expect(await parties(desk)).toBe(counts.created);
    await picture(page, 'import-cancelled-fa');
  });
  await test.step('one undo takes all of it back', async () => {
    await button(t, page, 'import.undo').click();
    await button(t, page.getByRole('dialog'), 'import.undo').click();
    await expect(page.getByText(t('import.undone'), { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    expect(await parties(desk)).toBe(0);
    await picture(page, 'import-cancelled-undone-fa');
  });
  await desk.launched.close();
});
