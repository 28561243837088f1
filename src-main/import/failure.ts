// The closed list of reasons a file is refused, and the one carrier that takes such a reason from deep inside a reader to its edge.

import type { Failure } from '@shared/core/result';

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
export type ImportFailure = Failure<ImportFailureCode>;

/** Thrown inside readers only; `failureOf` turns it into a value at the edge of the parser. */
export class FileRefused extends Error {
  readonly failure: ImportFailure;

  constructor(code: ImportFailureCode, details?: Record<string, unknown>) {
    super(code);
    this.name = 'FileRefused';
    this.failure = details ? { code, details } : { code };
  }
}

/** The typed failure of anything a reader threw: a refused file as it is, a system error by its code, the rest as damage. */
export function failureOf(thrown: unknown): ImportFailure {
  if (thrown instanceof FileRefused) return thrown.failure;
  const system = systemCode(thrown);
  if (system === 'ENOENT' || system === 'ENOTDIR') return { code: 'import.file-missing' };
  if (system === 'EACCES' || system === 'EPERM' || system === 'EIO' || system === 'EISDIR')
    return { code: 'import.unreadable', details: { system } };
  if (thrown instanceof RangeError) return { code: 'import.out-of-memory' };
  return { code: 'import.damaged', details: { what: thrown instanceof Error ? thrown.name : 'unknown' } };
}

function systemCode(thrown: unknown): string | null {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return null;
  return typeof thrown.code === 'string' ? thrown.code : null;
}
