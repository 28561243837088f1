// Reads what can still be read of a damaged database into a sound one, table by table. A damaged page takes the rows on it with it;
// halving the range again and again finds exactly which, and everything beside them is kept.

import type { Database } from './connection-profile';

export interface LostRange {
  readonly from: number;
  readonly to: number;
}

export interface SalvagedTable {
  readonly table: string;
  readonly read: number;
  /** Rows that an index still knows but no page gives; null when no index could be read. */
  readonly lost: number | null;
  /** Row numbers that could not be read, first to last. */
  readonly ranges: readonly LostRange[];
}

/** Row numbers looked at in one go. */
const CHUNK = 2000;
/** Of one table, for telling how far it is. */
const PARTS = 1000;
/** Beyond these a report says nothing more to anybody. */
const MOST_RANGES = 200;
/** Where neither table nor index tells its highest row number. */
const GUESSED_LAST = 2 ** 22;

interface Column {
  readonly name: string;
}

/**
 * Copies every table that both know; triggers are put aside meanwhile, references are not checked, full-text indexes are made anew.
 * `onPart` is told again and again how much of how much is done; it throws to end the work.
 */
export function salvageInto(
  source: Database,
  target: Database,
  onPart: (done: number, total: number) => void,
): SalvagedTable[] {
  target.pragma('foreign_keys = off');
  const triggers = namesAndSql(target, 'trigger');
  for (const { name } of triggers) target.exec(`drop trigger "${name}"`);
  const tables = ordinaryTables(target);
  const salvaged = tables.map((table, index) => {
    const onShare = (share: number): void => onPart(index * PARTS + Math.floor(share * PARTS), tables.length * PARTS);
    onShare(0);
    target.exec('begin');
    const done = salvageTable({ source, target, onShare }, table);
    target.exec('commit');
    return done;
  });
  for (const { name } of virtualTables(target)) target.exec(`insert into "${name}" ("${name}") values ('rebuild')`);
  for (const { sql } of triggers) target.exec(sql);
  target.pragma('foreign_keys = on');
  return salvaged;
}

const namesAndSql = (database: Database, type: string): { name: string; sql: string }[] =>
  database.prepare('select name, sql from sqlite_schema where type = ?').all(type) as { name: string; sql: string }[];

interface Listed {
  readonly name: string;
  readonly wr: number;
}

/** `current_operation` is empty whenever nobody is writing. */
const ordinaryTables = (database: Database): Listed[] =>
  database
    .prepare(
      "select name, wr from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' and name <> 'current_operation'",
    )
    .all() as Listed[];

const virtualTables = (database: Database): { name: string }[] =>
  database.prepare("select name from pragma_table_list where schema = 'main' and type = 'virtual'").all() as {
    name: string;
  }[];

interface Salvaging {
  readonly source: Database;
  readonly target: Database;
  /** How much of this table is done, 0 to 1. */
  readonly onShare: (share: number) => void;
}

function salvageTable({ source, target, onShare }: Salvaging, { name, wr }: Listed): SalvagedTable {
  const columns = sharedColumns(source, target, name);
  if (columns.length === 0) return { table: name, read: 0, lost: 0, ranges: [] };
  const insert = target.prepare(
    `insert or ignore into "${name}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const from = `select ${columns.join(', ')} from "${name}"`;
  const ranges: LostRange[] = [];
  let read = 0;
  const take = (rows: readonly unknown[][]): void => {
    read += rows.length;
    for (const row of rows) insert.run(...row);
  };
  if (wr === 1) {
    const rows = readOrNull(source, from, []);
    if (rows === null) ranges.push({ from: 0, to: 0 });
    take(rows ?? []);
  } else {
    const last = lastRow(source, name);
    for (let at = 1; at <= last; at += CHUNK) {
      onShare((at - 1) / last);
      readRange(source, `${from} where rowid between ? and ?`, {
        range: { from: at, to: at + CHUNK - 1 },
        take,
        ranges,
      });
    }
  }
  const known = indexCount(source, name);
  return { table: name, read, lost: known === null ? null : Math.max(0, known - read), ranges };
}

interface Reading {
  readonly range: LostRange;
  readonly take: (rows: readonly unknown[][]) => void;
  readonly ranges: LostRange[];
}

/** The rows of a range, or of both its halves when something in it cannot be read. */
function readRange(source: Database, text: string, { range, take, ranges }: Reading): void {
  const rows = readOrNull(source, text, [range.from, range.to]);
  if (rows !== null) return take(rows);
  if (range.from === range.to) return noteLost(ranges, range.from);
  const middle = Math.floor((range.from + range.to) / 2);
  readRange(source, text, { range: { from: range.from, to: middle }, take, ranges });
  readRange(source, text, { range: { from: middle + 1, to: range.to }, take, ranges });
}

function noteLost(ranges: LostRange[], row: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.to === row - 1) ranges[ranges.length - 1] = { from: last.from, to: row };
  else if (ranges.length < MOST_RANGES) ranges.push({ from: row, to: row });
}

/** Null when a page on the way is damaged. */
function readOrNull(source: Database, text: string, parameters: readonly number[]): unknown[][] | null {
  try {
    return source
      .prepare(text)
      .raw()
      .all(...parameters) as unknown[][];
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|IOERR|NOTADB)/.test(String(error.code));

function sharedColumns(source: Database, target: Database, table: string): string[] {
  const columnsOf = (database: Database): string[] =>
    (database.prepare('select name from pragma_table_info(?)').all(table) as Column[]).map(({ name }) => `"${name}"`);
  const there = new Set(columnsOf(source));
  return columnsOf(target).filter((column) => there.has(column));
}

/** Every index holds the row numbers of its table, on pages of its own. */
const indexesOf = (source: Database, table: string): string[] =>
  (source.prepare('select name from pragma_index_list(?) where partial = 0').all(table) as { name: string }[]).map(
    ({ name }) => name,
  );

function lastRow(source: Database, table: string): number {
  const texts = [
    `select max(rowid) from "${table}"`,
    ...indexesOf(source, table).map((index) => `select max(rowid) from "${table}" indexed by "${index}"`),
  ];
  for (const text of texts) {
    const rows = readOrNull(source, text, []);
    if (rows !== null) return Number(rows[0]?.[0] ?? 0);
  }
  return GUESSED_LAST;
}

function indexCount(source: Database, table: string): number | null {
  const texts = indexesOf(source, table).map((index) => `select count(*) from "${table}" indexed by "${index}"`);
  for (const text of [...texts, `select count(*) from "${table}"`]) {
    const rows = readOrNull(source, text, []);
    if (rows !== null) return Number(rows[0]?.[0] ?? 0);
  }
  return null;
}
