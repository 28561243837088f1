// Deals through the door: made with a party, moved by the rules of their stages, shown on a board with exact sums, and seen by whom they may.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stage } from '@shared/features/pipelines/pipeline';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const DAY = 86_400_000;
const nobody = '00000000-0000-7000-8000-000000000000';

let test: TestEngine;
let pipelineId: string;
let stages: readonly Stage[];
let reasons: readonly { id: string }[];
beforeAll(async () => {
  test = await openEngine({ country: 'SA' });
  pipelineId = value(await test.client.pipelines.begin({ preset: 'sales' })).id;
  const { pipelines, lossReasons } = value(await test.client.pipelines.list({}));
  stages = pipelines[0]!.stages;
  reasons = lossReasons;
});
afterAll(() => test.close());

const stage = (name: string): string => stages.find(({ names }) => names.en === name)!.id;
const person = async (text: string): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }] })).id;
const deal = async (more: object = {}): Promise<string> =>
  value(
    await test.client.deals.create({ partyId: await person('عملاء الواحة'), pipelineId, title: 'تأمين صحي', ...more }),
  ).id;
const get = async (id: string) => value(await test.client.deals.get({ id }));
const move = (id: string, to: string, more: object = {}) =>
  test.client.deals.move({ id, toStageId: stage(to), ...more });

describe('a new deal', () => {
  it('is with somebody who is there, begins in the first stage, is its maker’s, and in the currency of its pipeline', async () => {
    const partyId = await person('نورة القحطاني');
    const made = await get(value(await test.client.deals.create({ partyId, pipelineId, title: ' وثيقة  سيارة ' })).id);
    expect(made).toMatchObject({
      title: 'وثيقة سيارة',
      party: { id: partyId, name: 'نورة القحطاني' },
      stageId: stage('First contact'),
      state: 'open',
      currency: 'SAR',
      amount: null,
      owner: { name: 'آمال' },
      visits: [{ fromStageId: null, toStageId: stage('First contact') }],
    });
    const gone = await person('محذوف');
    value(await test.client.parties.remove({ ids: [gone] }));
    for (const absent of [gone, nobody])
      expect(code(await test.client.deals.create({ partyId: absent, pipelineId, title: 'x' }))).toBe(
        'deals.party-not-found',
      );
  });

  it('does not begin at an end, nor in a stage that needs what is not given, and then nothing of it is stored', async () => {
    const partyId = await person('خالد');
    const before = value(await test.client.deals.list({ filter: { partyId } })).count.value;
    const draft = { partyId, pipelineId, title: 'x' };
    expect(code(await test.client.deals.create({ ...draft, stageId: stage('Won') }))).toBe('deals.stage-closed');
    const refused = await test.client.deals.create({ ...draft, stageId: stage('Proposal') });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'deals.needs', details: { needs: ['amount', 'expected-on'] } },
    });
    expect(value(await test.client.deals.list({ filter: { partyId } })).count.value).toBe(before);
  });
});

describe('a move', () => {
  it('asks what the stage needs and asks, and a loss for its reason; the last move is where the deal is', async () => {
    const id = await deal();
    expect(code(await move(id, 'Qualified'))).toBe('deals.needs');
    value(await test.client.deals.update({ id, set: { amount: 90_000_00, expectedOn: '2026-06-01' } }));
    value(await move(id, 'Qualified'));
    expect(code(await move(id, 'Qualified'))).toBe('deals.already-there');
    const decider = await person('مدير المشتريات');
    expect(code(await move(id, 'Contract', { confirmed: true }))).toBe('deals.needs');
    value(await test.client.deals.setParty({ dealId: id, partyId: decider, role: 'decider', influence: 3 }));
    expect(code(await move(id, 'Contract'))).toBe('deals.criteria');
    value(await move(id, 'Contract', { confirmed: true }));
    expect(code(await move(id, 'Lost'))).toBe('deals.loss-reason-needed');
    expect(code(await move(id, 'Lost', { lossReasonId: nobody }))).toBe('deals.loss-reason-unknown');
    value(await move(id, 'Lost', { lossReasonId: reasons[0]!.id, reason: 'أغلى من غيره' }));
    const lost = await get(id);
    expect(lost).toMatchObject({ state: 'lost', stageId: stage('Lost') });
    expect(lost.visits.at(-1)).toMatchObject({
      fromStageId: stage('Contract'),
      lossReasonId: reasons[0]!.id,
      reason: 'أغلى من غيره',
      amount: 90_000_00,
    });
  });

  it('of two at once the second is told that somebody was quicker', async () => {
    const id = await deal({ expectedOn: '2026-06-01', amount: 5 });
    const fromStageId = stage('First contact');
    value(await move(id, 'Qualified', { fromStageId }));
    expect(code(await move(id, 'Proposal', { fromStageId }))).toBe('deals.moved-meanwhile');
    expect((await get(id)).stageId).toBe(stage('Qualified'));
  });

  it('may be written down later, but not before the one it follows, nor ahead of time', async () => {
    const id = await deal({ expectedOn: '2026-06-01' });
    const made = test.clock.at;
    test.clock.at += 3 * DAY;
    expect(code(await move(id, 'Qualified', { at: test.clock.at + 1 }))).toBe('deals.in-the-future');
    expect(code(await move(id, 'Qualified', { at: made - 1 }))).toBe('deals.before-its-time');
    value(await move(id, 'Qualified', { at: made + DAY }));
    expect((await get(id)).visits.map(({ milliseconds }) => milliseconds / DAY)).toEqual([1, 2]);
  });

  it('is taken back by undo, and the deal is where it was before', async () => {
    const id = await deal({ expectedOn: '2026-06-01' });
    value(await move(id, 'Qualified'));
    value(await test.client.operations.undo({}));
    expect(await get(id)).toMatchObject({ stageId: stage('First contact'), state: 'open' });
  });

  it('leaves a stage no poorer than the stage needs', async () => {
    const id = await deal({ expectedOn: '2026-06-01' });
    value(await move(id, 'Qualified'));
    expect(code(await test.client.deals.update({ id, set: { expectedOn: null } }))).toBe('deals.needs');
    value(await test.client.deals.update({ id, set: { expectedOn: '2026-07-01', nextStep: 'اتصال' } }));
  });
});

describe('a pause', () => {
  it('does not count as time in the stage, and a deal that rests does not rot', async () => {
    const id = await deal();
    test.clock.at += 2 * DAY;
    value(await test.client.deals.pause({ id, reason: 'بعد رمضان' }));
    expect(code(await test.client.deals.pause({ id }))).toBe('deals.paused');
    test.clock.at += 30 * DAY;
    expect(await get(id)).toMatchObject({ isPaused: true, isRotting: false });
    value(await test.client.deals.resume({ id }));
    expect(code(await test.client.deals.resume({ id }))).toBe('deals.not-paused');
    test.clock.at += 12 * DAY;
    expect((await get(id)).visits[0]!.milliseconds).toBe(14 * DAY);
    expect((await get(id)).isRotting).toBe(false);
    test.clock.at += 1;
    expect((await get(id)).isRotting).toBe(true);
  });
});

describe('the board', () => {
  it('shows the open stages with all that lies in them, sums to the minor unit by currency, and pages that go on', async () => {
    const id = value(await test.client.pipelines.begin({ preset: 'policies', currency: 'KWD' })).id;
    const [first] = value(await test.client.pipelines.list({})).pipelines.find((one) => one.id === id)!.stages;
    const partyId = await person('مجموعة الشرق');
    const most = 100_000_000_000_000;
    for (const [index, amount] of [1_234, most, null, 999, most].entries())
      value(
        await test.client.deals.create({
          partyId,
          pipelineId: id,
          title: `وثيقة ${index}`,
          amount,
          expectedOn: index === 3 ? null : `2026-06-0${index + 1}`,
          currency: index === 3 ? 'USD' : 'KWD',
        }),
      );
    const { columns } = value(await test.client.deals.board({ pipelineId: id, cards: 2 }));
    expect(columns.map(({ count }) => count)).toEqual([5, 0, 0, 0]);
    expect(columns[0]).toMatchObject({
      stageId: first!.id,
      totals: [
        { currency: 'KWD', count: 4, sum: `${2 * most + 1_234}`, weighted: `${(2 * most + 1_230) / 10}` },
        { currency: 'USD', count: 1, sum: '999', weighted: '100' },
      ],
    });
    const titles = columns[0]!.cards.map(({ title }) => title);
    let next = columns[0]!.next;
    while (next !== null) {
      const page = value(await test.client.deals.list({ filter: { stageId: first!.id }, after: next, limit: 2 }));
      titles.push(...page.rows.map(({ title }) => title));
      next = page.next;
    }
    expect(titles).toEqual(['وثيقة 3', 'وثيقة 0', 'وثيقة 1', 'وثيقة 2', 'وثيقة 4']);
  });

  it.each(['expected', 'created', 'amount', 'stage-time'] as const)(
    'is a list too: by %s, both ways, every deal once whatever the page',
    async (by) => {
      for (const direction of ['ascending', 'descending'] as const) {
        const ask = { filter: { states: ['open' as const, 'lost' as const] }, sort: { by, direction } };
        const whole = value(await test.client.deals.list({ ...ask, limit: 200 })).rows.map(({ id }) => id);
        const paged: string[] = [];
        for (let after: string | undefined; ;) {
          const page = value(await test.client.deals.list({ ...ask, limit: 3, ...(after ? { after } : {}) }));
          paged.push(...page.rows.map(({ id }) => id));
          if (page.next === null) break;
          after = page.next;
        }
        expect(paged).toEqual(whole);
        expect(new Set(whole).size).toBeGreaterThan(10);
      }
    },
  );

  it('keeps the deals of records that are one together, and those of a deleted deal out', async () => {
    const [one, other] = [await person('فهد الدوسري'), await person('فهد دوسري')];
    const kept = await deal({ partyId: one });
    await deal({ partyId: other });
    value(await test.client.parties.merge({ intoId: one, ids: [other] }));
    const list = async () => value(await test.client.deals.list({ filter: { partyId: other } })).rows;
    expect((await list()).map(({ party }) => party.id)).toEqual([one, one]);
    value(await test.client.deals.remove({ ids: [kept] }));
    expect(code(await test.client.deals.remove({ ids: [kept] }))).toBe('deals.not-found');
    expect((await list()).length).toBe(1);
    value(await test.client.deals.restore({ ids: [kept] }));
    expect((await list()).length).toBe(2);
  });
});

describe('whose deals', () => {
  it('a colleague’s are in no list, no sum, no history and no command of one who sees their own', async () => {
    const { client } = test;
    const omid = value(
      await client.users.create({ login: 'omid', displayName: 'امید', role: 'broker-agent', passphrase } as never),
    ) as { id: string };
    const partyId = value(
      await client.parties.create({ kind: 'person', names: [{ text: 'شركة النخيل' }], ownerId: omid.id }),
    ).id;
    const theirs = value(
      await client.deals.create({ partyId, pipelineId, title: 'له', amount: 7_00, ownerId: omid.id }),
    ).id;
    const mine = value(await client.deals.create({ partyId, pipelineId, title: 'لي', amount: 9_00 })).id;
    value(await client.session.lock({}));
    value(await client.session.unlock({ login: 'omid', passphrase }));
    try {
      const rows = value(await client.deals.list({})).rows;
      expect(rows.map(({ id }) => id)).toEqual([theirs]);
      const { columns } = value(await client.deals.board({ pipelineId }));
      expect(columns.flatMap(({ totals }) => totals)).toMatchObject([{ count: 1, sum: '700' }]);
      for (const answer of [
        await client.deals.get({ id: mine }),
        await client.deals.update({ id: mine, set: { title: 'x' } }),
        await move(mine, 'Lost', { lossReasonId: reasons[0]!.id }),
        await client.deals.pause({ id: mine }),
        await client.deals.setParty({ dealId: mine, partyId, role: 'buyer' }),
      ])
        expect(['deals.not-found', 'door.out-of-reach']).toContain(code(answer));
      const history = value(await client.operations.list({}));
      expect(JSON.stringify(history)).not.toContain(mine);
      expect(code(await client.deals.update({ id: theirs, set: { ownerId: null } }))).toBe('door.out-of-reach');
      value(await client.deals.update({ id: theirs, set: { nextStep: 'زيارة' } }));
    } finally {
      value(await client.session.lock({}));
      value(await client.session.unlock({ login: 'amal', passphrase }));
    }
    expect(await get(mine)).toMatchObject({ title: 'لي', isPaused: false, parties: [] });
  });
});
