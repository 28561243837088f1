// What a list shows (filter, sort, columns and their widths), as the address keeps it and as a saved view stores it.

import type { PartyFilter, PartySort } from '@shared/features/parties/party';
import { partyColumns, ViewDefinition } from '@shared/features/views/views.contract';
import { addressView, turnedSort } from '../../../ui';
import type { ListPage } from '../../../ui';

export type ListView = ViewDefinition;
export type PartyColumn = (typeof partyColumns)[number];
export type PartyKind = 'person' | 'organisation' | 'group';

export const kindOfPage: Readonly<Record<ListPage, PartyKind>> = {
  people: 'person',
  organisations: 'organisation',
  groups: 'group',
};

export const pageOfKind: Readonly<Record<PartyKind, ListPage>> = {
  person: 'people',
  organisation: 'organisations',
  group: 'groups',
};

const plainColumns: PartyColumn[] = ['name', 'roles', 'phone', 'city', 'owner', 'last-activity'];

export const plainView = (): ListView => ({
  filter: {},
  sort: { by: 'name', direction: 'ascending' },
  columns: [...plainColumns],
  widths: {},
});

/** A view as somebody may ask for it who does not see names whole: then not in the order of names. */
export const unnamed = (view: ListView): ListView =>
  view.sort.by === 'name' ? { ...view, sort: { by: 'created', direction: 'descending' } } : view;

export const { read: readView, write: writeView } = addressView(ViewDefinition, plainView);

export const sameView = (one: ListView, other: ListView): boolean =>
  JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

const ordered = ({ filter, sort, columns, widths }: ListView): unknown => [
  byName(filter),
  sort.by,
  sort.direction,
  columns,
  byName(widths),
];

const byName = (parts: object): unknown =>
  Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** A filter without one of its parts; parts that are undefined are left out altogether. */
export function withFilter(filter: PartyFilter, change: Partial<PartyFilter>): PartyFilter {
  const next = { ...filter, ...change };
  return Object.fromEntries(
    Object.entries(next).filter(([, value]) => value !== undefined && value !== ''),
  ) as PartyFilter;
}

/** How many parts of the filter the person chose; the bin and the page's kind are places, not filters. */
export function filterSize(filter: PartyFilter): number {
  return Object.entries(filter).filter(([name, value]) => value !== undefined && name !== 'kinds' && name !== 'deleted')
    .length;
}

const sortOfColumn: Partial<Record<PartyColumn, PartySort['by']>> = {
  name: 'name',
  created: 'created',
  updated: 'updated',
  'last-activity': 'last-activity',
};

export const sortableColumn = (column: PartyColumn): boolean => sortOfColumn[column] !== undefined;

/** A click on a heading: names begin with A, dates with the newest; the second click turns round. */
export function sortByColumn(sort: PartySort, column: PartyColumn): PartySort {
  const by = sortOfColumn[column];
  return by === undefined ? sort : turnedSort(sort, by, ['created', 'updated', 'last-activity']);
}

export const allColumns: readonly PartyColumn[] = partyColumns;

/** The door changes at most this many records in one step. */
export const SELECTION_LIMIT = 10_000;
