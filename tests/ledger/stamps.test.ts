// Order in time without a trusted clock: stamps always rise, counters have no gaps, and a failed command leaves no trace.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHybridClock, parseStamp } from '@shared/core/hlc';
import { code, openEngine, passphrase, value, type TestEngine } from '../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

type Operation = { seq: number; hlc: string; counter: number; device_id: string; at: number };
const operations = (): Operation[] =>
  test.engine
    .base()!
    .writer.prepare('select seq, hlc, counter, device_id, at from operation order by seq')
    .all() as Operation[];
const write = (text: string) => test.client.parties.create({ kind: 'person', names: [{ text }] });

describe('stamps', () => {
  const start = Date.UTC(2026, 4, 6, 12);
  beforeEach(() => {
    test.clock.at = start;
  });

  it('rise although the clock of the device goes back, even over a restart of the program', async () => {
    value(await write('پیش'));
    test.clock.at -= 3_600_000;
    value(await write('پس'));
    value(await test.client.session.lock({}));
    test.clock.at -= 86_400_000;
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    value(await write('باز'));
    const stamps = operations().map(({ hlc }) => hlc);
    expect(stamps).toEqual([...new Set(stamps)].toSorted());
    expect(parseStamp(stamps.at(-1)!).milliseconds).toBeGreaterThanOrEqual(start);
    expect(operations().at(-1)!.at).toBe(start - 90_000_000);
  });

  it('follow the clock again as soon as it is ahead', async () => {
    test.clock.at = start + 1_000_000;
    value(await write('جلو'));
    expect(parseStamp(operations().at(-1)!.hlc)).toEqual({ milliseconds: start + 1_000_000, count: 0 });
  });

  it('rise through seventy thousand operations in one millisecond, and after any stamp from elsewhere', () => {
    const clock = createHybridClock({ now: () => start });
    let last = clock.next();
    for (let made = 0; made < 70_000; made += 1) {
      const next = clock.next();
      if (next <= last) throw new Error(`${next} does not follow ${last}`);
      last = next;
    }
    const elsewhere = createHybridClock({ now: () => start + 5_000_000 }).next();
    clock.witness(elsewhere);
    expect(clock.next() > elsewhere).toBe(true);
    clock.witness(last);
    expect(clock.next() > elsewhere).toBe(true);
  });
});

describe('counters', () => {
  it('of this device are 1, 2, 3 … without a gap, whatever failed in between', async () => {
    // The clock was set back meanwhile, which is noted before the next operation.
    value(await write('پیش از این'));
    const before = operations().length;
    expect(
      code(await test.client.parties.update({ id: '00000000-0000-7000-8000-000000000000', set: { note: 'x' } })),
    ).toBe('parties.not-found');
    const { id } = value(await write('یکی'));
    expect(code(await test.client.parties.remove({ ids: [id, '00000000-0000-7000-8000-000000000000'] }))).toBe(
      'parties.not-found',
    );
    value(await test.client.parties.update({ id, set: {} }));
    value(await write('دیگری'));
    const all = operations();
    expect(all.length).toBe(before + 2);
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(all.map(({ counter }) => counter)).toEqual(all.map((_, index) => index + 1));
    expect(new Set(all.map(({ device_id }) => device_id)).size).toBe(1);
  });

  it('a command that fails half-way leaves neither row nor change nor operation', async () => {
    const { id } = value(await write('پایدار'));
    const count = (): unknown =>
      test.engine
        .base()!
        .writer.prepare(
          'select (select count(*) from change), (select count(*) from party where deleted_at is not null)',
        )
        .raw()
        .get();
    const before = count();
    expect(code(await test.client.parties.remove({ ids: [id, '00000000-0000-7000-8000-000000000000'] }))).toBe(
      'parties.not-found',
    );
    expect(count()).toEqual(before);
  });
});
