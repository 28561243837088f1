// Snapshots: one a day, of what changed; nothing twice however often they are begun; and how true the first of a period was at its end.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, value } from '../../support/open-engine';
import { at, MILLION, openTeam, type Team } from './support';

const held: { team?: Team } = {};
beforeAll(async () => {
  held.team = await openTeam();
});
afterAll(() => held.team!.test.close());

const lines = (): number =>
  held.team!.test.engine.base()!.writer.prepare<[], number>('select count(*) from forecast_line').pluck().get()!;

describe('a snapshot', () => {
  it('is taken once a day; the next holds only what is not as it was; a killed one that is begun again writes nothing twice', async () => {
    const { test, deal, move, snapshot } = held.team!;
    test.clock.at = at('2026-01-05');
    const expectedOn = '2026-03-01';
    const [one, two] = [
      await deal('Proposal', { amount: 10, expectedOn }),
      await deal('Contract', { amount: 20, expectedOn }),
    ];
    expect(await snapshot()).toEqual({ day: '2026-01-05', lines: 2 });
    await move(one, 'Contract');
    expect(await snapshot()).toEqual({ day: '2026-01-05', lines: 0 });
    test.clock.at = at('2026-01-06');
    expect(await snapshot()).toEqual({ day: '2026-01-06', lines: 1 });
    // As if the program had died between the lines and the end of the snapshot.
    const { writer } = test.engine.base()!;
    writer.exec('begin; insert into current_operation (one, seq) select 1, max(seq) from operation');
    writer.exec("delete from forecast_snapshot where taken_on = '2026-01-06'; delete from current_operation; commit");
    const before = lines();
    expect(await snapshot()).toEqual({ day: '2026-01-06', lines: 0 });
    expect(lines()).toBe(before);
    test.clock.at = at('2026-01-09');
    value(await test.client.deals.remove({ ids: [two] }));
    expect(await snapshot()).toEqual({ day: '2026-01-09', lines: 1 });
    expect(value(await test.client.forecast.snapshots({})).days).toEqual(['2026-01-09', '2026-01-06', '2026-01-05']);
    const ask = { period: '2026-Q1', calendar: 'gregory' as const, from: '2026-01-07' };
    const compared = value(await test.client.forecast.compare(ask));
    expect([compared.from, compared.reasons]).toEqual([
      '2026-01-06',
      [{ reason: 'removed', count: 1, change: String(-2 * MILLION) }],
    ]);
    value(await test.client.deals.restore({ ids: [two] }));
  });

  it('cannot be changed afterwards, and is taken by itself every night', async () => {
    const { test } = held.team!;
    const { writer } = test.engine.base()!;
    expect(() => writer.exec('update forecast_line set amount = 1')).toThrow('append-only');
    expect(() => writer.exec("update forecast_snapshot set odds = '{}'")).toThrow('append-only');
    const { schedules } = value(await test.client.jobs.schedules({}));
    expect(schedules.find(({ kind }) => kind === 'forecast.snapshot')).toMatchObject({
      every: 'daily',
      minuteOfDay: 10,
    });
  });
});

describe('the parts of a difference', () => {
  it('are what became of each deal, one by one, and add up to it exactly, whatever the odds', async () => {
    const { test, deal, move, snapshot } = held.team!;
    const period = { period: '2026-Q2', calendar: 'gregory' as const };
    test.clock.at = at('2026-04-02');
    // Odds of a third, so that nothing is whole.
    for (let index = 0; index < 30; index += 1)
      await move(await deal('Qualified', { amount: 1 }), index < 10 ? 'Won' : 'Lost');
    const expectedOn = '2026-06-01';
    const make = (amount: number) =>
      test.client.deals.create({
        partyId: held.team!.partyId,
        pipelineId: held.team!.pipelineId,
        title: 'x',
        stageId: held.team!.stage('Qualified'),
        amount,
        expectedOn,
      });
    const ids: string[] = [];
    for (const amount of [101, 203, 307, 401, 503, 607, 701]) ids.push(value(await make(amount)).id);
    await snapshot();
    test.clock.at = at('2026-04-20');
    const set = (id: string | undefined, more: object) => test.client.deals.update({ id: id!, set: more });
    await move(ids[0]!, 'Won');
    await move(ids[1]!, 'Lost');
    value(await set(ids[2], { amount: 350 }));
    value(await set(ids[3], { expectedOn: '2026-09-01' }));
    value(await set(ids[4], { expectedOn: '2026-04-05' }));
    value(await test.client.deals.categorise({ ids: [ids[5]!], category: 'omitted' }));
    value(await test.client.deals.remove({ ids: [ids[6]!] }));
    value(await make(811));
    const compared = value(await test.client.forecast.compare({ ...period, from: '2026-04-02', currency: 'IRR' }));
    const sum = (parts: readonly { change: string }[]) =>
      parts.reduce((all, { change }) => all + BigInt(change), 0n).toString();
    expect(compared.difference).toBe((BigInt(compared.after) - BigInt(compared.before)).toString());
    expect(sum(compared.changes)).toBe(compared.difference);
    expect(sum(compared.reasons)).toBe(compared.difference);
    expect(new Set(compared.reasons.map(({ reason }) => reason))).toEqual(
      new Set(['new', 'won', 'odds', 'amount', 'moved-out', 'slipped', 'omitted', 'removed', 'lost']),
    );
    expect(compared.after).toBe(value(await test.client.forecast.get(period)).figures[0]!.weighted);
    await snapshot();
    const between = value(
      await test.client.forecast.compare({ ...period, from: '2026-04-02', to: '2026-04-20', currency: 'IRR' }),
    );
    expect([between.before, between.after, between.to]).toEqual([compared.before, compared.after, '2026-04-20']);
  });
});

describe('how true a forecast was', () => {
  it('is what the first snapshot of an ended period said against what was won by its end', async () => {
    const { test } = held.team!;
    test.clock.at = at('2026-08-01');
    const { periods, error, bias, currency } = value(
      await test.client.forecast.accuracy({ calendar: 'gregory', period: '2026-Q3', currency: 'IRR' }),
    );
    expect(currency).toBe('IRR');
    expect(periods.map(({ period, snapshotOn }) => [period.key, snapshotOn])).toEqual([
      ['2026-Q2', '2026-04-02'],
      ['2026-Q1', '2026-01-05'],
    ]);
    const [spring] = periods;
    expect(Number(spring!.won)).toBeGreaterThan(0);
    const off = Math.trunc(((Number(spring!.weighted) - Number(spring!.won)) / Number(spring!.won)) * 10_000) / 100;
    expect([bias, error]).toEqual([Math.round(off), Math.round(Math.abs(off))]);
    expect(code(await test.client.forecast.accuracy({ period: '0001' }))).toBe('forecast.period-out-of-range');
  });
});

describe('a category', () => {
  it('follows the odds of the stage until its owner says otherwise', async () => {
    const { test, partyId } = held.team!;
    const { id: pipelineId } = value(await test.client.pipelines.begin({ preset: 'sales', currency: 'IRR' }));
    const stages = value(await test.client.pipelines.list({})).pipelines.find(({ id }) => id === pipelineId)!.stages;
    const id = value(
      await test.client.deals.create({
        partyId,
        pipelineId,
        title: 'x',
        amount: 1,
        expectedOn: '2026-09-01',
        parties: [{ partyId, role: 'decider' }],
      }),
    ).id;
    const category = async () => value(await test.client.deals.get({ id })).category;
    expect(await category()).toBe('pipeline');
    value(await test.client.deals.move({ id, toStageId: stages[2]!.id }));
    expect(await category()).toBe('best-case');
    value(await test.client.deals.move({ id, toStageId: stages[3]!.id, confirmed: true }));
    expect(await category()).toBe('commit');
    value(await test.client.deals.categorise({ ids: [id], category: 'omitted' }));
    value(await test.client.deals.move({ id, toStageId: stages[2]!.id }));
    expect(await category()).toBe('omitted');
  });
});
