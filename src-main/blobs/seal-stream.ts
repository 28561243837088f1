// Seals content that comes piece by piece from elsewhere, as from the process that reads mail: the next piece is asked for when the last
// one is on the disk. Written aside, synced, and only then named by its content. For the engine itself: the disk is never waited for.

import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '@shared/core/clock';
import { syncFolder } from '../files';
import { chunkBytes } from './blob-format';
import { incomingPath, shelfOf } from './blob-store';
import { createSealedContent, type Sealed } from './sealed-content';

export interface StreamSealing {
  readonly baseFolder: string;
  /** Tells apart what is written at the same time. */
  readonly tag: string;
  readonly random: Random;
}

/** Pieces of any size. Holds two chunks at most; whatever fails, the source too, leaves no file. */
export async function sealStream(source: AsyncIterable<Uint8Array>, sealing: StreamSealing): Promise<Sealed> {
  const path = incomingPath(sealing.baseFolder, sealing.tag);
  await rm(path, { force: true });
  const handle = await open(path, 'wx', 0o600);
  try {
    const sealed = await writeSealed(handle, source, sealing.random);
    await handle.sync();
    await handle.close();
    const shelf = shelfOf(sealing.baseFolder, sealed.blob);
    await rename(path, join(shelf, sealed.blob));
    syncFolder(shelf);
    return sealed;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

async function writeSealed(handle: FileHandle, source: AsyncIterable<Uint8Array>, random: Random): Promise<Sealed> {
  const sealed = createSealedContent(random);
  const write = async (pieces: readonly Uint8Array[]): Promise<void> => {
    for (const bytes of pieces)
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten;
  };
  await write(sealed.begin());
  const chunk = { bytes: Buffer.alloc(chunkBytes), length: 0 };
  for await (const piece of source) {
    for (let from = 0; from < piece.length;) {
      // Only when more follows: the last chunk is sealed as the last.
      if (chunk.length === chunkBytes) {
        await write(sealed.take(chunk.bytes, false));
        chunk.length = 0;
      }
      const taken = piece.subarray(from, from + chunkBytes - chunk.length);
      chunk.bytes.set(taken, chunk.length);
      chunk.length += taken.length;
      from += taken.length;
    }
  }
  await write(sealed.take(chunk.bytes.subarray(0, chunk.length), true));
  return sealed.ended();
}
