// What the engine uses of backups.

export { selectBackups } from './backups.sql';
export { createBackupsService, type BackupsDeps } from './backups.service';
export { compareInThread } from './compare';
export { makeBackup, type BackupBase, type BackupDeps } from './make-backup';
export { differingTable, headOf, lookAtCopy } from './look';
export { migrateInThread } from './migrate-staged';
export { createPlaces, inspectInThread, lookInThread, type Inspected, type Places } from './places';
export { rehearseBackup, type RehearsalDeps } from './rehearse';
export type { Opening, Restored, Restorer } from './restore';
export { salvageInThread } from './salvage';
export { stagedDatabase, stageInThread } from './stage';
export { writeInThread } from './thread-work';
