// The forecast in the real window: figures and the deals behind them, a manager's own view, a goal, what changed since a snapshot; in three languages.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import type { Desk } from '../support/desk';
import { button, choose, goTo, inLanguage, notice, openDesk, said } from '../support/desk';
import { asked, picture } from '../support/launch';

const MILLION = 10_000_000;
const names = (ar: string, fa: string, en: string) => ({ ar, fa, en });

interface Made {
  readonly proposal: string;
  readonly contract: string;
  readonly deals: Readonly<Record<string, string>>;
}

/** Twenty of forty proposals were won, so that odds are learned; of contracts too few have ended. */
async function sell(page: Page): Promise<Made> {
  const open = (own: object, odds: number) => ({ names: own, kind: 'open', odds });
  const { id: pipelineId } = (await asked(page, 'pipelines.save', {
    names: names('المبيعات', 'فروش', 'Sales'),
    currency: 'IRR',
    stages: [
      open(names('عرض', 'پیشنهاد', 'Proposal'), 10),
      open(names('عقد', 'قرارداد', 'Contract'), 80),
      { names: names('ربحت', 'برنده', 'Won'), kind: 'won', odds: 100 },
      { names: names('خسرت', 'بازنده', 'Lost'), kind: 'lost', odds: 0 },
    ],
  })) as { id: string };
  await asked(page, 'pipelines.saveLossReason', { names: names('السعر', 'قیمت', 'Price') });
  const { pipelines, lossReasons } = (await asked(page, 'pipelines.list')) as {
    pipelines: { stages: { id: string }[] }[];
    lossReasons: { id: string; about: string }[];
  };
  const lossReasonId = lossReasons.find(({ about }) => about === 'deal')!.id;
  const [proposal, contract, won, lost] = pipelines[0]!.stages.map(({ id }) => id) as [string, string, string, string];
  const { id: partyId } = (await asked(page, 'parties.create', {
    kind: 'organisation',
    names: [{ text: 'شرکت آفتاب' }],
  })) as { id: string };
  const { today, period } = (await asked(page, 'forecast.get')) as { today: string; period: { to: string } };
  const deal = async (title: string, millions: number, more: object): Promise<string> => {
    const draft = { partyId, pipelineId, title, amount: millions * MILLION, ...more };
    return ((await asked(page, 'deals.create', draft)) as { id: string }).id;
  };
  for (let index = 0; index < 40; index += 1) {
    const id = await deal(`گذشته ${index}`, 10, { stageId: proposal });
    const end = index < 20 ? { toStageId: won } : { toStageId: lost, lossReasonId };
    await asked(page, 'deals.move', { id, ...end });
  }
  const deals = {
    b: await deal('بیمه‌ی ناوگان', 600, { stageId: proposal, category: 'commit', expectedOn: period.to }),
    e: await deal('بیمه‌ی درمان', 1000, { stageId: proposal, category: 'pipeline', expectedOn: period.to }),
    g: await deal('بیمه‌ی انبار', 250, { stageId: proposal, category: 'pipeline', expectedOn: period.to }),
  };
  expect(today <= period.to).toBe(true);
  return { proposal, contract, deals };
}

const tile = (page: Page, name: string) => page.locator(`button[data-tile="${name}"]`);

async function takeSnapshot(page: Page): Promise<void> {
  const { jobId } = (await asked(page, 'forecast.snapshot')) as { jobId: string };
  await expect
    .poll(async () => ((await asked(page, 'jobs.get', { id: jobId })) as { state: string }).state)
    .toBe('done');
}

test('a manager reads a forecast: figures, the deals behind one, a view of their own beside it, a goal, and what changed since yesterday’s figures', async () => {
  let desk: Desk = await openDesk('fa');
  const page = desk.page();
  try {
    await asked(page, 'settings.updateSite', { fiscalCalendar: 'persian' });
    await goTo(desk, 'forecast');
    await expect(page.getByText(desk.t('forecast.empty'))).toBeVisible();
    const { deals, contract } = await sell(page);

    // Won 200; committed 600; weighted 200 + (600 + 1000 + 250) × 50 %.
    await expect(tile(page, 'won')).toContainText('۲۰۰');
    await expect(tile(page, 'commit')).toContainText('۸۰۰');
    await expect(tile(page, 'weighted')).toContainText('۱٬۱۲۵');
    await expect(page.getByText(desk.t('forecast.toman.million')).first()).toBeVisible();
    await takeSnapshot(page);
    await asked(page, 'deals.move', { id: deals['b'], toStageId: contract });
    await asked(page, 'deals.categorise', { ids: [deals['g']], category: 'omitted' });
    await expect(tile(page, 'weighted')).toContainText('۱٬۱۸۰');

    await tile(page, 'weighted').click();
    const behind = page.getByRole('region', {
      name: said(desk.t('forecast.behind', { figure: desk.t('forecast.figure.weighted') })),
    });
    await expect(behind.getByRole('row').filter({ hasText: 'بیمه‌ی درمان' })).toContainText('۵۰۰');
    await expect(behind.getByRole('row').filter({ hasText: 'بیمه‌ی انبار' })).toContainText(
      desk.t('forecast.why.omitted'),
    );
    await expect(behind.getByRole('row').filter({ hasText: 'بیمه‌ی ناوگان' })).toContainText('۰ از ۳۰');
    await expectAccessible(page, 'forecast');
    await picture(page, 'forecast-fa');

    await button(desk.t, page, 'forecast.adjust').click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: said(desk.t('catalogue.deal.amount'), 'part') })
      .fill(String(100 * MILLION));
    await dialog
      .getByRole('textbox', { name: said(desk.t('catalogue.forecast_adjustment.reason'), 'part') })
      .fill('هنوز امضا نشده');
    await button(desk.t, dialog, 'forecast.adjust').click();
    await expect(tile(page, 'commit')).toContainText('۷۰۰');
    await expect(tile(page, 'commit')).toContainText('۸۰۰');

    await page.getByRole('radio', { name: desk.t('forecast.tab.goals') }).press('Space');
    await button(desk.t, page, 'goals.set').click();
    const goal = page.getByRole('dialog');
    await goal.getByRole('textbox', { name: said(desk.t('goals.target'), 'part') }).fill(String(3000 * MILLION));
    await button(desk.t, goal, 'goals.set').click();
    await expect(notice(desk, 'goals.saved')).toBeVisible();
    await expect(page.getByRole('meter')).toBeVisible();
    await expectAccessible(page, 'goals');
    await picture(page, 'forecast-goals-fa');

    desk = await inLanguage(desk, 'ar');
    await page.getByRole('radio', { name: desk.t('forecast.tab.changes') }).press('Space');
    await expect(page.getByRole('row').filter({ hasText: 'بیمه‌ی ناوگان' })).toContainText(
      desk.t('forecast.reason.stage'),
    );
    await expect(page.getByRole('row').filter({ hasText: 'بیمه‌ی انبار' })).toContainText(
      desk.t('forecast.reason.omitted'),
    );
    await expectAccessible(page, 'what changed');
    await picture(page, 'forecast-changes-ar');

    desk = await inLanguage(desk, 'en');
    await asked(page, 'settings.updateUser', { theme: 'dark' });
    await page.getByRole('radio', { name: desk.t('forecast.tab.figures') }).press('Space');
    await choose(page, desk.t('catalogue.goal.calendar'), desk.t('common.calendar-gregory'));
    await expect(page.locator('[data-tile="coverage"]')).toHaveCount(0);
    await expect(page.getByText('Quarter')).not.toHaveCount(0);
    await picture(page, 'forecast-en-dark');
    await page.getByRole('radio', { name: desk.t('forecast.tab.accuracy') }).press('Space');
    await expect(page.getByText(desk.t('forecast.noAccuracy'))).toBeVisible();
  } finally {
    await desk.launched.close();
  }
});
