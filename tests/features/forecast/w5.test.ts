// A sales manager reads the forecast of the Jalali quarter spring 1405: exact numbers, and why they are not what they were a week before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, value } from '../../support/open-engine';
import { at, givePast, MILLION, openTeam, type Team } from './support';

const held: { team?: Team; deals: Record<string, string> } = { deals: {} };
const millions = (amount: string | null): number | null => (amount === null ? null : Number(amount) / MILLION);
const spring = { period: '1405-Q1' };

beforeAll(async () => {
  const team = await openTeam();
  held.team = team;
  const { test, deal, move } = team;
  // The deal that is won this quarter is the 64th of 80.
  await givePast(team, { Qualified: [41, 205], Proposal: [90, 180], Contract: [63, 79] });
  test.clock.at = at('2026-04-09');
  const expectedOn = '2026-06-10';
  const a = await deal('Contract', { title: 'A', amount: 900 });
  await move(a, 'Won');
  held.deals = {
    a,
    b: await deal('Proposal', { title: 'B', amount: 600, category: 'commit', expectedOn }),
    c: await deal('Contract', { title: 'C', amount: 400, category: 'commit', expectedOn }),
    d: await deal('Proposal', { title: 'D', amount: 700, category: 'best-case', expectedOn }),
    e: await deal('Qualified', { title: 'E', amount: 1000, expectedOn }),
    f: await deal('Qualified', { title: 'F', amount: 300, expectedOn: '2026-04-30' }),
    g: await deal('Proposal', { title: 'G', amount: 250, category: 'pipeline', expectedOn }),
  };
  value(await test.client.goals.set({ ...spring, metric: 'won-amount', target: 3000 * MILLION, currency: 'IRR' }));
  test.clock.at = at('2026-04-28');
  expect(await team.snapshot()).toEqual({ day: '2026-04-28', lines: 471 });
  test.clock.at = at('2026-05-03');
  await move(held.deals['b']!, 'Contract');
  value(await test.client.deals.categorise({ ids: [held.deals['g']!], category: 'omitted' }));
  test.clock.at = at('2026-05-05');
}, 120_000);
afterAll(() => held.team!.test.close());

const client = () => held.team!.test.client;

describe('the figures of spring 1405', () => {
  it('are won, commit, best, weighted, slipped, gap and coverage by the odds that the office has learned', async () => {
    const { period, figures, stages } = value(await client().forecast.get(spring));
    expect(period).toMatchObject({ calendar: 'persian', from: '2026-03-21', to: '2026-06-21' });
    expect(value(await client().forecast.get({})).period).toEqual(period);
    const odds = new Map(stages.map((one) => [one.stageId, one]));
    for (const [name, won, decided, tenThousandths] of [
      ['Qualified', 41, 205, 2000],
      ['Proposal', 90, 180, 5000],
      ['Contract', 64, 80, 8000],
    ] as const)
      expect(odds.get(held.team!.stage(name))).toMatchObject({ won, decided, odds: tenThousandths, learned: true });
    const [rial, ...others] = figures;
    expect(others).toEqual([]);
    const { won, commit, best, weighted, slipped, gap, coverage, open, omitted } = rial!;
    expect([won.sum, commit, best, weighted, slipped.sum, gap, open, omitted.sum].map(millions)).toEqual([
      900, 1900, 2600, 2250, 300, 750, 2700, 250,
    ]);
    expect(coverage).toBe(129);
    expect(slipped.count).toBe(1);
  });

  it('have their deals behind them, with what each counts for and why some do not', async () => {
    const { rows } = value(await client().forecast.deals({ ...spring, tile: 'weighted', currency: 'IRR' }));
    expect(rows.map(({ title, odds, counts, why }) => [title, odds, millions(counts), why]).sort()).toEqual([
      ['B', 8000, 480, null],
      ['C', 8000, 320, null],
      ['D', 5000, 350, null],
      ['E', 2000, 200, null],
      ['F', 2000, null, 'slipped'],
      ['G', 5000, null, 'omitted'],
    ]);
    const titles = async (tile: 'won' | 'commit' | 'best' | 'slipped' | 'omitted' | 'open') =>
      value(await client().forecast.deals({ ...spring, tile, currency: 'IRR' }))
        .rows.map(({ title }) => title)
        .join('');
    expect(await titles('won')).toBe('A');
    expect(await titles('commit')).toBe('BC');
    expect(await titles('best')).toBe('BCD');
    expect(await titles('slipped')).toBe('F');
    expect(await titles('omitted')).toBe('G');
    expect(await titles('open')).toBe('BCDE');
  });

  it('go on from page to page without a deal lost or twice', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = value(
        await client().forecast.deals({ ...spring, tile: 'weighted', currency: 'IRR', limit: 2, after }),
      );
      seen.push(...page.rows.map(({ title }) => title));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen.toSorted().join('')).toBe('BCDEFG');
    expect(code(await client().forecast.deals({ ...spring, tile: 'won', currency: 'IRR', after: 'x' }))).toBe(
      'forecast.cursor-invalid',
    );
  });
});

describe('compared with the week before', () => {
  it('what is weighted is 5 less: 180 for a stage, 60 slipped, 125 left out', async () => {
    const compared = value(await client().forecast.compare({ ...spring, from: '2026-04-28' }));
    expect([compared.before, compared.after, compared.difference].map(millions)).toEqual([2255, 2250, -5]);
    expect(compared.changes.map(({ deal, reason, change }) => [deal?.title, reason, millions(change)])).toEqual([
      ['B', 'stage', 180],
      ['G', 'omitted', -125],
      ['F', 'slipped', -60],
    ]);
    expect(compared.reasons.map(({ reason, change }) => [reason, millions(change)])).toEqual([
      ['omitted', -125],
      ['slipped', -60],
      ['stage', 180],
    ]);
  });

  it('a day before the first snapshot has nothing to be compared with, and says so', async () => {
    expect(code(await client().forecast.compare({ ...spring, from: '2026-04-27' }))).toBe('forecast.no-snapshot');
    expect(code(await client().forecast.compare({ ...spring, from: '2026-05-02', to: '2026-05-01' }))).toBe(
      'forecast.days-turned',
    );
  });
});

describe('a pipeline of seven ended deals', () => {
  it('has not enough history: the odds are the office’s own guess, and say so', async () => {
    const { test, partyId } = held.team!;
    const policies = value(await test.client.pipelines.list({})).pipelines.find(({ names }) => names.en !== 'Sales')!;
    const [need] = policies.stages;
    const won = policies.stages.find(({ kind }) => kind === 'won')!;
    for (let index = 0; index < 7; index += 1) {
      const draft = { partyId, pipelineId: policies.id, title: `policy ${index}`, amount: 1, currency: 'USD' };
      const { id } = value(await test.client.deals.create(draft));
      value(await test.client.deals.move({ id, toStageId: won.id }));
    }
    const { stages } = value(await client().forecast.get({ ...spring, pipelineId: policies.id }));
    expect(stages.find(({ stageId }) => stageId === need!.id)).toEqual({
      stageId: need!.id,
      odds: need!.odds * 100,
      learned: false,
      won: 7,
      decided: 7,
    });
  });

  it('is in a currency of its own, which is never added to another', async () => {
    const { figures } = value(await client().forecast.get(spring));
    expect(figures.map(({ currency, won }) => [currency, won.count])).toEqual(
      [
        ['USD', 7],
        ['IRR', 1],
      ].toSorted(),
    );
  });
});

describe('an adjustment', () => {
  it('stands beside the figure, with its reason, and both are kept', async () => {
    value(
      await client().forecast.adjust({
        ...spring,
        figure: 'commit',
        currency: 'IRR',
        delta: -100 * MILLION,
        reason: 'مشتری C هنوز امضا نکرده',
      }),
    );
    const { figures, adjustments } = value(await client().forecast.get(spring));
    const rial = figures.find(({ currency }) => currency === 'IRR')!;
    expect([rial.commit, rial.adjusted.commit].map(millions)).toEqual([1900, 1800]);
    expect(rial.adjusted).toMatchObject({ best: null, weighted: null });
    expect(adjustments).toMatchObject([{ figure: 'commit', delta: -100 * MILLION, own: true, by: { name: 'سارا' } }]);
    value(
      await client().forecast.adjust({ ...spring, figure: 'commit', currency: 'IRR', delta: 0, reason: 'امضا شد' }),
    );
    expect(
      value(await client().forecast.get(spring)).figures.find(({ currency }) => currency === 'IRR')!.adjusted.commit,
    ).toBe(null);
  });
});

describe('another calendar', () => {
  it('regroups the deals: the same deals, the second quarter of 2026', async () => {
    const { period, figures } = value(await client().forecast.get({ calendar: 'gregory', period: '2026-Q2' }));
    expect(period).toMatchObject({ calendar: 'gregory', from: '2026-04-01', to: '2026-06-30' });
    const rial = figures.find(({ currency }) => currency === 'IRR')!;
    expect([rial.won.sum, rial.weighted].map(millions)).toEqual([900, 2250]);
    const later = value(await client().forecast.get({ calendar: 'gregory', period: '2026-Q3' }));
    expect(later.figures).toEqual([]);
    expect(code(await client().forecast.get({ period: '9999' }))).toBe('forecast.period-out-of-range');
  });
});
