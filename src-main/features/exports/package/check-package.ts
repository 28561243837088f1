// Loads a package into an empty base and compares it with the base it came from, row by row and field by field: the tables as CSV
// through the empty base, the JSON lines directly, every file by its hash. What differs is named.

import { entityOf } from '@shared/catalogue';
import type { DrillFinding } from '@shared/features/exports/exports.contract';
import { databaseErrorCode, sql, compiled, type Database, type Query, type ReadDb } from '../../../db';
import { selectChangedSince, selectHead } from '../history.sql';
import type { Asking } from '../lists';
import type { Cell } from '../table';
import { manifestFile, PackageManifest, PACKAGE_FORMAT } from './manifest';
import { packageTables, type PackageColumn, type PackageRow, type PackageTable } from './package-tables';
import { rawRows } from './raw-csv';
import { hashOf, textOf, type PackageStore } from './store';

export interface Checking {
  readonly asking: Asking;
  readonly store: PackageStore;
  /** Empty, with the schema of a base. */
  readonly empty: Database;
  readonly emptyDb: ReadDb;
}

export interface Checked {
  readonly rows: Readonly<Record<string, number>>;
  readonly compared: number;
  readonly files: number;
  readonly bytes: number;
  readonly findings: DrillFinding[];
  /** Findings beyond those that are kept. */
  readonly more: number;
}

const MOST_FINDINGS = 100;

/** Findings, as many as a person can look at. */
class Findings {
  readonly kept: DrillFinding[] = [];
  more = 0;

  add(finding: DrillFinding): void {
    if (this.kept.length < MOST_FINDINGS) this.kept.push(finding);
    else this.more += 1;
  }
}

/** Each step answers how many rows it looked at; null when there is no manifest of a package that this program knows. */
export function* checkPackage(checking: Checking): Generator<number, Checked | null> {
  const manifest = readManifest(checking.store);
  if (manifest === null) return null;
  const findings = new Findings();
  const told = { compared: 0, bytes: 0, rows: {} as Record<string, number> };
  for (const table of packageTables()) {
    for (const step of checkTable(checking, table, { manifest, findings })) {
      told.compared += step;
      yield step;
    }
    told.rows[table.name] = table.count(checking.asking);
  }
  for (const id of manifest.unreadable)
    findings.add({ kind: 'file-missing', table: 'attachment', row: id, detail: '' });
  for (const { path, bytes, sha256 } of manifest.files) {
    told.bytes += bytes;
    if (!checking.store.has(path)) findings.add({ kind: 'file-missing', table: '', row: '', detail: path });
    else if (hashOf(checking.store, path) !== sha256)
      findings.add({ kind: 'file-changed', table: '', row: '', detail: path });
    yield 0;
  }
  return { ...told, files: manifest.files.length, findings: findings.kept, more: findings.more };
}

function readManifest(store: PackageStore): PackageManifest | null {
  if (!store.has(manifestFile)) return null;
  try {
    const parsed = PackageManifest.safeParse(JSON.parse([...textOf(store, manifestFile)].join('')));
    return parsed.success && parsed.data.format <= PACKAGE_FORMAT ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

interface Against {
  readonly manifest: PackageManifest;
  readonly findings: Findings;
}

function* checkTable(checking: Checking, table: PackageTable, against: Against): Generator<number> {
  const { store, empty, emptyDb, asking } = checking;
  const paths = { csv: `csv/${table.name}.csv`, json: `json/${table.name}.jsonl` };
  for (const path of Object.values(paths))
    if (!store.has(path))
      return against.findings.add({ kind: 'file-missing', table: table.name, row: '', detail: path });
  empty.exec('begin');
  const load = loader(empty, table);
  for (const row of csvRows(checking, table, against.findings)) {
    const refused = load(row.values);
    if (refused !== null)
      against.findings.add({ kind: 'row-refused', table: table.name, row: row.name, detail: refused });
  }
  empty.exec('commit');
  yield* compare(loadedRows(emptyDb, table), { checking, table, against, source: paths.csv });
  yield* compare(jsonRows(checking, table, against.findings), { checking, table, against, source: paths.json });
  const count = table.count(asking);
  const told = against.manifest.rows[table.name] ?? 0;
  if (told !== count && !hasChanged(checking, against.manifest))
    against.findings.add({ kind: 'count', table: table.name, row: '', detail: `${told} ≠ ${count}` });
}

/** Whether anything at all happened since the package was made: then counts prove nothing. */
const hasChanged = ({ asking }: Checking, { throughOperation }: PackageManifest): boolean =>
  (asking.db.first(selectHead())?.operation ?? 0) > throughOperation;

interface ReadRow {
  readonly name: string;
  readonly values: PackageRow;
}

function* csvRows({ store }: Checking, { name, key, columns }: PackageTable, findings: Findings): Generator<ReadRow> {
  const path = `csv/${name}.csv`;
  let line = 0;
  try {
    for (const cells of rawRows(textOf(store, path))) {
      line += 1;
      if (line === 1) continue;
      if (cells.length !== columns.length) {
        findings.add({ kind: 'row-broken', table: name, row: cells[0] ?? '', detail: `${path}:${line}` });
        continue;
      }
      const values = Object.fromEntries(columns.map((column, at) => [column.name, valueOf(column, cells[at] ?? null)]));
      yield { name: String(values[key] ?? ''), values };
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    findings.add({ kind: 'row-broken', table: name, row: '', detail: `${path}:${line + 1}` });
  }
}

/** A cell that does not fit its type stays text, and so differs. */
function valueOf({ type }: PackageColumn, cell: string | null): Cell {
  if (cell === null) return null;
  if (type === 'integer' || type === 'flag') return /^-?\d{1,16}$/.test(cell) ? Number(cell) : cell;
  if (type !== 'instant') return cell;
  const at = Date.parse(cell);
  return Number.isNaN(at) || new Date(at).toISOString() !== cell ? cell : at;
}

function* jsonRows({ store }: Checking, { name, columns }: PackageTable, findings: Findings): Generator<PackageRow> {
  const path = `json/${name}.jsonl`;
  let rest = '';
  let number = 0;
  for (const piece of textOf(store, path)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      number += 1;
      const row = parsedRow(line);
      if (row === null) findings.add({ kind: 'row-broken', table: name, row: idIn(line), detail: `${path}:${number}` });
      else yield Object.fromEntries(columns.map((column) => [column.name, row[column.name] ?? null]));
    }
  }
  if (rest !== '') findings.add({ kind: 'row-broken', table: name, row: idIn(rest), detail: `${path}:${number + 1}` });
}

const idIn = (line: string): string => /"(?:id|seq)":"?([\w-]+)/.exec(line)?.[1] ?? '';

function parsedRow(line: string): PackageRow | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as PackageRow) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Puts rows into the empty base; answers why one cannot be there. The ledger goes beside it: only the base itself writes one. */
function loader(empty: Database, table: PackageTable): (row: PackageRow) => string | null {
  const names = table.columns.map(({ name }) => name);
  if (table.key === 'seq')
    empty.exec(
      `create table ${placeOf(table)} (${names.map((name) => (name === 'seq' ? 'seq integer primary key' : `"${name}"`)).join(', ')})`,
    );
  const secrets = secretFields(table);
  const columns = [...names, ...secrets].map((name) => `"${name}"`).join(', ');
  const values = [...names.map(() => '?'), ...secrets.map(() => "''")].join(', ');
  const insert = empty.prepare(`insert into ${placeOf(table)} (${columns}) values (${values})`);
  return (row) => {
    try {
      insert.run(...names.map((column) => row[column] ?? null));
      return null;
    } catch (error) {
      if (databaseErrorCode(error) !== null || !(error instanceof Error)) throw error;
      return error.message;
    }
  };
}

/** What no package holds, though a base has it with every row: keys, names of sealed files. */
const secretFields = ({ name, key }: PackageTable): string[] =>
  key === 'seq'
    ? []
    : Object.entries(entityOf(name).fields).flatMap(([field, { secret, required }]) =>
        secret && required ? [field] : [],
      );

const placeOf = ({ key, name }: PackageTable): string => (key === 'seq' ? `packed_${name}` : name);

function* loadedRows(emptyDb: ReadDb, table: PackageTable): Generator<PackageRow> {
  const query: Query<PackageRow> = compiled(
    sql<PackageRow>`select * from ${sql.table(placeOf(table))} order by ${sql.ref(table.key)}`,
  );
  yield* emptyDb.each(query);
}

interface Comparing {
  readonly checking: Checking;
  readonly table: PackageTable;
  readonly against: Against;
  readonly source: string;
}

/** Both in the order of the key: one walk finds what is missing, what is too much and what differs. */
function* compare(packed: Iterator<PackageRow>, comparing: Comparing): Generator<number> {
  const { checking, table, source } = comparing;
  let other = packed.next();
  for (const batch of table.rows(checking.asking)) {
    for (const row of batch) {
      while (other.done !== true && isBefore(table, other.value, row)) {
        tell(comparing, other.value, { kind: 'row-extra', detail: source });
        other = packed.next();
      }
      if (other.done === true || isBefore(table, row, other.value))
        tell(comparing, row, { kind: 'row-missing', detail: source });
      else {
        const differing = table.columns.filter(({ name }) => (row[name] ?? null) !== (other.value?.[name] ?? null));
        if (differing.length > 0)
          tell(comparing, row, {
            kind: 'row-differs',
            detail: `${source}: ${differing.map(({ name }) => name).join(', ')}`,
          });
        other = packed.next();
      }
    }
    yield batch.length;
  }
  for (; other.done !== true; other = packed.next())
    tell(comparing, other.value, { kind: 'row-extra', detail: source });
}

function isBefore({ key }: PackageTable, one: PackageRow, other: PackageRow): boolean {
  const [a, b] = [one[key] ?? '', other[key] ?? ''];
  return typeof a === 'number' && typeof b === 'number'
    ? a < b
    : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b))) < 0;
}

/** What somebody changed since the package was made proves nothing. */
function tell(
  { checking, table, against }: Comparing,
  row: PackageRow,
  { kind, detail }: Pick<DrillFinding, 'kind' | 'detail'>,
): void {
  const name = String(row[table.key] ?? '');
  const { throughChange, throughOperation } = against.manifest;
  if (table.key === 'id' && checking.asking.db.first(selectChangedSince(name, throughChange)) !== undefined) return;
  if (table.key === 'seq' && Number(row['seq']) > (table.name === 'change' ? throughChange : throughOperation)) return;
  against.findings.add({ kind, table: table.name, row: name, detail });
}
