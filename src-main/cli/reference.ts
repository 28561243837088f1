// An unexpected error on the command line: the whole of it to stderr, with a reference that the result repeats.

import { randomBytes } from 'node:crypto';

export function createReference(error: unknown): string {
  const reference = randomBytes(4).toString('hex');
  process.stderr.write(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return reference;
}
