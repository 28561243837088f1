// A text file written piece by piece, UTF-8, with little in memory; readable by its owner only.

import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

export interface TextFile {
  write(text: string): void;
  /** Brings it to the disk; answers its size in bytes. */
  end(): number;
  /** Closes it as it is. */
  abandon(): void;
}

/** UTF-16 units gathered before they are written. */
const PIECE = 256 * 1024;

/** Makes or empties the file. Throws the system's error. */
export function openTextFile(path: string): TextFile {
  const handle = openSync(path, 'w', 0o600);
  const file = { pieces: [] as string[], length: 0, bytes: 0 };
  const flush = (): void => {
    const bytes = Buffer.from(file.pieces.join(''), 'utf8');
    file.pieces = [];
    file.length = 0;
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    file.bytes += bytes.length;
  };
  return {
    write(text) {
      file.pieces.push(text);
      file.length += text.length;
      if (file.length >= PIECE) flush();
    },
    end() {
      flush();
      fsyncSync(handle);
      closeSync(handle);
      return file.bytes;
    },
    abandon: () => closeSync(handle),
  };
}
