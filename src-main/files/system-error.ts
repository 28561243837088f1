// The system's error numbers in the four words our messages know.

export type FileErrorCode = 'files.disk-full' | 'files.read-only' | 'files.not-found' | 'files.io';

/** `null` when the error is not one of the file system's. */
export function fileErrorCode(error: unknown): FileErrorCode | null {
  const code = systemCode(error);
  if (code === null) return null;
  return byCode.get(code) ?? null;
}

/** The system's name of an error (`ENOENT` …), or `null`. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

const byCode: ReadonlyMap<string, FileErrorCode> = new Map([
  ['ENOSPC', 'files.disk-full'],
  ['EDQUOT', 'files.disk-full'],
  ['EROFS', 'files.read-only'],
  ['EACCES', 'files.read-only'],
  ['EPERM', 'files.read-only'],
  ['ENOENT', 'files.not-found'],
  ['ENOTDIR', 'files.not-found'],
  ['EIO', 'files.io'],
  ['EBUSY', 'files.io'],
  ['EMFILE', 'files.io'],
]);
