// Collects the lines of one card from a file: folding, soft line breaks, base64 blocks, nested cards and cards that never end.

import type { ContentLine } from './content-line';
import { parseContentLine } from './content-line';
import { isBase64, isQuotedPrintable } from './property-value';

export type CardCaps = { readonly lineLength: number; readonly lines: number };

export type CollectedCard = {
  readonly lines: readonly ContentLine[];
  readonly ended: boolean;
  /** Lines that are no property and continue none, as bytes; the mapping keeps them as a note, for nothing is dropped in silence. */
  readonly unread: readonly string[];
  /** Properties over the limit, and properties beyond the limit of lines. */
  readonly tooLong: number;
};

export interface CardCollector {
  /** Takes the next physical line; returns a card when it completes one (or when another begins inside it). */
  push(line: string): CollectedCard | null;
  /** What was left open at the end of the file. */
  finish(): CollectedCard | null;
}

type Open = { lines: ContentLine[]; unread: string[]; pending: string | null; tooLong: number; nested: number };

/** Binary properties: noted as present, their content let go. */
const BINARY: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);
/** Characters of a line in which its name and parameters are looked for. */
const HEAD_LENGTH = 300;
const BEGIN = /^\s*BEGIN\s*:\s*VCARD\s*$/i;
const END = /^\s*END\s*:\s*VCARD\s*$/i;

export function createCardCollector(caps: CardCaps): CardCollector {
  let open: Open | null = null;
  const take = (ended: boolean): CollectedCard | null => {
    if (!open) return null;
    flush(open, caps);
    const card = { lines: open.lines, ended, unread: open.unread, tooLong: open.tooLong };
    open = null;
    return card;
  };
  return {
    push(line) {
      if (BEGIN.test(line)) return begin(line);
      if (!open) return null;
      if (!END.test(line)) {
        if (open.nested === 0) addLine(open, line, caps);
        return null;
      }
      if (open.nested === 0) return take(true);
      open.nested -= 1;
      return null;
    },
    finish: () => take(false),
  };
  function begin(line: string): CollectedCard | null {
    if (open && (open.nested > 0 || isAgent(open.pending))) {
      open.nested += 1;
      return null;
    }
    const unfinished = open && (open.lines.length > 0 || open.pending !== null) ? take(false) : null;
    open = { lines: [], unread: [], pending: null, tooLong: 0, nested: 0 };
    return unfinished;
  }
}

function isAgent(pending: string | null): boolean {
  return pending !== null && /^(?:[\w-]+\.)?AGENT[^:]*:\s*$/i.test(pending);
}

function addLine(open: Open, line: string, caps: CardCaps): void {
  const joined = open.pending === null ? null : continued(open.pending, line);
  if (joined !== null) {
    // One character over the limit is kept: enough to know, too little to hurt.
    if (!isBinary(joined)) open.pending = joined.slice(0, caps.lineLength + 1);
    return;
  }
  flush(open, caps);
  if (line.trim() !== '') open.pending = line.slice(0, isBinary(line) ? HEAD_LENGTH : caps.lineLength + 1);
}

/** `pending` with `line` joined to it, or null when `line` begins something of its own. */
function continued(pending: string, line: string): string | null {
  const parsed = headOf(pending);
  if (parsed && isQuotedPrintable(parsed) && /=[ \t]*$/.test(pending)) return pending.replace(/=[ \t]*$/, '') + line;
  if (/^[ \t]/.test(line) && line.trim() !== '') return pending + line.slice(1);
  if (parsed && isBase64(parsed) && /^[A-Za-z0-9+/=\s]+$/.test(line) && line.trim() !== '') return pending + line.trim();
  // A line break inside a quoted-printable value that its writer forgot to encode.
  if (parsed && isQuotedPrintable(parsed) && line.trim() !== '' && !/^[A-Za-z][\w.-]*[;:]/.test(line)) return `${pending}=0A${line}`;
  return null;
}

/** Only the head decides how a line goes on; a long value is not parsed again for each of its continuations. */
function headOf(pending: string): ContentLine | null {
  return parseContentLine(pending.slice(0, HEAD_LENGTH)) ?? (pending.length > HEAD_LENGTH ? parseContentLine(pending) : null);
}

function isBinary(pending: string): boolean {
  return /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i.test(pending);
}

function flush(open: Open, caps: CardCaps): void {
  if (open.pending === null) return;
  const written = open.pending;
  open.pending = null;
  if (written.length > caps.lineLength || open.lines.length >= caps.lines) {
    open.tooLong += 1;
    return;
  }
  const line = parseContentLine(written);
  if (line === null) open.unread.push(written);
  else open.lines.push(BINARY.has(line.name) ? { ...line, value: '' } : line);
}
