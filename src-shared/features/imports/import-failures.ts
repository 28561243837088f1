// The closed list of reasons a file is refused: readers give them, the contract declares them, each has words.

export const IMPORT_FAILURE_CODES = [
  'import.file-missing',
  'import.unreadable',
  'import.empty',
  'import.file-too-large',
  'import.format-unknown',
  'import.encrypted',
  'import.damaged',
  'import.archive-suspicious',
  'import.sheet-missing',
  'import.memo-missing',
  'import.too-many-rows',
  'import.quotes-broken',
  'import.bad-checkpoint',
  'import.out-of-memory',
  'import.timed-out',
  'import.parser-died',
] as const;

export type ImportFailureCode = (typeof IMPORT_FAILURE_CODES)[number];
