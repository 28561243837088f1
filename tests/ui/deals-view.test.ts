// What the page of deals asks for, from what its address says.
import { expect, test } from 'vitest';
import { columnAfterKey } from '../../src-renderer/features/deals/board/column-handle';
import { filterOf, plainView, readView, writeView } from '../../src-renderer/features/deals/deals-view';

const reader = { me: 'me-id', today: '2026-11-28', calendar: 'persian' } as const;

test('"this month" is the month of the reader’s calendar', () => {
  expect(filterOf({ ...plainView(), expected: 'month' }, reader)).toEqual({
    expectedFrom: '2026-11-22',
    expectedTo: '2026-12-21',
  });
  expect(filterOf({ ...plainView(), expected: 'month' }, { ...reader, calendar: 'gregory' })).toEqual({
    expectedFrom: '2026-11-01',
    expectedTo: '2026-11-30',
  });
});

test('overdue is every day before today, and mine are those of whoever looks', () => {
  expect(filterOf({ ...plainView(), expected: 'overdue', owner: 'me' }, reader)).toEqual({
    ownerId: 'me-id',
    expectedTo: '2026-11-27',
  });
});

test('a view is read back from the address as it was written, and an address that cannot be read shows the plain one', () => {
  const view = {
    ...plainView(),
    mode: 'list',
    category: 'commit',
    expected: { from: '2026-01-01', to: null },
  } as const;
  expect(readView(writeView(view))).toEqual(view);
  expect(writeView(plainView())).toBeUndefined();
  expect(readView('{"mode":')).toEqual(plainView());
  expect(readView('{"mode":"calendar"}')).toEqual(plainView());
});

test('an arrow leads to the column it points at, in both directions of writing', () => {
  expect([columnAfterKey('ArrowRight', false), columnAfterKey('ArrowRight', true)]).toEqual([1, -1]);
  expect([columnAfterKey('ArrowLeft', false), columnAfterKey('ArrowLeft', true)]).toEqual([-1, 1]);
  expect(columnAfterKey('Enter', true)).toBe(0);
});
