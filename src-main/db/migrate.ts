// Brings a base to the newest schema: each migration in one transaction, then the capture triggers of the catalogue.

import { localMigrations } from '../../migrations';
import type { Migration } from '../../migrations';
import { fail, ok, type Failure, type Result } from '../../src-shared/core/result';
import type { Database } from './connection-profile';
import { takeStatistics } from './statistics';
import { captureTriggers } from './triggers';

/** The schema this program makes. */
export const localMigrationCount: number = localMigrations.length;

export interface MigrationReport {
  readonly applied: readonly string[];
}

/** PRAGMA user_version counts the applied migrations. */
export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Applies what is missing. A base made by a newer program is refused untouched ('base.newer-schema').
 * A migration that throws leaves the base as it was before that migration.
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[] = localMigrations,
): Result<MigrationReport, Failure<'base.newer-schema'>> {
  const from = schemaVersion(database);
  if (from > migrations.length) return fail('base.newer-schema', { found: from, known: migrations.length });
  const applied: string[] = [];
  for (const [index, migration] of migrations.entries()) {
    if (index < from) continue;
    inTransaction(database, () => {
      dropTriggers(database);
      database.exec(migration.sql);
      database.pragma(`user_version = ${index + 1}`);
    });
    applied.push(migration.id);
  }
  installTriggers(database);
  if (applied.length > 0) takeStatistics(database);
  return ok({ applied });
}

/** Re-creates the capture triggers when the catalogue no longer matches those in the base. */
function installTriggers(database: Database): void {
  const wanted = captureTriggers();
  const found = database
    .prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'capture\\_%' ESCAPE '\\'")
    .pluck()
    .all() as string[];
  if (found.length === wanted.length && wanted.every((trigger) => found.includes(trigger))) return;
  inTransaction(database, () => {
    dropTriggers(database);
    for (const trigger of wanted) database.exec(trigger);
  });
}

function dropTriggers(database: Database): void {
  const names = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'capture\\_%' ESCAPE '\\'")
    .pluck()
    .all() as string[];
  for (const name of names) database.exec(`DROP TRIGGER "${name}"`);
}

function inTransaction(database: Database, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    // A full disk has rolled it back already.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
