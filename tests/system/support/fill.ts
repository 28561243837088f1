// Takes the room of a small disk away.
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** Takes the last byte of a disk, or leaves some free. */
export function fill(path: string, free = 0): string {
  const filler = join(path, 'filler');
  const reserve = join(path, 'reserve');
  if (free > 0) writeFileSync(reserve, Buffer.alloc(free));
  const handle = openSync(filler, 'w');
  for (const size of [65_536, 4096, 512, 1]) {
    try {
      for (;;) writeSync(handle, Buffer.alloc(size));
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
  }
  closeSync(handle);
  rmSync(reserve, { force: true });
  return filler;
}
