// One property over its physical lines. What goes on with it is decided from its head, read once; the value is only joined at the end.

import type { FileSink } from '../enclosed/file-sink';
import { createLineDecoder, type LineDecoder } from '../enclosed/transfer-encoding';
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
  /** Takes what binary properties hold; without one it is let go. */
  readonly sink: FileSink | null;
  lift: Lift | null;
};

/** A picture or a document that is written out in the property. `head` tells what it is called. */
type Lift = { readonly head: ContentLine; readonly decoder: LineDecoder; cut: boolean };

/** Binary properties: noted as present, their content no part of the record. */
const BINARY: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'ATTACH']);
/** Those whose content is a file of the record. */
const FILES: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'ATTACH']);
/** Characters of a property in which its name and parameters are looked for. */
const HEAD_LENGTH = 2000;
const SOFT_BREAK = /=[ \t]*$/;

export function beginProperty(line: string, sink: FileSink | null = null): Property {
  const head = parseContentLine(line.slice(0, HEAD_LENGTH));
  const property: Property = { pieces: [], length: 0, head, soft: false, sink, lift: null };
  if (head !== null) beginFile(property, head, line.slice(Math.min(line.length, HEAD_LENGTH) - head.value.length));
  append(property, line, line.length);
  return property;
}

function beginFile(property: Property, head: ContentLine, value: string): void {
  const { sink } = property;
  if (sink === null || !FILES.has(head.name)) return;
  const named = /^data:[^,]{0,500};base64,/i.exec(value)?.[0] ?? null;
  if (named === null && !isBase64(head)) return;
  sink.open();
  const decoder = createLineDecoder('base64', (bytes) => sink.write(bytes));
  property.lift = { head: { ...head, value: named ?? '' }, decoder, cut: false };
  decoder.push(value.slice(named?.length ?? 0));
}

/** False when `line` begins something of its own. Pieces over `limit` characters are counted and not kept. */
export function continueProperty(property: Property, line: string, limit: number): boolean {
  const piece = continuation(property, line);
  if (piece === null) return false;
  if (property.lift !== null) {
    if (line.length > limit) property.lift.cut = true;
    property.lift.decoder.push(piece);
    return true;
  }
  const room = limit - property.length;
  append(property, room > 0 ? piece : '', piece.length);
  // A head folded before its colon shows itself only now.
  if (property.head === null && property.length < HEAD_LENGTH) {
    property.head = parseContentLine(property.pieces.join(''));
    if (property.head !== null) beginFile(property, property.head, property.head.value);
  }
  return true;
}

/** The whole property, or its text when it is none. Of a file in it the sink is told that it is over. */
export function endProperty(property: Property): ContentLine | string {
  const { lift, sink } = property;
  if (lift !== null) sink?.close(lift.decoder.end() && !lift.cut);
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
