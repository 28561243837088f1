// Yearly occasions keep to their own calendar: the next one and how many days are left, for the years to come.
import { addDays } from '@shared/locale/civil';
import { civilToParts } from '@shared/locale/calendars';
import { expect, test } from 'vitest';
import { ageOn, nextOccasion } from '../../../src-renderer/features/parties/record/next-occasion';

test('a birthday later this year, and one that has passed', () => {
  expect(nextOccasion({ calendar: 'gregory', month: 12, day: 1 }, '2026-11-23')).toMatchObject({
    on: '2026-12-01',
    inDays: 8,
  });
  expect(nextOccasion({ calendar: 'gregory', month: 1, day: 5 }, '2026-11-23')).toMatchObject({
    on: '2027-01-05',
    year: 2027,
  });
});

test('today counts as today', () => {
  expect(nextOccasion({ calendar: 'gregory', month: 11, day: 23 }, '2026-11-23')).toMatchObject({ inDays: 0 });
});

test('Nowruz is 1 Farvardin', () => {
  expect(nextOccasion({ calendar: 'persian', month: 1, day: 1 }, '2026-11-23')).toMatchObject({
    on: '2027-03-21',
    year: 1406,
  });
});

test('a birthday on 29 February falls on the 28th in other years', () => {
  expect(nextOccasion({ calendar: 'gregory', month: 2, day: 29 }, '2026-11-23')).toMatchObject({ on: '2027-02-28' });
  expect(nextOccasion({ calendar: 'gregory', month: 2, day: 29 }, '2027-11-23')).toMatchObject({ on: '2028-02-29' });
});

test('30 Ramadan falls on the last of the month where it has 29 days, for twenty years', () => {
  for (let year = 0, today = '2026-01-01'; year < 20; year += 1) {
    const next = nextOccasion({ calendar: 'umalqura', month: 9, day: 30 }, today)!;
    expect(civilToParts(next.on, 'umalqura')?.month).toBe(9);
    expect(civilToParts(addDays(next.on, 1), 'umalqura')).toMatchObject({ month: 10, day: 1 });
    today = addDays(next.on, 1);
  }
});

test('where the Hijri table ends there is no guess', () => {
  expect(nextOccasion({ calendar: 'umalqura', month: 1, day: 1 }, '2090-01-01')).toBeNull();
});

test('an age is whole solar years, whatever calendar the birth was written in', () => {
  expect(ageOn('1986-04-12', '2026-04-11')).toBe(39);
  expect(ageOn('1986-04-12', '2026-04-12')).toBe(40);
  expect(ageOn('2027-01-01', '2026-11-23')).toBeNull();
});
