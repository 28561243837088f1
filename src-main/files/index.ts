// The public face of files/: small files replaced safely, the system's errors in our words, what kind of folder a base lies in.

export { syncFolder, writeFileAtomic } from './write-atomic';
export { fileErrorCode, systemCode, type FileErrorCode } from './system-error';
export { inspectFolder, parseMounts, kindOfFolder, type FolderKind, type FolderReport } from './inspect-folder';
export { BYTE_ORDER_MARK, csvCell, csvLine, quoted } from './csv-line';
export { openTextFile, type TextFile } from './text-file';
export { openXlsxWriter, type SheetCell, type SheetOptions, type SheetWriter } from './xlsx-writer';
export { openZipWriter, type ZipWriter } from './zip-writer';
export { openByteFile, openFileAside, type ByteSink } from './byte-sink';
export { startSealing, type BytesThrough, type Sealing } from './bytes-through';
