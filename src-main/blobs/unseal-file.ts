// Gives a sealed file back as a plain one where a person wants it: written aside and renamed, so that it is there whole or not at all.

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '@shared/core/result';
import { syncFolder } from '../files';
import { BlobDamaged, openBlob, plainChunks, type BlobFailure } from './blob-format';

export interface Unsealing {
  readonly blob: string;
  readonly fileKey: Uint8Array;
  readonly target: string;
  /** Told after each chunk; throws to end. */
  readonly onBytes: (count: number) => void;
}

/** `blob` is the path of the sealed file. Throws the system's error when the target cannot take it; then nothing is left there. */
export function unsealFile({ blob, fileKey, target, onBytes }: Unsealing): Result<{ bytes: number }, BlobFailure> {
  const opened = openBlob(blob, fileKey);
  if (!opened.ok) return opened;
  const aside = `${target}.partial`;
  try {
    rmSync(aside, { force: true });
    const handle = openSync(aside, 'wx', 0o600);
    try {
      for (const chunk of plainChunks(opened.value)) {
        for (let written = 0; written < chunk.length;) written += writeSync(handle, chunk, written);
        onBytes(chunk.length);
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(aside, target);
    syncFolder(dirname(target));
    return ok({ bytes: opened.value.bytes });
  } catch (error) {
    rmSync(aside, { force: true });
    if (error instanceof BlobDamaged) return fail('attachments.damaged');
    throw error;
  } finally {
    opened.value.close();
  }
}
