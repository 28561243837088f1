// Is the file still where it was opened? A deleted or carried-off file can be written to without an error, and the writes are lost.

import { statSync } from 'node:fs';

/** The check throws the system's own "not found", which `databaseErrorCode` knows, when another file or none is in the place. */
export function presenceOf(file: string): () => void {
  const opened = statSync(file);
  return () => {
    const now = statSync(file);
    if (now.ino !== opened.ino || now.dev !== opened.dev) {
      throw Object.assign(new Error('another file took the place of the database'), { code: 'ENOENT' });
    }
  };
}
