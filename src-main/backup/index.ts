// The public face of backup/: the format of a backup folder, writing one, looking whether one is whole, rotation.

export { bytesOf, checkBytes, inspectBackup, type BackupError } from './check-backup';
export { copyFile, filesBelow, hashFile, syncFile, syncFolders, tryLink, type Stride } from './copy-file';
export { backupFoldersIn, backupName, isBackupFolderName, removeOwnPartials, type BackupOrigin } from './folder-names';
export { forgetKeys } from './forget-keys';
export {
  backupFormat,
  copiedDatabaseFile,
  hasTrueSeal,
  isCopiedKeysFile,
  keyOfCopy,
  manifestFile,
  readManifest,
  sealManifest,
  type Manifest,
} from './manifest';
export { backupsOf, rotate, type BaseOfCopies, type FoundBackup } from './rotate';
export { writeBackup, type BackupPlace, type BackupSource, type Draft, type Looked, type Steps } from './write-backup';
