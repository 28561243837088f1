// Hands a text file out in decoded blocks whose byte offsets are known, so that any character of it can be found again later.

import type { ByteFile } from './byte-file';
import type { TextEncoding } from './encoding';
import { textDecoder } from './encoding';

/** How bytes become text: an encoding, or `bytes` for one character per byte (vCard values carry charsets of their own). */
export type BlockEncoding = TextEncoding | 'bytes';

/** `offset` is where the block begins in the file; blocks never cut a character. */
export type TextBlock = { readonly text: string; readonly offset: number; readonly end: number };

const BLOCK_BYTES = 256 * 1024;

/** Blocks from `offset` (a block start given earlier, or the first byte after the byte order mark) to the end of the file. */
export async function* textBlocks(file: ByteFile, encoding: BlockEncoding, offset: number): AsyncGenerator<TextBlock> {
  const decode = blockDecoder(encoding);
  let at = offset;
  while (at < file.size) {
    const bytes = await file.read(at, BLOCK_BYTES);
    if (bytes.length === 0) return;
    const atEnd = at + bytes.length >= file.size;
    const whole = atEnd ? bytes : bytes.subarray(0, wholeCharacters(bytes, encoding));
    yield { text: decode(whole), offset: at, end: at + whole.length };
    at += whole.length;
  }
}

export function blockDecoder(encoding: BlockEncoding): (bytes: Buffer) => string {
  if (encoding === 'bytes') return (bytes) => bytes.toString('latin1');
  return textDecoder(encoding);
}

/** Length of the longest head of `bytes` that ends between characters; a malformed tail is not waited for. */
function wholeCharacters(bytes: Uint8Array, encoding: BlockEncoding): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return wholeUtf16(bytes, encoding === 'utf-16le' ? 1 : 0);
  if (encoding !== 'utf-8') return bytes.length;
  for (let back = 1; back <= 3 && back < bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function wholeUtf16(bytes: Uint8Array, highByte: 0 | 1): number {
  const even = bytes.length - (bytes.length % 2);
  const lastHigh = bytes[even - 2 + highByte] ?? 0;
  return even > 2 && (lastHigh & 0xfc) === 0xd8 ? even - 2 : Math.max(even, 1);
}
