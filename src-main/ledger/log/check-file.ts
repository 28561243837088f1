// An exported log read from a file, in bounded memory.

import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createLogChecker, type LogReport } from './check';

const PIECE = 1024 * 1024;

interface Looking {
  /** A head known from elsewhere, as printed or in hex. */
  readonly head?: string | undefined;
}

/** The same for bytes as they come. */
export function createLogReader(looking: Looking = {}) {
  const checker = createLogChecker(looking);
  const decoder = new StringDecoder('utf8');
  const state = { rest: '' };
  return {
    write(bytes: Uint8Array): void {
      const lines = (state.rest + decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))).split('\n');
      state.rest = lines.pop() ?? '';
      for (const line of lines) checker.take(line);
    },
    end(): LogReport {
      state.rest += decoder.end();
      if (state.rest !== '') checker.take(state.rest);
      return checker.end({ whole: state.rest === '' });
    },
  };
}

/** Throws the system's error when the file cannot be read. */
export function checkLogFile(path: string, looking: Looking = {}): LogReport {
  const reader = createLogReader(looking);
  const handle = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(PIECE);
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer))
      reader.write(buffer.subarray(0, read));
    return reader.end();
  } finally {
    closeSync(handle);
  }
}
