// The one carrier that takes the reason a file is refused from deep inside a reader to its edge.

import type { Failure } from '@shared/core/result';
import type { ImportFailureCode } from '@shared/features/imports/import-failures';

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
