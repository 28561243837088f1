// Walk-through W10 in the window: an office's old base comes in over a crash, its history with it; what was changed since stays when
// all of it is taken back. DIWAN_OLD_BASE_ROWS=50000 is the walk-through's own size.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { ImportStatus } from '../../src-shared/features/imports/imports.contract';
import { cells, readAll, testFolder } from '../import/support/files';
import { goldMineHistory, historyOf } from '../features/imports/support/gold-mine';
import { oldBase } from '../features/imports/support/old-base';
import { asked, chooseFile, enginePid, isOver, launch, login, passphrase, picture } from '../support/launch';
import { button, goTo, notice, openDesk, plain, said, type Desk } from '../support/desk';

const ROWS = Number(process.env['DIWAN_OLD_BASE_ROWS'] ?? 3_000);
const LINES = Math.round(ROWS * 0.4);
const CHANGED_SINCE = 5;
const minutes = 60_000;
/** Rows of a loaded machine. */
const patience = { timeout: Math.max(2 * minutes, ROWS * 20) };

const folder = testFolder();
test.afterAll(() => folder.remove());

/** Looked at and tried in the window; the columns are as they were guessed. */
async function tryFile(desk: Desk, path: string): Promise<void> {
  const page = desk.page();
  await chooseFile(desk.launched.app, path);
  await goTo(desk, 'import');
  await button(desk.t, page, 'import.choose').click();
  await expect(page.getByRole('region', { name: desk.t('import.previewLabel') })).toBeVisible();
  await button(desk.t, page, 'import.next').click();
  await button(desk.t, page, 'import.tryNow').click();
  await expect(page.getByText(desk.t('import.tryDone'))).toBeVisible(patience);
}

const reportShown = (desk: Desk) =>
  expect(desk.page().getByRole('heading', { name: desk.t('import.report') })).toBeVisible(patience);

async function countsShown(desk: Desk): Promise<Record<string, number>> {
  const shown: Record<string, number> = {};
  for (const part of ['read', 'created', 'updated', 'unchanged', 'duplicates', 'rejected']) {
    const term = desk.page().locator('dl > div[data-part]');
    shown[part] = Number(
      plain(
        await term
          .and(desk.page().locator(`[data-part=${part}]`))
          .locator('dd')
          .innerText(),
      ),
    );
  }
  return shown;
}

async function latest(page: Page): Promise<ImportStatus> {
  return ((await asked(page, 'imports.list')) as { imports: ImportStatus[] }).imports[0]!;
}

const partiesOf = async (page: Page): Promise<number> =>
  ((await asked(page, 'base.counts')) as { parties: number }).parties;

test('an old base comes in over a crash, its history after it, and goes again but for what was changed since', async () => {
  test.setTimeout(10 * patience.timeout);
  const old = oldBase(ROWS);
  const first = await openDesk('en');
  await asked(first.page(), 'settings.updateSite', { country: 'IR' });
  const file = folder.write('old base.csv', old.file);

  await test.step('those who are there before', async () => {
    await tryFile(first, folder.write('before.csv', old.before));
    await button(first.t, first.page(), 'import.runNow', {
      count: old.expected.updated + old.expected.duplicates,
    }).click();
    await reportShown(first);
  });
  const before = await partiesOf(first.page());

  await test.step('the trial counts every outcome exactly', async () => {
    await tryFile(first, file);
    const { reasons: _, ...expected } = old.expected;
    expect(await countsShown(first)).toEqual({ ...expected, unchanged: 0 });
  });
  const writing = old.expected.created + old.expected.updated + old.expected.duplicates;

  const { base, userData, app } = first.launched;
  await test.step('the program is killed at 60 of 100', async () => {
    await button(first.t, first.page(), 'import.runNow', { count: writing }).click();
    const read = async (): Promise<number> => (await latest(first.page())).counts.read;
    await expect.poll(read, { intervals: [20], ...patience }).toBeGreaterThanOrEqual(ROWS * 0.6);
    const killed = [await enginePid(app), app.process().pid!];
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await expect.poll(() => killed.every(isOver)).toBe(true);
  });

  const launched = await launch({ base, userData, language: 'en' });
  const desk: Desk = { ...first, launched, page: () => launched.page() };
  const page = desk.page();
  const { t } = desk;
  await test.step('resumed, it ends with the counts of the trial, nothing twice', async () => {
    await asked(page, 'session.unlock', { login, passphrase });
    await page.reload();
    const stopped = await latest(page);
    expect(stopped.state).toBe('paused');
    expect(stopped.counts.read).toBeLessThan(ROWS);
    await goTo(desk, 'import');
    await page.getByRole('link', { name: 'old base.csv' }).click();
    await button(t, page, 'import.resume').click();
    await reportShown(desk);
    const { reasons, ...expected } = old.expected;
    expect(await countsShown(desk)).toEqual({ ...expected, unchanged: 0 });
    expect((await latest(page)).counts.reasons).toEqual(reasons);
    expect(await partiesOf(page)).toBe(before + old.expected.created + old.expected.duplicates);
    await picture(page, 'old-base-report');
  });

  await test.step('rejected rows and rows that seem known are saved as workbooks', async () => {
    for (const [save, saved, count] of [
      ['saveRejected', 'savedRejected', old.expected.rejected],
      ['saveAlike', 'savedAlike', old.expected.duplicates],
    ] as const) {
      const target = folder.path(`${save}.xlsx`);
      await chooseFile(launched.app, target);
      await button(t, page, `import.${save}`).click();
      await expect(notice(desk, `import.${saved}`, { count })).toBeVisible(patience);
      expect(cells((await readAll(target)).rows)).toHaveLength(count + 1);
    }
  });

  const accounts = keysIn(old.file);
  const { table, memos } = goldMineHistory(historyOf(accounts, LINES));
  await test.step('its history attaches to the people with its own dates and users', async () => {
    folder.write('CONTHIST.FPT', memos);
    await tryFile(desk, folder.write('CONTHIST.DBF', table));
    await button(t, page, 'import.runNow', { count: LINES }).click();
    await reportShown(desk);
    expect(await countsShown(desk)).toMatchObject({ read: LINES, created: LINES, rejected: 0 });
    const line = historyOf(accounts, LINES).at(-1)!;
    const { hits } = (await asked(page, 'search.find', { text: line.about, limit: 20 })) as {
      hits: { entity: string; id: string }[];
    };
    const activities = await Promise.all(
      hits.filter(({ entity }) => entity === 'activity').map(({ id }) => asked(page, 'activities.get', { id })),
    );
    const found = activities.find((one) => (one as { subject: string }).subject === line.about);
    const day = `${line.day.slice(0, 4)}-${line.day.slice(4, 6)}-${line.day.slice(6)}`;
    expect(found).toMatchObject({ subject: line.about });
    expect(new Date((found as { at: number }).at).toISOString().slice(0, 10)).toBe(day);
    const { author, recordedBy } = found as { author: { name: string } | null; recordedBy: string | null };
    expect(recordedBy ?? author?.name).toBe(line.user === 'AMAL' ? 'أمل الحسن' : line.user);
  });

  await test.step('history and people are taken back; what was changed since is kept and counted', async () => {
    await undoShown(desk);
    expect(((await asked(page, 'base.counts')) as { activities: number }).activities).toBe(0);
    const list = (await asked(page, 'parties.list', {
      filter: {},
      sort: { by: 'created', direction: 'descending' },
      limit: CHANGED_SINCE,
    })) as { rows: { id: string }[] };
    for (const { id } of list.rows) await asked(page, 'parties.update', { id, set: { note: 'seen since' } });
    await goTo(desk, 'import');
    await page.getByRole('link', { name: 'old base.csv' }).click();
    const buckets = await undoShown(desk);
    expect(buckets['reversed']).toBeGreaterThan(old.expected.created);
    expect(buckets['kept']).toBeGreaterThanOrEqual(CHANGED_SINCE);
    expect(buckets['impossible']).toBe(0);
    expect(await partiesOf(page)).toBe(before + CHANGED_SINCE);
  });
  await launched.close();
});

/** The import on the page, undone; the three buckets as they are shown. */
async function undoShown(desk: Desk): Promise<Record<string, number>> {
  const page = desk.page();
  const { t } = desk;
  await button(t, page, 'import.undo').click();
  await button(t, page.getByRole('dialog'), 'import.undo').click();
  const bucket = (name: string) => page.locator('dl > div').filter({ hasText: said(t(`operations.${name}`), 'part') });
  await expect(bucket('reversed')).toBeVisible(patience);
  await picture(page, 'old-base-undone');
  const shown: Record<string, number> = {};
  for (const name of ['reversed', 'kept', 'impossible'])
    shown[name] = Number(plain(await bucket(name).locator('dd').innerText()));
  return shown;
}

/** Keys of rows that came in, from the file itself. */
function keysIn(file: Buffer): string[] {
  return new TextDecoder('windows-1256')
    .decode(file)
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'))
    .filter(([key, name, phone, birth]) => key && name && phone !== '0912' && !birth?.includes('/13/'))
    .map(([key]) => key!);
}
