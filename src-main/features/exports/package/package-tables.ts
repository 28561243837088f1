// The tables of a package: every entity that leaves the base, and the ledger: who did what when, and every change of every record.

import { exportedEntities, shownFieldsOf, type Entity, type Field } from '@shared/catalogue';
import { BATCH, countEntity, entityRows, type Asking } from '../lists';
import { countHistory, selectHistoryAfter } from '../history.sql';
import type { Cell } from '../table';

/** text: as it is. integer: a whole number. instant: ms UTC, in tables as ISO 8601. flag: 0 or 1. json: JSON as text. */
export type PackageType = 'text' | 'integer' | 'instant' | 'flag' | 'date' | 'json';

export interface PackageColumn {
  readonly name: string;
  readonly type: PackageType;
}

export interface PackageTable {
  readonly name: string;
  /** The column that names a row. */
  readonly key: 'id' | 'seq';
  readonly columns: readonly PackageColumn[];
  count(asking: Asking): number;
  /** In the order of the key. */
  rows(asking: Asking): Iterable<readonly PackageRow[]>;
}

export type PackageRow = Readonly<Record<string, Cell>>;

const typeOf = ({ type }: Field): PackageType =>
  type === 'instant' || type === 'integer' || type === 'flag' || type === 'json'
    ? type
    : type === 'civil-date'
      ? 'date'
      : 'text';

const entityTables = (): PackageTable[] => exportedEntities.map((entity) => entityTable(entity));

const entityTable = (entity: Entity): PackageTable => {
  const { key } = entity;
  return {
    name: key,
    key: 'id',
    columns: [
      { name: 'id', type: 'text' },
      ...shownFieldsOf(entity).map(([name, field]) => ({ name, type: typeOf(field) })),
    ],
    count: (asking) => countEntity(asking, key),
    rows: (asking) => entityRows(asking, key),
  };
};

const text = (name: string): PackageColumn => ({ name, type: 'text' });
const integer = (name: string): PackageColumn => ({ name, type: 'integer' });

const history: readonly { readonly name: 'operation' | 'change'; readonly columns: readonly PackageColumn[] }[] = [
  {
    name: 'operation',
    columns: [
      integer('seq'),
      text('id'),
      { name: 'at', type: 'instant' },
      text('user_id'),
      text('actor'),
      text('command'),
      text('reason'),
      text('group_id'),
      text('undoes_id'),
      { name: 'details', type: 'json' },
      text('hash'),
    ],
  },
  {
    name: 'change',
    columns: [
      integer('seq'),
      integer('operation_seq'),
      text('entity'),
      text('record_id'),
      text('party_id'),
      text('action'),
      { name: 'old', type: 'json' },
      { name: 'new', type: 'json' },
    ],
  },
];

const historyTables = (): PackageTable[] =>
  history.map(({ name, columns }) => ({
    name,
    key: 'seq',
    columns,
    count: ({ db }) => db.first(countHistory(name))?.count ?? 0,
    *rows({ db }) {
      for (let after = -1; ;) {
        const rows = db.all(selectHistoryAfter(name, { after, limit: BATCH }));
        const last = rows.at(-1);
        if (last === undefined) return;
        yield rows;
        after = Number(last['seq']);
      }
    },
  }));

export const packageTables = (): readonly PackageTable[] => [...entityTables(), ...historyTables()];
