// Where the content of files inside records goes while their lines pass by: counted and forgotten when rows are read, handed on piece
// by piece when the engine asks for it. Nothing is gathered whole and nothing touches the disk.

import { createHash } from 'node:crypto';
import type { EnclosedFile } from '../source';

export interface FileSink {
  open(): void;
  write(bytes: Uint8Array): void;
  /** Of the file opened last; `isWhole` false when its encoding was broken or it had no end. */
  close(isWhole: boolean): void;
  /** What was counted of the record's files since the last call. */
  take(): readonly Tallied[];
}

export type Tallied = Omit<EnclosedFile, 'name'>;

export interface TallyCaps {
  /** Files of a record beyond these are refused. */
  readonly filesTaken: number;
  /** Those beyond these are not even named. */
  readonly filesNamed: number;
}

type Open = { readonly hash: ReturnType<typeof createHash>; bytes: number };

/** Size and SHA-256 (hex) of each file, so that a trial counts what an import will keep. */
export function createTally({ filesTaken, filesNamed }: TallyCaps): FileSink {
  const state: { open: Open | null; done: Tallied[] } = { open: null, done: [] };
  return {
    open: () => void (state.open = { hash: createHash('sha256'), bytes: 0 }),
    write(bytes) {
      if (state.open === null) return;
      state.open.bytes += bytes.length;
      if (state.done.length < filesTaken) state.open.hash.update(bytes);
    },
    close(isWhole) {
      const { open, done } = state;
      state.open = null;
      if (open === null || done.length >= filesNamed) return;
      const isOver = done.length >= filesTaken;
      const problem = isOver ? 'too-many-attachments' : isWhole ? null : 'attachment-damaged';
      const counted = { bytes: open.bytes, digest: open.hash.digest('hex') };
      done.push(problem === null ? counted : { ...counted, problem });
    },
    take() {
      const { done } = state;
      state.done = [];
      return done;
    },
  };
}

/** Some bytes of the file with this number in its record; `last` ends it. */
export type FilePiece = { readonly file: number; readonly bytes: Uint8Array; readonly last: boolean };

export interface FileQueue extends FileSink {
  /** What has come since the last call, in order. */
  drain(): FilePiece[];
}

export function createQueue(wanted: ReadonlySet<number>): FileQueue {
  const state: { file: number; pieces: FilePiece[] } = { file: -1, pieces: [] };
  const push = (bytes: Uint8Array, last: boolean): void => {
    if (wanted.has(state.file)) state.pieces.push({ file: state.file, bytes, last });
  };
  return {
    open: () => void (state.file += 1),
    write: (bytes) => push(bytes, false),
    close: () => push(new Uint8Array(0), true),
    take: () => [],
    drain() {
      const { pieces } = state;
      state.pieces = [];
      return pieces;
    },
  };
}

/** Names and counts of one record's files belong together by their order; nothing where there are none. */
export function enclosing(names: readonly string[], counted: readonly Tallied[]): { readonly files?: EnclosedFile[] } {
  if (counted.length === 0) return {};
  return { files: counted.map((file, index) => ({ name: (names[index] ?? '').slice(0, LONGEST_NAME), ...file })) };
}

const LONGEST_NAME = 500;
