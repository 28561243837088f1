// The sums that triggers keep are those of the deals, whatever is done and taken back; and any range of days is made of them exactly.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSums, wonSums } from '../../../src-main/features/deals';
import { addDays } from '@shared/locale/civil';
import { dayInZone } from '@shared/locale/zoned-time';
import type { Database } from '../../../src-main/db';
import { chanceFrom } from '../../support/chance';
import { value } from '../../support/open-engine';
import { at, openTeam, type Team } from './support';

const chance = chanceFrom(20_261_128);
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
const dayIn = (days: number): string => addDays('2026-01-05', Math.floor(chance() * days));

const held: { team?: Team; deals: string[] } = { deals: [] };
beforeAll(async () => {
  held.team = await openTeam();
  held.team.test.clock.at = at('2026-01-03');
});
afterAll(() => held.team!.test.close());

type Deal = Readonly<Record<string, string | number | null>>;
type Sums = Map<string, [count: number, sum: bigint]>;

const rowsOf = (database: Database, table: string): Deal[] =>
  database.prepare<[], Deal>(`select * from ${table}`).all();

function add(sums: Sums, key: string, [count, sum]: [number, bigint]): void {
  const [had, held] = sums.get(key) ?? [0, 0n];
  sums.set(key, [had + count, held + sum]);
}

/** Something that happens in an office, and now and then is taken back. */
async function happen({ test, deal, move }: Team): Promise<void> {
  const { client, clock } = test;
  clock.at += Math.floor(chance() * 40 * 3_600_000);
  const id = held.deals.length > 5 ? pick(held.deals) : undefined;
  const state = id === undefined ? undefined : value(await client.deals.get({ id }));
  const gone = state?.deletedAt !== null;
  const what = chance();
  if (id === undefined || what < 0.25)
    held.deals.push(
      await deal(pick(['Qualified', 'Proposal', 'Contract']), {
        amount: chance() < 0.1 ? null : Math.floor(chance() * 1000),
        expectedOn: dayIn(120),
        currency: pick(['IRR', 'IRR', 'USD']),
      }),
    );
  else if (gone) value(await client.deals.restore({ ids: [id] }));
  else if (what < 0.55) {
    const to = pick(['Qualified', 'Proposal', 'Contract', 'Won', 'Lost']);
    if (state.stageId !== held.team!.stage(to)) await move(id, to);
  } else if (what < 0.7)
    value(await client.deals.update({ id, set: { expectedOn: dayIn(120), amount: pick([1, 5, null]) } }));
  else if (what < 0.8)
    value(await client.deals.categorise({ ids: [id], category: pick(['omitted', 'commit', 'pipeline']) }));
  else if (what < 0.85) value(await client.deals.update({ id, set: { ownerId: null } }));
  else if (what < 0.9) value(await client.deals.remove({ ids: [id] }));
  else {
    const { operations } = value(await client.operations.list({ limit: 5 })) as unknown as {
      operations: { id: string }[];
    };
    const last = operations[0];
    if (last !== undefined) await client.operations.undo({ id: last.id });
    held.deals = rowsOf(test.engine.base()!.writer, 'deal').map(({ id: left }) => String(left));
  }
}

it(
  'after a year of moves, changes, bins and undos, sums and what became of deals are what the deals say',
  { timeout: 120_000 },
  async () => {
    const team = held.team!;
    for (let step = 0; step < 260; step += 1) await happen(team);
    const { writer } = team.test.engine.base()!;
    const deals = rowsOf(writer, 'deal').filter((row) => row['deleted_at'] === null);
    expect(deals.length).toBeGreaterThan(30);
    const kept: Sums = new Map();
    for (const row of rowsOf(writer, 'deal_sum'))
      add(kept, [row['state'], row['stage_id'], row['category'], row['owner_id'], row['currency']].join(), [
        Number(row['count']),
        BigInt(row['sum']!),
      ]);
    const plain: Sums = new Map();
    for (const row of deals) {
      const category = row['state'] === 'open' ? row['category'] : '';
      add(plain, [row['state'], row['stage_id'], category, row['owner_id'] ?? '', row['currency']].join(), [
        1,
        BigInt(row['amount'] ?? 0),
      ]);
    }
    expect([...kept].sort()).toEqual([...plain].sort());

    const events = rowsOf(writer, 'deal_stage_event');
    for (const { stage_id, won, lost } of rowsOf(writer, 'stage_reach')) {
      const been = new Set(
        events.filter((event) => event['to_stage_id'] === stage_id).map((event) => event['deal_id']),
      );
      const count = (state: string): number =>
        deals.filter((row) => been.has(row['id']!) && row['state'] === state).length;
      expect([won, lost]).toEqual([count('won'), count('lost')]);
    }

    const { read } = team.test.engine.base()!;
    const zone = 'Asia/Tehran';
    for (let round = 0; round < 200; round += 1) {
      const from = dayIn(100);
      const to = addDays(from, Math.floor(chance() * 80));
      const total = (rows: readonly { count: number; sum: string }[]) =>
        rows.reduce<[number, bigint]>(([count, sum], row) => [count + row.count, sum + BigInt(row.sum)], [0, 0n]);
      const expected = (day: (row: Deal) => string | null, state: string) =>
        deals
          .filter((row) => row['state'] === state && (day(row) ?? '') >= from && (day(row) ?? '') <= to)
          .reduce<[number, bigint]>(([count, sum], row) => [count + 1, sum + BigInt(row['amount'] ?? 0)], [0, 0n]);
      expect(total(openSums(read, { from, to }))).toEqual(
        expected((row) => row['expected_on'] as string | null, 'open'),
      );
      expect(total(wonSums(read, { from, to }, zone))).toEqual(
        expected((row) => dayInZone(Number(row['stage_at']), zone), 'won'),
      );
    }
  },
);
