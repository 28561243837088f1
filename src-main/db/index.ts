// The public face of db/: opening, migrating, connections and statement building.

export { readConnection, writeConnection, type ReadDb, type WriteDb } from './connection';
export { acquireBaseLock, type BaseLock } from './base-lock';
export { narrowCache, widenCache } from './bulk-cache';
export { copyDatabase } from './copy-database';
export { openEmptyBase } from './empty-base';
export { holdStill } from './hold-still';
export { beyond, type Place } from './keyset';
export { databaseErrorCode } from './database-error';
export { migrate, schemaVersion } from './migrate';
export { localMigrationCount } from './migrate';
export { checkpoint, openDatabase, openMemoryDatabase, readSalt, restoreSalt, type OpenError } from './open';
export { salvageInto, type SalvagedTable } from './salvage';
export { keepPastKey, keyThatOpens, pastKeys, type PastKey } from './past-keys';
export { presenceOf } from './presence';
export type { ConnectionMode, Database } from './connection-profile';
export {
  compiled,
  shapedStatement,
  sql,
  statement,
  tables,
  type Argument,
  type Query,
  type RawBuilder,
  type SqlBool,
} from './query';
export { rekeyDatabase } from './rekey-database';
export * as sealing from './sealed-sql';
export { refuseInClear, sealingOfConnection } from './sealing-functions';
export { refreshStatistics } from './statistics';
export { createUnwaitedCommits, type UnwaitedCommits } from './unwaited-commits';
export type {
  ChangeRow,
  AccessEventRow,
  ApprovalEventRow,
  CheckpointOccasion,
  CheckpointRow,
  OperationRow,
  Tables,
} from './schema';
