// Each list as a table: the columns of the window's list, everything known of each party in one row, or an entity as it is kept.

import { activityEntity, entityOf, exportedEntities, partyEntity, shownFieldsOf, type Field } from '@shared/catalogue';
import type { ExportList } from '@shared/features/exports/exports.contract';
import {
  activityColumns,
  BETWEEN_PARTIES,
  relationshipColumns,
  type RecordColumn,
  type Words,
} from '@shared/features/exports/own-sheet';
import type { partyColumns } from '@shared/features/views/views.contract';
import {
  activityRows,
  countEntity,
  countOfActivities,
  countParties,
  edgeRows,
  entityRows,
  partyRows,
  type ListedActivity,
  type ListedParty,
} from './lists';
import { auditTable } from './audit-table';
import { forecastTable } from './forecast-table';
import { wholePartyTable } from './party-table';
import type { EdgeRow, EntityRow } from './projection.sql';
import type { Projecting, Wording } from './projecting';
import type { Cell, ColumnType, Table, TableColumn } from './table';

/** One table, or one for each entity. */
export function tablesOf(projecting: Projecting, what: ExportList): readonly Table[] {
  switch (what.list) {
    case 'parties':
      return [
        what.columns === undefined ? wholePartyTable(projecting, what) : shownTable(projecting, what, what.columns),
      ];
    case 'activities':
      return [activityTable(projecting, what)];
    case 'relationships':
      return [edgeTable(projecting)];
    case 'audit':
      return [auditTable(projecting, what)];
    case 'forecast':
      return [forecastTable(projecting, what)];
    case 'entity':
      return [entityTable(projecting, what.entity)];
    case 'everything':
      return exportedEntities.map(({ key }) => entityTable(projecting, key));
  }
}

type ShownColumn = (typeof partyColumns)[number];
type Shown = { readonly type: ColumnType; reader(wording: Wording): (row: ListedParty) => Cell };

const text = (value: (row: ListedParty) => Cell): Shown => ({ type: 'text', reader: () => value });
const instant = (value: (row: ListedParty) => Cell): Shown => ({ type: 'instant', reader: () => value });
const choice = (field: 'kind' | 'status'): Shown => ({
  type: 'text',
  reader({ choices }) {
    const word = choices.wordsOf('party', field);
    return (row) => word(row[field]);
  },
});

/** As `PartyRow` of the window's list has them. */
const shownColumns: Readonly<Record<ShownColumn, Shown>> = {
  name: text((row) => row.displayName),
  kind: choice('kind'),
  roles: {
    type: 'text',
    reader({ choices }) {
      const word = choices.wordsOf('party_role', 'type');
      return ({ roles }) => roles.map(word).join('; ');
    },
  },
  phone: text((row) => row.phone),
  email: text((row) => row.email),
  city: text((row) => row.city),
  owner: text((row) => row.ownerName),
  status: choice('status'),
  'last-activity': instant((row) => row.lastActivityAt),
  created: instant((row) => row.createdAt),
  updated: instant((row) => row.updatedAt),
};

type PartyList = Extract<ExportList, { list: 'parties' }>;

const shownTable = (projecting: Projecting, list: PartyList, columns: readonly ShownColumn[]): Table => ({
  name: projecting.words(`catalogue.${partyEntity.key}`),
  columns: columns.map((name) => ({
    heading: projecting.words(`people.column.${name}`),
    type: shownColumns[name].type,
  })),
  total: countParties(projecting, list),
  *rows() {
    const read = columns.map((name) => shownColumns[name].reader(projecting));
    for (const rows of partyRows(projecting, list)) yield rows.map((row) => read.map((cell) => cell(row)));
  },
});

const typeOf = (field: Field | undefined): ColumnType =>
  field?.type === 'civil-date'
    ? 'day'
    : field?.type === 'instant'
      ? 'instant'
      : field?.type === 'integer'
        ? 'number'
        : 'text';

const columnsOf = (words: Words, entity: string, columns: readonly RecordColumn[]): TableColumn[] =>
  columns.map((column) => ({
    heading: column.heading(words),
    type: typeOf(entityOf(entity).fields[column.field]),
  }));

function activityTable(projecting: Projecting, list: Extract<ExportList, { list: 'activities' }>): Table {
  return {
    name: projecting.words('catalogue.activity'),
    columns: columnsOf(projecting.words, 'activity', activityColumns),
    total: countOfActivities(projecting, list),
    *rows() {
      for (const rows of activityRows(projecting, list))
        yield rows.map((activity) => activityColumns.map((column) => activityCell(projecting, activity, column)));
    },
  };
}

function activityCell(projecting: Projecting, { row, participants }: ListedActivity, { field }: RecordColumn): Cell {
  const [role = '', way] = field.split('.');
  if (way !== undefined) {
    const named = participants.filter((participant) => participant.role === role);
    return named.map((participant) => (way === 'key' ? participant.key : participant.name)).join(BETWEEN_PARTIES);
  }
  if (field === 'id') return row.external_key ?? row.id;
  if (field === 'author_id') return row.recorded_by ?? projecting.userName(row.author_id);
  const value = row[field as keyof typeof row];
  return typeof value === 'string' ? wordOf(projecting, field, value) : value;
}

/** The word, where it is read again as what it stands for; else the key. */
function wordOf({ words, readAs }: Wording, field: string, value: string): string {
  if (activityEntity.fields[field as 'kind']?.choices === undefined) return value;
  const word = words(`catalogue.activity.${field}.${value}`);
  return readAs('activities', field, word) === value ? word : value;
}

function edgeTable(projecting: Projecting): Table {
  return {
    name: projecting.words('catalogue.relationship'),
    columns: columnsOf(projecting.words, 'relationship', relationshipColumns),
    total: countEntity(projecting, 'relationship'),
    *rows() {
      for (const rows of edgeRows(projecting))
        yield rows.map((row) => relationshipColumns.map(({ field }) => edgeCell(row, field, projecting)));
    },
  };
}

function edgeCell(row: EdgeRow, field: string, { words, readAs }: Wording): Cell {
  if (field !== 'type') return row[field.replace('.', '_') as keyof EdgeRow];
  const word = words(`relationships.type.${row.type}`);
  return readAs('relationships', 'type', word) === row.type ? word : row.type;
}

/** As it is kept: keys of the catalogue for headings and choices, so that a program reads it without knowing a language. */
function entityTable(projecting: Projecting, entity: string): Table {
  const { fields } = entityOf(entity);
  const names = ['id', ...shownFieldsOf(entityOf(entity)).map(([name]) => name)];
  return {
    key: entity,
    name: projecting.words(`catalogue.${entity}`),
    columns: names.map((name) => ({ heading: name, type: rawType(fields[name]) })),
    total: countEntity(projecting, entity),
    *rows() {
      for (const rows of entityRows(projecting, entity))
        yield rows.map((row: EntityRow) => names.map((name) => row[name] ?? null));
    },
  };
}

const rawType = (field: Field | undefined): ColumnType => (field?.type === 'flag' ? 'number' : typeOf(field));
