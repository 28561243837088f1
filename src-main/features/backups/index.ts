// What the engine uses of backups.

export { createBackupsService, type BackupsDeps } from './backups.service';
export { compareInThread } from './compare';
export { makeBackup, type BackupBase, type BackupDeps } from './make-backup';
export { rehearseBackup, type RehearsalDeps } from './rehearse';
export type { Opening, Restored, Restorer } from './restore';
export { salvageInThread } from './salvage';
export { sameDisk } from './target';
export { stagedDatabase, stageInThread } from './stage';
export { writeInThread } from './thread-work';
