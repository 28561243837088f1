// Dresses a reading connection for one person: from then on every statement on it sees the base through the views of their policy.

import { readConnection, sealingOfConnection, type Database, type ReadDb } from '../db';
import type { Scope } from '@shared/features/policy/policy';
import type { Actor } from './actor';
import { initials } from './mask-sql';
import type { Reach } from './policy';
import { inEmergency } from './emergency-policy';
import { OPENED, openedTable, reachTables } from './scope-sql';
import { alongName, viewsOf, type View } from './views';

/**
 * The connection as this actor sees the base. A system actor, and a person who sees everything, read the tables themselves. The
 * connection is theirs until it is dressed anew. `within` narrows whom they see to another scope as well.
 */
export function dressed(database: Database, actor: Actor, within: Scope | undefined = 'all'): ReadDb {
  const { policy } = actor;
  if (policy === null) return undressed(database);
  const { classes } = sealingOfConnection(database);
  const sees = actor.seesEverything && within === 'all' && classes.length === 0;
  const views = sees ? [] : viewsOf(policy.role, within, new Set(classes.map((sealed) => sealed.class)));
  writable(database, () => {
    fillReach(database, policy.reach);
    undress(database);
    dress(database, views);
  });
  return views.length === 0
    ? readConnection(database)
    : readConnection(database, alongViews(new Set(views.map(({ table }) => table))));
}

/**
 * The connection as this actor sees the records that an emergency access has opened, and no other record: `ids` are all that are this
 * one person. Masks that their role has for their own people too stay.
 */
export function dressedInEmergency(database: Database, { policy }: Actor, ids: readonly string[]): ReadDb {
  if (policy === null) throw new Error('an emergency access is a person’s');
  const { classes } = sealingOfConnection(database);
  const views = viewsOf(inEmergency(policy.role), OPENED, new Set(classes.map((sealed) => sealed.class)));
  writable(database, () => {
    fillReach(database, policy.reach);
    fill(database, openedTable, ids);
    undress(database);
    dress(database, views);
  });
  return readConnection(database, alongViews(new Set(views.map(({ table }) => table))));
}

/** The connection as the base is stored, whoever it was dressed for before. */
export function undressed(database: Database): ReadDb {
  writable(database, () => undress(database));
  return readConnection(database);
}

/** Only the temporary schema is written; the connection itself cannot write the base. */
function writable(database: Database, work: () => void): void {
  const before = database.pragma('query_only', { simple: true });
  database.pragma('query_only = off');
  try {
    database.transaction(work)();
  } finally {
    database.pragma(`query_only = ${String(before)}`);
  }
}

function fillReach(database: Database, reach: Reach): void {
  for (const [part, table] of Object.entries(reachTables)) fill(database, table, reach[part as keyof Reach]);
}

function fill(database: Database, table: string, ids: readonly string[]): void {
  database.exec(`CREATE TEMP TABLE IF NOT EXISTS ${table} (id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID`);
  database.exec(`DELETE FROM temp.${table}`);
  const insert = database.prepare(`INSERT OR IGNORE INTO temp.${table} VALUES (?)`);
  for (const id of ids) insert.run(id);
}

function undress(database: Database): void {
  const views = database.prepare<[], { name: string }>("SELECT name FROM temp.sqlite_schema WHERE type = 'view'").all();
  for (const { name } of views) database.exec(`DROP VIEW temp."${name}"`);
}

function dress(database: Database, views: readonly View[]): void {
  if (views.length > 0) database.function('initials', { deterministic: true }, initials);
  const indexes = database.prepare<[string], { name: string }>(
    "SELECT name FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ?",
  );
  for (const { name, table, body } of views) {
    database.exec(`CREATE TEMP VIEW "${name}" AS ${body(`main.${table} t`)}`);
    for (const index of indexes.all(table))
      database.exec(
        `CREATE TEMP VIEW "${alongName(name, index.name)}" AS ${body(`main.${table} t INDEXED BY "${index.name}"`)}`,
      );
  }
}

const forced = /(?<!\.)\b(\w+)\s+(?:(\w+)\s+)?indexed\s+by\s+"?(\w+)"?/gi;
const beforeTable = new Set(['from', 'join']);

/**
 * A view has no index, but there is one view per index: `party p indexed by i` is read from the view `party~i`. A table without
 * a view, or named with its schema, keeps its index.
 */
export const alongViews =
  (viewed: ReadonlySet<string>) =>
  (text: string): string =>
    text.replace(forced, (whole, ...parts: (string | undefined)[]) => {
      const [first, second, index] = parts as [string, string | undefined, string];
      const isBare = second !== undefined && beforeTable.has(first.toLowerCase());
      const table = isBare ? second : first;
      if (!viewed.has(table)) return whole;
      const alias = isBare ? second : (second ?? first);
      return `${isBare ? `${first} ` : ''}"${alongName(table, index)}" as ${alias}`;
    });
