// Guesses the encoding of a text file from its bytes and says how sure it is, so that the person can look and overrule.

import type { ByteFile } from './byte-file';
import { DOS_CODE_PAGES, decodeDos, isDosCodePage } from './dos-code-pages';
import { letterScore } from './letter-score';

/** The last four are never guessed: a table says so itself, or a person who knows. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'windows-1252',
  'iso-8859-6',
  ...DOS_CODE_PAGES,
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** `confidence` 0…1; `bomBytes` are to be skipped at the head of the file. */
export type EncodingGuess = { readonly encoding: TextEncoding; readonly confidence: number; readonly bomBytes: number };

const WINDOW_BYTES = 64 * 1024;
const WINDOWS = 12;
const SINGLE_BYTE: readonly TextEncoding[] = ['windows-1256', 'windows-1252', 'iso-8859-6'];

/** Bytes as text, malformed ones as U+FFFD; a byte order mark stays in. */
export function textDecoder(encoding: TextEncoding): (bytes: Uint8Array) => string {
  if (isDosCodePage(encoding)) return (bytes) => decodeDos(bytes, encoding);
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

/** Reads up to 12 windows of 64 KB spread over the file: a base whose first thousand names are Latin is no surprise then. */
export async function guessEncoding(file: ByteFile): Promise<EncodingGuess> {
  const head = await file.read(0, WINDOW_BYTES);
  const marked = byteOrderMark(head);
  if (marked) return marked;
  const wide = wideEncoding(head);
  if (wide) return wide;
  const windows = [head];
  const step = Math.floor(file.size / WINDOWS);
  if (file.size > WINDOW_BYTES)
    for (let index = 1; index < WINDOWS; index += 1)
      windows.push(await file.read(Math.max(WINDOW_BYTES * index, step * index), WINDOW_BYTES));
  return guessEncodingOf(windows);
}

/** The guess for byte windows cut anywhere, without byte order mark or UTF-16. */
export function guessEncodingOf(windows: readonly Uint8Array[]): EncodingGuess {
  let good = 0;
  let bad = 0;
  for (const window of windows) {
    const counted = utf8Sequences(window);
    good += counted.good;
    bad += counted.bad;
  }
  if (bad === 0) return { encoding: 'utf-8', confidence: good === 0 ? 0.9 : 0.99, bomBytes: 0 };
  // A few torn sequences in plenty of good ones: a damaged UTF-8 file, not another code page.
  if (bad * 50 < good) return { encoding: 'utf-8', confidence: 0.7, bomBytes: 0 };
  return singleByteEncoding(windows);
}

export function byteOrderMark(head: Uint8Array): EncodingGuess | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', confidence: 1, bomBytes: 3 };
  // FF FE 00 00 is UTF-32, which nobody exports and nothing here reads: it is left to fail as binary.
  if (head[0] === 0xff && head[1] === 0xfe && head[2] === 0 && head[3] === 0) return null;
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', confidence: 1, bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', confidence: 1, bomBytes: 2 };
  return null;
}

/** UTF-16 without a mark: separators and line ends have a zero byte on one fixed side, and the text decodes to likely characters. */
function wideEncoding(head: Uint8Array): EncodingGuess | null {
  const even = head.length - (head.length % 2);
  let zeros = 0;
  for (let index = 0; index < even; index += 1) if (head[index] === 0) zeros += 1;
  if (even < 4 || zeros * 100 < even) return null;
  const scored = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    likely: likelyShare(new TextDecoder(encoding).decode(head.subarray(0, even))),
  }));
  const best = scored.reduce((left, right) => (right.likely > left.likely ? right : left));
  return best.likely < 0.9 ? null : { encoding: best.encoding, confidence: Math.min(0.98, best.likely), bomBytes: 0 };
}

function likelyShare(text: string): number {
  let likely = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x20 && code < 0x7f) || code === 9 || code === 10 || code === 13) likely += 1;
    else if ((code >= 0xa0 && code < 0x250) || (code >= 0x600 && code < 0x700) || code === 0x200c) likely += 1;
  }
  return text.length === 0 ? 0 : likely / text.length;
}

function singleByteEncoding(windows: readonly Uint8Array[]): EncodingGuess {
  const scores = SINGLE_BYTE.map((encoding) => {
    const decoder = new TextDecoder(encoding);
    const text = windows.map((window) => decoder.decode(window)).join('\n');
    return { encoding, score: letterScore(text) ?? -99 };
  }).sort((left, right) => right.score - left.score);
  const [first, second] = scores;
  const lead = (first?.score ?? 0) - (second?.score ?? 0);
  return { encoding: first?.encoding ?? 'windows-1256', confidence: Math.min(0.97, 0.5 + lead / 4), bomBytes: 0 };
}

/** Multi-byte sequences of UTF-8 that are whole, and bytes that fit nowhere; a window may begin or end inside a sequence. */
function utf8Sequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  let index = 0;
  while (index < 3 && ((bytes[index] ?? 0) & 0xc0) === 0x80) index += 1;
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 1) {
      index += 1;
      continue;
    }
    const whole = length > 0 && continues(bytes, index + 1, length - 1);
    if (length > 0 && !whole && index + length > bytes.length) break;
    good += whole ? 1 : 0;
    bad += whole ? 0 : 1;
    index += whole ? length : 1;
  }
  return { good, bad };
}

function continues(bytes: Uint8Array, from: number, count: number): boolean {
  for (let index = from; index < from + count; index += 1) if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}
