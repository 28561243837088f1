// Where the bytes of a file go while it is written: a file that gets its name when it is whole, or what lies between (an encryption).

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

export interface ByteSink {
  write(bytes: Uint8Array): void;
  /** Brings the file to the disk. */
  end(): void;
  /** Closes it and leaves no trace. */
  abandon(): void;
}

/** Makes or empties the file, readable by its owner only. Throws the system's error. */
export function openByteFile(path: string): ByteSink {
  const handle = openSync(path, 'w', 0o600);
  const state = { isOpen: true };
  const close = (): void => {
    if (!state.isOpen) return;
    state.isOpen = false;
    closeSync(handle);
  };
  return {
    write(bytes) {
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    },
    end() {
      fsyncSync(handle);
      close();
    },
    abandon() {
      close();
      rmSync(path, { force: true });
    },
  };
}

/** Written beside its place, under `.part`, and renamed when it is whole. */
export function openFileAside(path: string): ByteSink {
  const temporary = `${path}.part`;
  const file = openByteFile(temporary);
  return {
    ...file,
    end() {
      file.end();
      renameSync(temporary, path);
    },
  };
}

export const sinkOf = (target: string | ByteSink): ByteSink =>
  typeof target === 'string' ? openByteFile(target) : target;
