// The lines of the search dialog: recent records before the first letter, and no new record by accident.
import { expect, test } from 'vitest';
import { entriesOf } from '../../../src-renderer/features/search/search-entries';

const hit = {
  entity: 'party',
  id: 'a',
  kind: 'person',
  title: 'فاطمة',
  subtitle: null,
  matched: 'name',
  at: null,
} as const;
const recent = [{ id: 'r', kind: 'person', name: 'Reem' }];
const types = (input: Parameters<typeof entriesOf>[0]): string[] => entriesOf(input).map((entry) => entry.type);

test('before the first letter the records opened last are offered', () => {
  expect(
    types({ text: ' ', found: { text: '', hits: [], more: false, failure: null }, recent, mayCreate: true }),
  ).toEqual(['recent']);
});

test('a new record is offered after the results of these very words', () => {
  expect(
    types({
      text: 'فاطمة',
      found: { text: 'فاطمة', hits: [hit], more: false, failure: null },
      recent,
      mayCreate: true,
    }),
  ).toEqual(['hit', 'create']);
});

test('while the answer is on its way, Enter cannot create anybody', () => {
  expect(
    types({ text: 'فاطمة', found: { text: 'فا', hits: [], more: false, failure: null }, recent, mayCreate: true }),
  ).toEqual([]);
});

test('digits alone are no name for a new record', () => {
  expect(
    types({ text: '٠٥٠١', found: { text: '٠٥٠١', hits: [], more: false, failure: null }, recent, mayCreate: true }),
  ).toEqual([]);
});

test('who may not write is not offered a new record', () => {
  expect(
    types({ text: 'x', found: { text: 'x', hits: [], more: false, failure: null }, recent, mayCreate: false }),
  ).toEqual([]);
});

test('a new lead is offered beside the new record, to whom may write one', () => {
  const found = { text: 'فاطمة', hits: [], more: false, failure: null } as const;
  expect(types({ text: 'فاطمة', found, recent, mayCreate: true, mayCreateLead: true })).toEqual([
    'create',
    'create-lead',
  ]);
});
