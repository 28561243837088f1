// What is written of a file while it is sealed chunk by chunk, and what is known of it at its end; whoever writes it to the disk says how.

import type { Random } from '@shared/core/clock';
import { createSha256, keyBytes } from '../keys';
import { createSealer } from './blob-format';

export interface Sealed {
  /** Name of the sealed file. */
  readonly blob: string;
  readonly sealedBytes: number;
  /** Of the plaintext, as is `digest`: its SHA-256 in hex. */
  readonly bytes: number;
  readonly digest: string;
  /** 32 bytes. */
  readonly fileKey: Uint8Array;
  /** The first bytes of the plaintext, at most 4096: what it is can be told from them. */
  readonly head: Uint8Array;
}

export interface SealedContent {
  /** To be written first. */
  begin(): readonly Uint8Array[];
  /** To be written for this chunk, in this order; every chunk but the last is whole. */
  take(chunk: Uint8Array, isLast: boolean): readonly Uint8Array[];
  /** Once everything is written. */
  ended(): Sealed;
}

export function createSealedContent(random: Random): SealedContent {
  const fileKey = random.bytes(keyBytes);
  const sealer = createSealer(fileKey, random);
  const [name, content] = [createSha256(), createSha256()];
  const at = { bytes: 0, sealedBytes: 0, head: Buffer.alloc(0) };
  const named = (pieces: readonly Uint8Array[]): readonly Uint8Array[] => {
    for (const bytes of pieces) {
      name.update(bytes);
      at.sealedBytes += bytes.length;
    }
    return pieces;
  };
  return {
    begin: () => named([sealer.header]),
    take(chunk, isLast) {
      if (at.bytes === 0) at.head = Buffer.from(chunk.subarray(0, 4096));
      content.update(chunk);
      at.bytes += chunk.length;
      return named(sealer.seal(chunk, isLast));
    },
    ended: () => ({ blob: name.digest(), digest: content.digest(), fileKey, ...at }),
  };
}
