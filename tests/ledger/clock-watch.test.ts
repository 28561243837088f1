// A clock that is set while people work is noticed, forwards and backwards; time that merely passes is not.
import { expect, it } from 'vitest';
import { createClockWatch } from '../../src-main/ledger/clock-watch';

const MINUTE = 60_000;

it('tells a clock that was set from time that passed', () => {
  const time = { now: 1_000_000_000, elapsed: 0 };
  const watch = createClockWatch({ now: () => time.now, elapsed: () => time.elapsed }, time.now);
  const after = (minutes: number, shown: number) => {
    time.elapsed += minutes * MINUTE;
    time.now += shown * MINUTE;
    return watch.look(time.now);
  };
  expect(after(0, 0)).toBeNull();
  expect(after(600, 600)).toBeNull();
  expect(after(1, 7)).toEqual({ from: time.now - 6 * MINUTE, to: time.now });
  expect(after(1, 1)).toBeNull();
  expect(after(1, -9)).toEqual({ from: time.now + 10 * MINUTE, to: time.now });
});

it('says nothing about the days in which the program was closed', () => {
  const watch = createClockWatch({ now: () => 0, elapsed: () => 5 }, 1_000);
  expect(watch.look(1_000 + 100 * 24 * 60 * MINUTE)).toBeNull();
});
