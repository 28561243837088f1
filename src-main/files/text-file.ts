// A text file written piece by piece, UTF-8, with little in memory; readable by its owner only.

import { sinkOf, type ByteSink } from './byte-sink';

export interface TextFile {
  write(text: string): void;
  /** Brings it to the disk; answers its size in bytes. */
  end(): number;
  /** Closes it and leaves no trace. */
  abandon(): void;
}

/** UTF-16 units gathered before they are written. */
const PIECE = 256 * 1024;

/** Into a file, which is made or emptied, or where bytes go otherwise. Throws the system's error. */
export function openTextFile(target: string | ByteSink): TextFile {
  const sink = sinkOf(target);
  const file = { pieces: [] as string[], length: 0, bytes: 0 };
  const flush = (): void => {
    const bytes = Buffer.from(file.pieces.join(''), 'utf8');
    file.pieces = [];
    file.length = 0;
    sink.write(bytes);
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
      sink.end();
      return file.bytes;
    },
    abandon: () => sink.abandon(),
  };
}
