// Seals what is read piece by piece into a base's folder: written aside, synced, and only then named by its content. Never holds more
// than two chunks. For threads, which may block.

import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '@shared/core/clock';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode, syncFolder } from '../files';
import { chunkBytes } from './blob-format';
import { incomingPath, shelfOf } from './blob-store';
import { createSealedContent, type Sealed } from './sealed-content';

export interface Sealing {
  readonly baseFolder: string;
  /** Tells apart what is written at the same time. */
  readonly tag: string;
  readonly random: Random;
  /** Told after each chunk of plaintext; throws to end. */
  readonly onBytes: (count: number) => void;
}

/** The source may reuse its buffer from the second piece after on. Whatever fails leaves no file. */
export function sealChunks(source: Iterable<Uint8Array>, sealing: Sealing): Sealed {
  const path = incomingPath(sealing.baseFolder, sealing.tag);
  rmSync(path, { force: true });
  const handle = openSync(path, 'wx', 0o600);
  const closing = { done: false };
  const close = (): void => {
    if (!closing.done) closeSync(handle);
    closing.done = true;
  };
  try {
    const sealed = writeSealed(handle, source, sealing);
    fsyncSync(handle);
    close();
    const shelf = shelfOf(sealing.baseFolder, sealed.blob);
    renameSync(path, join(shelf, sealed.blob));
    syncFolder(shelf);
    return sealed;
  } catch (error) {
    close();
    rmSync(path, { force: true });
    throw error;
  }
}

function writeSealed(handle: number, source: Iterable<Uint8Array>, { random, onBytes }: Sealing): Sealed {
  const sealed = createSealedContent(random);
  const write = (pieces: readonly Uint8Array[]): void => {
    for (const bytes of pieces)
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
  };
  write(sealed.begin());
  let held: Uint8Array = new Uint8Array(0);
  for (const chunk of source) {
    if (held.length > 0) write(sealed.take(held, false));
    onBytes(held.length);
    held = chunk;
  }
  write(sealed.take(held, true));
  onBytes(held.length);
  return sealed.ended();
}

type SourceFailure = Failure<
  'attachments.file-missing' | 'attachments.not-a-file' | 'attachments.too-large' | 'attachments.file-changed'
>;

export interface SourceFile {
  readonly path: string;
  /** More than this is refused. */
  readonly limitBytes: number;
}

/** Seals a file of the person's. One that grows or shrinks meanwhile is refused: nobody could say what was kept. */
export function sealFile({ path, limitBytes }: SourceFile, sealing: Sealing): Result<Sealed, SourceFailure> {
  const opened = openSource(path);
  if (!opened.ok) return opened;
  const handle = opened.value;
  try {
    const before = fstatSync(handle);
    if (!before.isFile()) return fail('attachments.not-a-file');
    if (before.size > limitBytes) return tooLarge(limitBytes);
    const sealed = sealChunks(chunksOf(handle, limitBytes), sealing);
    const after = fstatSync(handle);
    const isSame = after.size === before.size && after.mtimeMs === before.mtimeMs && sealed.bytes === before.size;
    return isSame ? ok(sealed) : fail('attachments.file-changed');
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(limitBytes);
    throw error;
  } finally {
    closeSync(handle);
  }
}

class TooLarge extends Error {}

const tooLarge = (limitBytes: number): Result<never, SourceFailure> =>
  fail('attachments.too-large', { megabytes: Math.round(limitBytes / 1_000_000) });

function openSource(path: string): Result<number, SourceFailure> {
  try {
    // Without waiting: a pipe or a device is refused, not read.
    return ok(openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail('attachments.file-missing');
  }
}

/** Of each chunk all but the last are whole: the format counts by them. Two buffers, used in turn. */
function* chunksOf(handle: number, limitBytes: number): Iterable<Uint8Array> {
  const buffers = [Buffer.alloc(chunkBytes), Buffer.alloc(chunkBytes)] as const;
  let total = 0;
  for (let turn = 0; ; turn = 1 - turn) {
    const buffer = buffers[turn === 0 ? 0 : 1];
    let read = 0;
    for (let count = 1; count > 0 && read < chunkBytes; read += count)
      count = readSync(handle, buffer, read, chunkBytes - read, null);
    total += read;
    if (total > limitBytes) throw new TooLarge();
    if (read > 0) yield buffer.subarray(0, read);
    if (read < chunkBytes) return;
  }
}
