// One property over its physical lines. What goes on with it is decided from its head, read once; the value is only joined at the end.

import type { ContentLine } from './content-line';
import { parseContentLine } from './content-line';
import { isBase64, isQuotedPrintable } from './property-value';

export type Property = {
  readonly pieces: string[];
  /** Characters in all pieces; of a picture none are counted, for its content is let go. */
  length: number;
  head: ContentLine | null;
  /** The last piece ends in a soft line break of quoted-printable. */
  soft: boolean;
};

/** Binary properties: noted as present, their content let go. */
const BINARY: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'ATTACH']);
/** Characters of a property in which its name and parameters are looked for. */
const HEAD_LENGTH = 2000;
const SOFT_BREAK = /=[ \t]*$/;

export function beginProperty(line: string): Property {
  const property: Property = { pieces: [], length: 0, head: parseContentLine(line.slice(0, HEAD_LENGTH)), soft: false };
  append(property, line, line.length);
  return property;
}

/** False when `line` begins something of its own. Pieces over `limit` characters are counted and not kept. */
export function continueProperty(property: Property, line: string, limit: number): boolean {
  const piece = continuation(property, line);
  if (piece === null) return false;
  const room = limit - property.length;
  append(property, room > 0 ? piece : '', piece.length);
  // A head folded before its colon shows itself only now.
  if (property.head === null && property.length < HEAD_LENGTH)
    property.head = parseContentLine(property.pieces.join(''));
  return true;
}

/** The whole property, or its text when it is none. */
export function endProperty(property: Property): ContentLine | string {
  if (property.head && BINARY.has(property.head.name)) return { ...property.head, value: '' };
  const text = property.pieces.join('');
  return parseContentLine(text) ?? text;
}

function append(property: Property, piece: string, length: number): void {
  if (property.head && BINARY.has(property.head.name)) return;
  property.soft = property.head !== null && isQuotedPrintable(property.head) && SOFT_BREAK.test(piece.slice(-20));
  property.pieces.push(property.soft ? piece.replace(SOFT_BREAK, '') : piece);
  property.length += length;
}

/** What of `line` belongs to the property, or null. */
function continuation({ head, soft }: Property, line: string): string | null {
  if (soft) return line;
  if (line.trim() === '') return null;
  if (/^[ \t]/.test(line)) return line.slice(1);
  if (head && isBase64(head) && /^[A-Za-z0-9+/=]+\s*$/.test(line)) return line.trim();
  // A line break inside a quoted-printable value that its writer forgot to encode.
  if (head && isQuotedPrintable(head) && !/^[A-Za-z][\w.-]*[;:]/.test(line)) return `=0A${line}`;
  return null;
}
