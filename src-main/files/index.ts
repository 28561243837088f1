// The public face of files/: small files replaced safely, the system's errors in our words, what kind of folder a base lies in.

export { syncFolder, writeFileAtomic } from './write-atomic';
export { fileErrorCode, systemCode, type FileErrorCode } from './system-error';
export { inspectFolder, parseMounts, kindOfFolder, type FolderKind, type FolderReport } from './inspect-folder';
export { openXlsxWriter, type SheetOptions, type SheetWriter } from './xlsx-writer';
