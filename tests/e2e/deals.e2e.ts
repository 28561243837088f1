// Deals in the real window: a pipeline begun, deals moved by hand, by key and from the menu, what a stage asks, two people at once, and many cards.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import type { Desk } from '../support/desk';
import { button, choose, goTo, goToAddress, inLanguage, notice, openDesk, openParty, said } from '../support/desk';
import { asked, picture } from '../support/launch';

interface Stage {
  readonly id: string;
  readonly kind: string;
  readonly names: Readonly<Record<'ar' | 'fa' | 'en', string>>;
}
interface Board {
  readonly pipelineId: string;
  readonly stages: readonly Stage[];
}

async function boardOf(page: Page): Promise<Board> {
  const { pipelines } = (await asked(page, 'pipelines.list')) as { pipelines: { id: string; stages: Stage[] }[] };
  return { pipelineId: pipelines[0]!.id, stages: pipelines[0]!.stages };
}

async function begin(page: Page): Promise<Board & { partyId: string }> {
  await asked(page, 'pipelines.begin', { preset: 'sales', currency: 'SAR' });
  const party = (await asked(page, 'parties.create', { kind: 'organisation', names: [{ text: 'شركة النور' }] })) as {
    id: string;
  };
  return { ...(await boardOf(page)), partyId: party.id };
}

const column = (page: Page, stage: Stage | undefined): Locator => page.locator(`section[data-stage="${stage!.id}"]`);
const card = (place: Page | Locator, title: string): Locator => place.locator('[data-deal]').filter({ hasText: title });

const dealsOf = async (page: Page, filter: object = {}): Promise<{ id: string; title: string; amount: number }[]> =>
  ((await asked(page, 'deals.list', { filter })) as { rows: { id: string; title: string; amount: number }[] }).rows;

const visitsOf = async (page: Page, id: string): Promise<string[]> =>
  ((await asked(page, 'deals.get', { id })) as { visits: { toStageId: string }[] }).visits.map((one) => one.toStageId);

test('an office begins with a pipeline; a card dragged in Arabic and one moved by key in English went the same way, and a stage asks for what it needs', async () => {
  let desk: Desk = await openDesk('ar');
  const page = desk.page();
  try {
    await asked(page, 'parties.create', { kind: 'organisation', names: [{ text: 'شركة النور' }] });
    await goTo(desk, 'deals');
    await expectAccessible(page, 'no pipeline');
    await button(desk.t, page, 'deals.pipeline.beginWith', { name: 'المبيعات' }).click();
    await expect(page.getByText(desk.t('deals.empty'))).toBeVisible();
    const { stages } = await boardOf(page);

    for (const title of ['توريد أجهزة', 'عقد صيانة']) {
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('KeyN');
      const dialog = page.getByRole('dialog', { name: desk.t('deals.new') });
      await expect(dialog.getByRole('textbox').first()).toBeFocused();
      await dialog.getByRole('textbox').first().fill('النور');
      await page.getByRole('option').filter({ hasText: 'شركة النور' }).click();
      await dialog.getByRole('textbox', { name: said(desk.t('catalogue.deal.title'), 'part') }).fill(title);
      await dialog.getByRole('textbox', { name: said(desk.t('catalogue.deal.amount'), 'part') }).fill('١٢٬٥٠٠٫٥');
      await button(desk.t, dialog, 'deals.create').click();
      await expect(card(column(page, stages[0]), title)).toBeVisible();
    }
    expect((await dealsOf(page)).map(({ amount }) => amount)).toEqual([1_250_050, 1_250_050]);
    await expectAccessible(page, 'board');

    await card(page, 'توريد أجهزة').dragTo(column(page, stages[1]));
    const asks = page.getByRole('dialog', { name: said(desk.t('deals.asks', { stage: stages[1]!.names.ar })) });
    await expectAccessible(page, 'what a stage asks');
    await asks.getByRole('textbox').fill('15/9/2027');
    await picture(page, 'deals-asks-ar');
    await button(desk.t, asks, 'deals.move', { stage: stages[1]!.names.ar }).click();
    await expect(card(column(page, stages[1]), 'توريد أجهزة')).toBeVisible();

    desk = await inLanguage(desk, 'en');
    await card(page, 'عقد صيانة').getByRole('link').focus();
    await page.keyboard.press('Control+ArrowRight');
    const again = page.getByRole('dialog');
    await again.getByRole('textbox').fill('15/9/2027');
    await button(desk.t, again, 'deals.move', { stage: stages[1]!.names.en }).click();
    await expect(card(column(page, stages[1]), 'عقد صيانة').getByRole('link')).toBeFocused();
    const ways = await Promise.all((await dealsOf(page)).map(({ id }) => visitsOf(page, id)));
    expect(ways).toEqual([
      [stages[0]!.id, stages[1]!.id],
      [stages[0]!.id, stages[1]!.id],
    ]);

    await notice(desk, 'deals.moved', { title: 'عقد صيانة', stage: stages[1]!.names.en }).getByRole('button').click();
    await expect(card(column(page, stages[0]), 'عقد صيانة')).toBeVisible();
  } finally {
    await desk.launched.close();
  }
});

test('a lost deal wants a reason, and who moves a deal that somebody else has moved is told who and where', async () => {
  const desk = await openDesk('fa');
  const { t } = desk;
  const page = desk.page();
  try {
    const { pipelineId, partyId, stages } = await begin(page);
    const lost = stages.find(({ kind }) => kind === 'lost')!;
    const create = (title: string): Promise<unknown> =>
      asked(page, 'deals.create', { title, partyId, pipelineId, amount: 500_000, expectedOn: '2027-01-20' });
    await create('بیمه‌ی کارکنان');
    await create('بیمه‌ی ساختمان');
    await goTo(desk, 'deals');
    await card(page, 'بیمه‌ی ساختمان').getByRole('button').click();
    await page.getByRole('menuitem', { name: lost.names.fa }).click();
    const why = page.getByRole('dialog');
    await expect(button(t, why, 'deals.move', { stage: lost.names.fa })).toBeDisabled();
    await choose(why, t('catalogue.loss_reason'), 'قیمت');
    await why.getByRole('textbox', { name: t('deals.lossWords') }).fill('یک‌پنجم گران‌تر بود');
    await picture(page, 'deals-lost-fa');
    await button(t, why, 'deals.move', { stage: lost.names.fa }).click();
    await expect(card(page, 'بیمه‌ی ساختمان')).toHaveCount(0);

    const [other] = await dealsOf(page);
    await card(page, 'بیمه‌ی کارکنان').getByRole('button').click();
    await page.getByRole('menuitem', { name: lost.names.fa }).click();
    await asked(page, 'deals.move', { id: other!.id, toStageId: stages[2]!.id });
    const late = page.getByRole('dialog');
    await choose(late, t('catalogue.loss_reason'), 'قیمت');
    await button(t, late, 'deals.move', { stage: lost.names.fa }).click();
    const told = { name: 'أمل الحسن', title: 'بیمه‌ی کارکنان', stage: stages[2]!.names.fa };
    await expect(notice(desk, 'deals.moved-meanwhile', told)).toBeVisible();
    await expect(card(column(page, stages[2]), 'بیمه‌ی کارکنان')).toBeVisible();

    await button(t, page, 'deals.view.list').click();
    await page.getByText(t('catalogue.deal.state.lost'), { exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: 'بیمه‌ی ساختمان' })).toBeVisible();
    await expectAccessible(page, 'list');
  } finally {
    await desk.launched.close();
  }
});

test('all of a deal is changed on its page: facts in place, who has a say, a pause, the bin and back', async () => {
  const desk = await openDesk('en');
  const { t } = desk;
  const page = desk.page();
  try {
    await begin(page);
    await openParty(desk, 'شركة النور');
    const section = page.getByRole('region', { name: t('common.page-deals'), exact: true });
    await button(t, section, 'deals.new').first().click();
    const dialog = page.getByRole('dialog', { name: t('deals.new') });
    await dialog.getByRole('textbox', { name: said(t('catalogue.deal.title'), 'part') }).fill('Yearly service');
    await button(t, dialog, 'deals.create').click();
    await section.getByRole('link', { name: 'Yearly service' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yearly service');

    await page
      .getByRole('button', { name: said(t('record.editField', { field: t('catalogue.deal.amount') }), 'part') })
      .click();
    await page.getByRole('textbox', { name: t('catalogue.deal.amount') }).fill('1,000.005');
    await expect(page.getByText(t('common.money-too-precise'))).toBeVisible();
    await page.getByRole('textbox', { name: t('catalogue.deal.amount') }).fill('1,000.5');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await dealsOf(page))[0]?.amount).toBe(100_050);

    await button(t, page, 'deals.party.add').click();
    const say = page.getByRole('dialog', { name: t('deals.party.add') });
    await say.getByRole('textbox').first().fill('النور');
    await page.getByRole('option').filter({ hasText: 'شركة النور' }).click();
    await choose(say, t('catalogue.deal_party.influence'), t('deals.influence.3'));
    await button(t, say, 'common.save').click();
    await expect(page.getByText(t('deals.influence.3'))).toBeVisible();

    await button(t, page, 'deals.pause').click();
    const pause = page.getByRole('dialog', { name: t('deals.pause') });
    await pause.getByRole('textbox').fill('Their budget comes in spring');
    await button(t, pause, 'deals.pause').click();
    await expect(page.getByText('Their budget comes in spring')).toBeVisible();
    await expectAccessible(page, 'deal');
    await picture(page, 'deal-en');
    await button(t, page, 'deals.resume').click();
    await expect(button(t, page, 'deals.pause')).toBeVisible();

    await button(t, page, 'deals.remove').click();
    await expect(page.getByText(t('deals.inBin'))).toBeVisible();
    await notice(desk, 'deals.removed', { title: 'Yearly service' }).getByRole('button').click();
    await expect(page.getByText(t('deals.inBin'))).toHaveCount(0);
  } finally {
    await desk.launched.close();
  }
});

test('a pipeline is made the office’s own in the settings: a stage gets another place and name, and a new one asks for something', async () => {
  const desk = await openDesk('en');
  const { t } = desk;
  const page = desk.page();
  try {
    await begin(page);
    await goTo(desk, 'settings');
    const panel = page.getByRole('region', { name: t('deals.settings'), exact: true });
    await button(t, panel, 'record.editField', { field: 'Sales' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sales' });
    await button(t, dialog, 'deals.settings.down', { name: 'First contact' }).click();
    await button(t, dialog, 'deals.settings.addStage').click();
    for (const [language, name] of [
      ['العربية', 'تجربة'],
      ['فارسی', 'آزمایش'],
      ['English', 'Trial'],
    ] as const) {
      const label = t('common.name-in', { name: t('catalogue.pipeline_stage.names'), language });
      await dialog
        .getByRole('listitem')
        .getByRole('textbox', { name: said(label, 'part') })
        .fill(name);
    }
    await expectAccessible(page, 'pipeline');
    await picture(page, 'deals-pipeline-en');
    await button(t, dialog, 'common.save').click();
    await expect(dialog).toHaveCount(0);
    const names = (await boardOf(page)).stages.map((stage) => stage.names.en);
    expect(names).toEqual(['Qualified', 'First contact', 'Proposal', 'Contract', 'Trial', 'Won', 'Lost']);
    await picture(page, 'deals-settings-en');
  } finally {
    await desk.launched.close();
  }
});

test('a board of two thousand deals draws only the cards in sight, and the keyboard reaches those further down', async () => {
  test.setTimeout(240_000);
  const desk = await openDesk('en');
  const page = desk.page();
  try {
    const { pipelineId, partyId, stages } = await begin(page);
    await page.evaluate(
      async (common) => {
        const { diwan } = window as unknown as {
          diwan: { call(op: string, input: unknown): Promise<{ ok: boolean }> };
        };
        for (let number = 0; number < 2000; number++) {
          const made = await diwan.call('deals.create', { ...common, title: `Deal ${number}` });
          if (!made.ok) throw new Error(JSON.stringify(made));
        }
      },
      { pipelineId, partyId, amount: 100, expectedOn: '2027-01-20' },
    );
    await goToAddress(page, 'deals');
    await expect(column(page, stages[0]).locator('[data-deal]').first()).toBeVisible();
    await expect(column(page, stages[0]).getByRole('heading')).toContainText('2,000');
    expect(await page.locator('[data-deal]').count()).toBeLessThan(150);
    await column(page, stages[0]).getByRole('link').first().focus();
    await page.keyboard.press('End');
    const place = (): Promise<number> =>
      page.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0));
    await expect.poll(place).toBeGreaterThan(50);
    expect(await page.locator('[data-deal]').count()).toBeLessThan(150);
  } finally {
    await desk.launched.close();
  }
});

test('the sample office has deals in every stage to look at, in three languages and both lights', async () => {
  test.setTimeout(240_000);
  let desk = await openDesk('ar', { sample: true });
  const page = desk.page();
  try {
    for (const language of ['ar', 'fa', 'en'] as const) {
      desk = await inLanguage(desk, language);
      await goTo(desk, 'deals');
      await expect(page.getByRole('heading', { level: 2 })).toHaveCount(4);
      await expect(page.locator('[data-deal]').first()).toBeVisible();
      for (const theme of ['dark', 'light'] as const) {
        await asked(page, 'settings.updateUser', { theme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
        await picture(page, `deals-board-${language}-${theme}`);
      }
    }
    const rows = (await asked(page, 'deals.list', { filter: { states: ['won', 'lost'] } })) as {
      rows: { id: string }[];
    };
    await goToAddress(page, `deal/${rows.rows[0]!.id}`);
    await expectAccessible(page, 'a deal that ended');
    await picture(page, 'deal-ended-en');
  } finally {
    await desk.launched.close();
  }
});
