// Every cap the parser process works under, in one place, so that a hostile file meets a number and not the machine.

export type ImportLimits = {
  /** Largest file of text (CSV, vCard), bytes: such files are streamed, so this bounds time, not memory. */
  readonly textFileBytes: number;
  /** Largest spreadsheet file as it lies on disk, bytes. */
  readonly sheetFileBytes: number;
  /** Largest legacy XLS file, bytes: unlike the others it is read whole. */
  readonly wholeSheetBytes: number;
  /** Largest sum of unpacked archive entries, bytes. */
  readonly unpackedBytes: number;
  /** Largest unpacked : packed ratio of one archive entry once it is over 1 MB unpacked. */
  readonly archiveRatio: number;
  readonly archiveEntries: number;
  /** Bytes of shared strings of one workbook; they live outside the JavaScript heap. */
  readonly sharedStringBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Longest cell, UTF-16 units. */
  readonly cellLength: number;
  /** Longest record, UTF-16 units; a longer one is an unclosed quote in all likelihood. */
  readonly recordLength: number;
  /** Of the words of one e-mail message this much is read, bytes; its files are not among them. */
  readonly messageBytes: number;
  /** Files inside one record beyond these are refused, and those beyond `filesNamed` not even named. */
  readonly filesTaken: number;
  readonly filesNamed: number;
  /** Bytes of files in the records of one batch; a batch ends early when it is reached. */
  readonly batchFileBytes: number;
  /** A file inside a record is handed over in pieces of at most this, bytes. */
  readonly pieceBytes: number;
  /** Cell text in one batch, UTF-16 units; a batch ends early when it is reached. */
  readonly batchLength: number;
  /** Resident memory of the process, bytes; reading stops with a typed error above it. */
  readonly residentBytes: number;
};

const MEGABYTE = 1024 * 1024;

/** security.md §3, row "Malicious CSV/XLSX/vCard": the heap itself is capped at 256 MB by the starter of the process. */
export const DEFAULT_LIMITS: ImportLimits = {
  textFileBytes: 8 * 1024 * MEGABYTE,
  sheetFileBytes: 512 * MEGABYTE,
  wholeSheetBytes: 48 * MEGABYTE,
  unpackedBytes: 4 * 1024 * MEGABYTE,
  archiveRatio: 300,
  archiveEntries: 10_000,
  sharedStringBytes: 256 * MEGABYTE,
  rows: 5_000_000,
  columns: 1000,
  cellLength: 1_000_000,
  recordLength: 2_000_000,
  messageBytes: 32 * MEGABYTE,
  filesTaken: 100,
  filesNamed: 1000,
  batchFileBytes: 64 * MEGABYTE,
  pieceBytes: MEGABYTE,
  batchLength: 4_000_000,
  residentBytes: 640 * MEGABYTE,
};

/** Heap of the parser process, megabytes. */
export const PARSER_HEAP_MB = 256;
/** Longest time one request may take before the process is ended, milliseconds. */
export const REQUEST_TIMEOUT_MS = 60_000;
