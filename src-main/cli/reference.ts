// An unexpected error on the command line: the whole of it to stderr, with a reference that the result repeats.

import { systemRandom } from '../keys';

const REFERENCE_BYTES = 4;

export function createReference(error: unknown): string {
  const reference = Buffer.from(systemRandom.bytes(REFERENCE_BYTES)).toString('hex');
  process.stderr.write(`${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return reference;
}
