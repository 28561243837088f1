// What the planner is told about the tables. A base that was closed with three people in it and then filled with a million kept the
// figures of three: SQLite then read the whole ledger for every history page, because a walk over two rows is cheap.

import type { Database } from './connection-profile';

/** Rows sampled of each index: figures of a million rows take milliseconds then, not minutes. */
const SAMPLE = 1000;
/** Of smaller tables no figures are kept: without any the planner keeps to the indexes, and these are right at every size. */
const LEAST_ROWS = 10_000;

/** All tables, not only those this connection has asked; only those that changed tenfold are looked at again. */
const OPTIMIZE_ALL = 0x10002;

/** Keeps the planner's figures near the truth: a missing one once made a list 44 times slower. To be run when nobody waits. */
export function refreshStatistics(database: Database): void {
  database.pragma(`analysis_limit = ${SAMPLE}`);
  database.pragma(`optimize = ${OPTIMIZE_ALL}`);
  forgetSmall(database);
}

/** For a schema that is new. */
export function takeStatistics(database: Database): void {
  database.pragma(`analysis_limit = ${SAMPLE}`);
  database.exec('ANALYZE');
  forgetSmall(database);
}

function forgetSmall(database: Database): void {
  const { found } = database
    .prepare<[], { found: number }>("SELECT count(*) AS found FROM sqlite_schema WHERE name = 'sqlite_stat1'")
    .get()!;
  if (found === 0) return;
  // A row of figures begins with how many rows the table has.
  const { changes } = database.prepare('DELETE FROM sqlite_stat1 WHERE CAST(stat AS INTEGER) < ?').run(LEAST_ROWS);
  // Read again by this connection; others read them when they open.
  if (changes > 0) database.exec('ANALYZE sqlite_schema');
}
