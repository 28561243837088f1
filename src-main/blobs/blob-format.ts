// The format of a sealed file, version 1. Header of 32 bytes: "DIWANBLB", version 1, log2 of the chunk size (20), six zeros, 16
// random bytes. Then chunks of 1 MiB, each followed by its 16-byte tag; only the last may be shorter, and only that of an empty file
// is empty. AES-256-GCM under HKDF(file key, salt = the 16 random bytes, "diwan/blob/v1"); a file key seals one file. Nonce of a
// chunk: seven zeros, its number (32 bits, big endian), 1 for the last one and 0 otherwise; context: the whole header.
// So a chunk that is changed, left out, repeated, moved or taken from another file does not open; a file that was cut short ends in
// a chunk that was not sealed as the last, and one that was made longer does not.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Random } from '@shared/core/clock';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode } from '../files';
import { hkdfSha256, sealApart, sealTagBytes, unseal } from '../keys';

export const chunkBytes = 1024 * 1024;
export const headerBytes = 32;
const magic = Buffer.from('DIWANBLB', 'latin1');
const versionAndChunk = Buffer.from([1, 20, 0, 0, 0, 0, 0, 0]);
const idBytes = 16;

export interface Sealer {
  readonly header: Buffer;
  /** Every chunk but the last is exactly `chunkBytes` long. Answers the sealed chunk and its tag, to be written in this order. */
  seal(chunk: Uint8Array, isLast: boolean): readonly Buffer[];
}

/** `fileKey`: 32 bytes that seal nothing else. */
export function createSealer(fileKey: Uint8Array, random: Random): Sealer {
  const header = Buffer.concat([magic, versionAndChunk, random.bytes(idBytes)]);
  const key = chunkKey(fileKey, header);
  const at = { index: 0, ended: false };
  return {
    header,
    seal(chunk, isLast) {
      if (at.ended || (isLast ? chunk.length > chunkBytes : chunk.length !== chunkBytes))
        throw new Error('chunks are 1 MiB, and none follows the last');
      at.ended = isLast;
      return sealApart({ key, nonce: nonceOf(at.index++, isLast), context: header }, chunk);
    },
  };
}

export type BlobFailure = Failure<'attachments.missing' | 'attachments.damaged'>;

export interface OpenBlob {
  /** Of the plaintext. */
  readonly bytes: number;
  readonly chunks: number;
  /** Never partial plaintext: a chunk is right or damaged. */
  read(index: number): Result<Buffer, BlobFailure>;
  close(): void;
}

/** Reads the header and nothing else; each chunk is judged when it is read. The caller closes. */
export function openBlob(path: string, fileKey: Uint8Array): Result<OpenBlob, BlobFailure> {
  const file = whenReadable(() => openSync(path, 'r'));
  if (!file.ok) return file;
  const handle = file.value;
  const opened = whenReadable(() => openHandle(handle, fileKey));
  const blob = opened.ok ? opened.value : opened;
  if (!blob.ok) closeSync(handle);
  return blob;
}

function openHandle(handle: number, fileKey: Uint8Array): Result<OpenBlob, BlobFailure> {
  const body = fstatSync(handle).size - headerBytes;
  const header = readInto(Buffer.alloc(headerBytes), handle, 0);
  const isOurs = header.subarray(0, 16).equals(Buffer.concat([magic, versionAndChunk]));
  if (body < sealTagBytes || header.length < headerBytes || !isOurs) return fail('attachments.damaged');
  const sealed = chunkBytes + sealTagBytes;
  const chunks = Math.ceil(body / sealed);
  const lastBytes = body - (chunks - 1) * sealed - sealTagBytes;
  if (lastBytes < 0 || (lastBytes === 0 && chunks > 1)) return fail('attachments.damaged');
  const key = chunkKey(fileKey, header);
  const held = Buffer.alloc(Math.min(body, sealed));
  return ok({
    bytes: body - chunks * sealTagBytes,
    chunks,
    read(index) {
      const from = headerBytes + index * sealed;
      const found = whenReadable(() => readInto(held, handle, from));
      if (!found.ok) return found;
      const plain = unseal({ key, nonce: nonceOf(index, index === chunks - 1), context: header }, found.value);
      return plain === null ? fail('attachments.damaged') : ok(plain);
    },
    close() {
      key.fill(0);
      closeSync(handle);
    },
  });
}

/** The whole plaintext, chunk by chunk; throws `BlobDamaged` at the first one that is not right. */
export function* plainChunks(blob: OpenBlob): Iterable<Buffer> {
  for (let index = 0; index < blob.chunks; index += 1) {
    const chunk = blob.read(index);
    if (!chunk.ok) throw new BlobDamaged();
    yield chunk.value;
  }
}

/** A chunk that does not open, met where chunks are drawn one after the other. */
export class BlobDamaged extends Error {
  readonly code = 'attachments.damaged';
}

const chunkKey = (fileKey: Uint8Array, header: Buffer): Buffer =>
  hkdfSha256({
    secret: fileKey,
    salt: header.subarray(headerBytes - idBytes),
    info: 'diwan/blob/v1',
  });

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** As much of the buffer as the file fills from there on. */
function readInto(buffer: Buffer, handle: number, position: number): Buffer {
  let read = 0;
  for (let count = 1; count > 0 && read < buffer.length; read += count)
    count = readSync(handle, buffer, read, buffer.length - read, position + read);
  return buffer.subarray(0, read);
}

/** What the disk cannot give is damage of the file; that there is no file is told apart. */
function whenReadable<T>(work: () => T): Result<T, BlobFailure> {
  try {
    return ok(work());
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code === 'files.not-found' ? 'attachments.missing' : 'attachments.damaged');
  }
}
