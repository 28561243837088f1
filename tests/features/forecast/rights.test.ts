// Who sees their own deals sees a forecast of those, whichever way they ask; goals are between somebody and whoever leads them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, passphrase, value } from '../../support/open-engine';
import { at, MILLION, openTeam, type Team } from './support';

const held: { team?: Team; omid: string; lale: string; theirs: string } = { omid: '', lale: '', theirs: '' };
const spring = { period: '1405-Q1' };
const expectedOn = '2026-06-01';

beforeAll(async () => {
  const team = await openTeam();
  held.team = team;
  const { test, deal, move, partyId } = team;
  const { client } = test;
  const user = async (login: string) =>
    value(await client.users.create({ login, displayName: login, role: 'broker-agent', passphrase } as never)).id;
  [held.omid, held.lale] = [await user('omid'), await user('lale')];
  // Both sell to one customer, who is both of theirs.
  value(await client.roles.add({ partyId, type: 'customer', ownerId: held.omid, deputyId: held.lale } as never));
  test.clock.at = at('2026-04-09');
  await deal('Contract', { title: 'his', amount: 5, ownerId: held.omid, category: 'commit', expectedOn });
  held.theirs = await deal('Contract', {
    title: 'hers',
    amount: 7,
    ownerId: held.lale,
    category: 'commit',
    expectedOn,
  });
  await move(await deal('Contract', { title: 'hers too', amount: 11, ownerId: held.lale }), 'Won');
  const goal = { ...spring, metric: 'won-amount' as const, currency: 'IRR' };
  value(await client.goals.set({ ...goal, target: 100 * MILLION }));
  value(await client.goals.set({ ...goal, target: 40 * MILLION, ownerId: held.lale }));
  value(await client.goals.set({ ...spring, metric: 'won-count', target: 4, ownerId: held.omid }));
  value(await client.forecast.adjust({ ...spring, figure: 'best', currency: 'IRR', delta: 1, reason: 'امید' }));
  await team.snapshot();
  test.clock.at = at('2026-04-20');
  value(await client.deals.update({ id: held.theirs, set: { amount: 8 * MILLION } }));
  await as('omid');
}, 60_000);
afterAll(() => held.team!.test.close());

async function as(login: string): Promise<void> {
  const { client } = held.team!.test;
  value(await client.session.lock({}));
  value(await client.session.unlock({ login, passphrase }));
}
const client = () => held.team!.test.client;

describe('one who sees their own deals', () => {
  it('gets no figure, no person, no deal and no change of a colleague’s, however it is asked', async () => {
    const { figures, people, adjustments } = value(await client().forecast.get(spring));
    expect(figures.map(({ won, commit, goal }) => [won.count, Number(commit) / MILLION, goal])).toEqual([[0, 5, null]]);
    expect(people.map(({ owner }) => owner?.id)).toEqual([held.omid]);
    expect(adjustments).toEqual([]);
    expect(value(await client().forecast.get({ ...spring, ownerId: held.lale })).figures).toEqual([]);
    for (const tile of ['won', 'commit', 'weighted', 'open', 'omitted', 'slipped'] as const) {
      const { rows } = value(await client().forecast.deals({ ...spring, tile, currency: 'IRR' }));
      expect(
        rows.every(({ owner }) => owner?.id === held.omid),
        tile,
      ).toBe(true);
      const hers = await client().forecast.deals({ ...spring, tile, currency: 'IRR', ownerId: held.lale });
      expect(value(hers).rows, tile).toEqual([]);
    }
    for (const ownerId of [undefined, held.lale]) {
      const compared = value(await client().forecast.compare({ ...spring, from: '2026-04-09', ownerId }));
      expect(JSON.stringify(compared)).not.toContain(held.theirs);
      expect(compared.difference).toBe('0');
    }
    const { columns } = value(await client().deals.board({ pipelineId: held.team!.pipelineId }));
    expect(columns.flatMap(({ totals }) => totals.map(({ count }) => count))).toEqual([1]);
  });

  it('cannot read the kept sums, the lines, goals and history of others by any statement of their own', () => {
    const { engine } = held.team!.test;
    const db = engine.base()!.readAs(engine.actor()!);
    const all = (text: string) => db.all<Record<string, unknown>>({ sql: text, parameters: [] });
    expect(all('select owner_id, sum(sum) as sum from deal_sum group by owner_id')).toEqual([
      { owner_id: held.omid, sum: 5 * MILLION },
    ]);
    expect(all('select distinct owner_id from forecast_line')).toEqual([{ owner_id: held.omid }]);
    expect(all('select distinct owner_id from goal')).toEqual([{ owner_id: held.omid }]);
    expect(all('select * from forecast_adjustment')).toEqual([]);
    expect(
      all(
        "select distinct json_extract(new, '$.owner_id') as owner from change where entity in ('goal', 'forecast_line')",
      ),
    ).toEqual([{ owner: held.omid }]);
    expect(all("select * from change where entity = 'forecast_adjustment'")).toEqual([]);
  });

  it('sees their own goals with what they reached, and sets, changes and removes no other than those they made themselves', async () => {
    const { goals } = value(await client().goals.progress(spring));
    expect(goals).toMatchObject([{ metric: 'won-count', owner: { id: held.omid }, reached: '0', mayChange: false }]);
    const goal = { ...spring, metric: 'activities' as const, target: 9 };
    for (const whose of [{}, { ownerId: held.lale }])
      expect(code(await client().goals.set({ ...goal, ...whose }))).toBe('goals.not-yours');
    expect(code(await client().goals.remove({ id: goals[0]!.id }))).toBe('goals.not-yours');
    expect(code(await client().goals.set({ ...spring, metric: 'won-count', target: 1, ownerId: held.omid }))).toBe(
      'goals.not-yours',
    );
    const { id } = value(await client().goals.set({ ...goal, ownerId: held.omid }));
    expect(value(await client().goals.set({ ...goal, target: 12, ownerId: held.omid })).id).toBe(id);
    expect(value(await client().goals.list(spring)).goals.find((one) => one.id === id)).toMatchObject({
      target: 12,
      mayChange: true,
    });
    expect(
      code(await client().forecast.adjust({ ...spring, figure: 'commit', currency: 'IRR', delta: 1, reason: 'x' })),
    ).toBe('door.forbidden');
  });
});

describe('whoever leads them', () => {
  it('sees goals and progress of all, by the working days of the office', async () => {
    await as('sara');
    const { goals } = value(await client().goals.progress(spring));
    expect(
      goals.map(({ owner, metric, reached, target }) => [owner?.name ?? null, metric, Number(reached), target]),
    ).toEqual([
      [null, 'won-amount', 11 * MILLION, 100 * MILLION],
      ['lale', 'won-amount', 11 * MILLION, 40 * MILLION],
      ['omid', 'won-count', 0, 4],
      ['omid', 'activities', 0, 12],
    ]);
    // Spring 1405 has 93 days, 13 of them Fridays; 30 had ended by 20 April, 4 of them Fridays.
    expect(goals[0]).toMatchObject({ workingDays: 80, workedDays: 26, due: String(32.5 * MILLION), pace: 'behind' });
    const before = value(await client().settings.get({})).site.officeHours;
    const nowruz = { name: 'نوروز', repeats: 'yearly', calendar: 'persian', month: 1, day: 1, days: 4 } as const;
    value(await client().settings.updateSite({ officeHours: { ...before, holidays: [nowruz] } }));
    const rested = value(await client().goals.progress(spring)).goals[0];
    expect(rested).toMatchObject({ workingDays: 76, workedDays: 22 });
  });
});
