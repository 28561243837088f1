// Turns the bytes of a vCard value into text: transfer encoding, charset, escapes, lists and structured parts.

import type { TextEncoding } from '../text/encoding';
import { textDecoder } from '../text/encoding';
import type { ContentLine } from './content-line';
import { parameter } from './content-line';

export function isQuotedPrintable(line: ContentLine): boolean {
  return parameter(line, 'ENCODING')?.toUpperCase() === 'QUOTED-PRINTABLE';
}

export function isBase64(line: ContentLine): boolean {
  const encoding = parameter(line, 'ENCODING')?.toUpperCase();
  return encoding === 'BASE64' || encoding === 'B';
}

/**
 * The value as text, escapes still in place. `line.value` is one character per byte.
 * An unknown charset falls back to that of the file; bytes that do not decode become U+FFFD.
 */
export function decodedValue(line: ContentLine, fileEncoding: TextEncoding): string {
  const charset = parameter(line, 'CHARSET');
  if (isQuotedPrintable(line)) return decode(quotedPrintableBytes(line.value), charset, fileEncoding);
  if (isBase64(line)) return decode(Buffer.from(line.value.replace(/\s+/g, ''), 'base64'), charset, fileEncoding);
  return BEYOND_ASCII.test(line.value) ? decode(Buffer.from(line.value, 'latin1'), charset, fileEncoding) : line.value;
}

const BEYOND_ASCII = /[\u0080-\u00ff]/;

/** A run of bytes, one per character, as text of the file's encoding. */
export function decodedBytes(bytes: string, fileEncoding: TextEncoding): string {
  return decode(Buffer.from(bytes, 'latin1'), undefined, fileEncoding);
}

function decode(bytes: Buffer, charset: string | undefined, fileEncoding: TextEncoding): string {
  const named = charset === undefined ? null : decoderFor(charset);
  if (named) {
    const text = named.decode(bytes);
    // Writers that label UTF-8 as something else, and the reverse, are common: a clean reading wins.
    return text.includes('\ufffd') ? textDecoder(fileEncoding)(bytes) : text;
  }
  if (charset === undefined && bytes.some((byte) => byte >= 0x80)) return decodeUnlabelled(bytes, fileEncoding);
  return textDecoder(fileEncoding)(bytes);
}

/** Without a label the file's encoding counts, but valid UTF-8 is hardly ever anything else. */
function decodeUnlabelled(bytes: Buffer, fileEncoding: TextEncoding): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!text.includes('\ufffd')) return text;
  return fileEncoding === 'utf-8' ? text : textDecoder(fileEncoding)(bytes);
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(charset.trim());
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** RFC 2045 §6.7; soft line breaks are already joined, and a broken escape stays as it is written. */
export function quotedPrintableBytes(text: string): Buffer {
  const bytes = Buffer.alloc(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const pair = text[at] === '=' ? text.slice(at + 1, at + 3) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(pair)) {
      bytes[length] = Number.parseInt(pair, 16);
      at += 2;
    } else bytes[length] = text.charCodeAt(at) & 0xff;
    length += 1;
  }
  return bytes.subarray(0, length);
}

export function unescapeText(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\([\\;,:nN"])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark))
    : text;
}

/** The parts between unescaped `mark`s, escapes resolved, trimmed. */
export function splitValue(text: string, mark: ';' | ','): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === mark) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => unescapeText(part).trim());
}
