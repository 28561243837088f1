// What the head of a MIME part says about how to read its body: type, boundary, encoding, and whether it is meant as a file.
// Sources: RFC 2045 §5 and §6, RFC 2046 §5.1, RFC 2183.

import type { TransferEncoding } from '../enclosed/transfer-encoding';

export interface PartHead {
  /** In lower case, as `text/plain`; without a slash when it was written so. */
  readonly type: string;
  /** Of a multipart. */
  readonly boundary: string | null;
  readonly encoding: TransferEncoding;
  /** In lower case; empty when nothing is said. */
  readonly disposition: string;
}

/** `fallback`: the type of a part that names none. Of a field written twice the first counts. */
export function partHead(lines: readonly string[], fallback: string): PartHead {
  const fields = contentFields(lines);
  const written = fields.get('content-type') ?? '';
  const type = firstWord(written) || fallback;
  return {
    type,
    boundary: type.startsWith('multipart/') ? boundaryOf(written) : null,
    encoding: encodingOf(fields.get('content-transfer-encoding') ?? ''),
    disposition: firstWord(fields.get('content-disposition') ?? ''),
  };
}

function contentFields(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (name !== '') fields.set(name, `${fields.get(name) ?? ''}${line}`);
      continue;
    }
    const found = /^(content-[a-z-]+)[ \t]*:(.*)$/i.exec(line);
    const key = found?.[1]?.toLowerCase() ?? '';
    name = fields.has(key) ? '' : key;
    if (name !== '') fields.set(name, found?.[2] ?? '');
  }
  return fields;
}

const firstWord = (value: string): string =>
  value
    .split(';', 1)[0]!
    .replace(/\([^()]*\)/g, '')
    .replace(/^"|"$/g, '')
    .trim()
    .toLowerCase();

function boundaryOf(value: string): string | null {
  const plain = parameter(value, 'boundary');
  if (plain !== null) return plain === '' ? null : plain;
  // In sections, as long values may be written (RFC 2231 §3).
  let whole = '';
  for (let section = 0; ; section += 1) {
    const piece = parameter(value, `boundary\\*${section}\\*?`);
    if (piece === null) return whole === '' ? null : whole;
    whole += piece;
  }
}

function parameter(value: string, pattern: string): string | null {
  const found = new RegExp(`;[ \\t]*${pattern}[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, 'i').exec(value);
  return found === null ? null : (found[1]?.replace(/\\(.)/g, '$1') ?? found[2] ?? '');
}

function encodingOf(value: string): TransferEncoding {
  if (/base64/i.test(value)) return 'base64';
  if (/quoted-printable/i.test(value)) return 'quoted-printable';
  if (/^\s*(?:x-)?uu(?:e|encode)\b/i.test(value)) return 'uuencode';
  return /^\s*binary\b/i.test(value) ? 'binary' : 'none';
}
