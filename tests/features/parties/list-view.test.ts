// The register's state: kept in the address, read back with care, compared as people compare.
import { expect, test } from 'vitest';
import {
  filterSize,
  plainView,
  readView,
  sameView,
  sortByColumn,
  withFilter,
  writeView,
} from '../../../src-renderer/features/parties/list/list-view';

test('the plain list needs no address', () => {
  expect(writeView(plainView())).toBeUndefined();
  expect(readView(undefined)).toEqual(plainView());
});

test('a filtered and sorted list comes back from its address as it was', () => {
  const view = {
    ...plainView(),
    filter: { city: 'الرياض', roleType: 'patient' as const },
    columns: ['name' as const, 'city' as const],
  };
  expect(readView(writeView(view))).toEqual(view);
});

test.each([
  '',
  '{',
  '[]',
  '{"filter":{"deleted":"yes"}}',
  '{"filter":{},"sort":{"by":"secret","direction":"ascending"},"columns":["name"]}',
])('an address that somebody bent (%s) shows the plain list', (text) => {
  expect(readView(text)).toEqual(plainView());
});

test('two views are the same whatever the order in which their filters were chosen', () => {
  const one = { ...plainView(), filter: { city: 'Fujairah', status: 'active' as const } };
  const other = { ...plainView(), filter: { status: 'active' as const, city: 'Fujairah', ownerId: undefined } };
  expect(sameView(one, other)).toBe(true);
  expect(sameView(one, { ...one, sort: { by: 'created', direction: 'descending' } })).toBe(false);
});

test('the widths of columns are part of a view, and a view of before there were any shows the plain ones', () => {
  const wide = { ...plainView(), widths: { city: 200, name: 320 } };
  expect(readView(writeView(wide))).toEqual(wide);
  expect(sameView(wide, { ...plainView(), widths: { name: 320, city: 200 } })).toBe(true);
  expect(sameView(wide, plainView())).toBe(false);
  const { widths: _, ...earlier } = plainView();
  expect(readView(JSON.stringify(earlier))).toEqual(plainView());
});

test('a filter that was taken away leaves nothing behind', () => {
  expect(withFilter({ city: 'Dammam', text: 'ali' }, { city: undefined })).toEqual({ text: 'ali' });
});

test('the kind of the page and the bin are places, not filters to clear', () => {
  expect(filterSize({ kinds: ['person'], deleted: true })).toBe(0);
  expect(filterSize({ kinds: ['person'], city: 'Makkah' })).toBe(1);
});

test('a heading sorts names from A, dates from the newest, and turns round when pressed again', () => {
  const byName = { by: 'name', direction: 'ascending' } as const;
  expect(sortByColumn(byName, 'last-activity')).toEqual({ by: 'last-activity', direction: 'descending' });
  expect(sortByColumn({ by: 'created', direction: 'descending' }, 'name')).toEqual(byName);
  expect(sortByColumn(byName, 'name')).toEqual({ by: 'name', direction: 'descending' });
  expect(sortByColumn(byName, 'phone')).toEqual(byName);
});
