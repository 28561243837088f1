// Collects the lines of one card from a file: folding, soft line breaks, base64 blocks, nested cards and cards that never end.

import type { FileSink, Tallied } from '../enclosed/file-sink';
import type { ContentLine } from './content-line';
import type { Property } from './property-lines';
import { beginProperty, continueProperty, endProperty } from './property-lines';

export type CardCaps = { readonly lineLength: number; readonly lines: number };

export type CollectedCard = {
  readonly lines: readonly ContentLine[];
  readonly ended: boolean;
  /** Lines that are no property and continue none, as bytes; the mapping keeps them as a note, for nothing is dropped in silence. */
  readonly unread: readonly string[];
  /** Properties over the limit, and properties beyond the limit of lines. */
  readonly tooLong: number;
  /** Properties whose content is a file, in the order in which the sink was told of them. */
  readonly files: readonly ContentLine[];
  readonly counted: readonly Tallied[];
};

export interface CardCollector {
  /** Takes the next physical line; returns a card when it completes one (or when another begins inside it). */
  push(line: string): CollectedCard | null;
  /** What was left open at the end of the file. */
  finish(): CollectedCard | null;
}

type Open = {
  lines: ContentLine[];
  unread: string[];
  property: Property | null;
  tooLong: number;
  nested: number;
  files: ContentLine[];
  readonly sink: FileSink;
};

const BEGIN = /^\s*BEGIN\s*:\s*VCARD\s*$/i;
const END = /^\s*END\s*:\s*VCARD\s*$/i;
/** BEGIN:VCARD and END:VCARD with room for spaces; longer lines are not looked at for them. */
const LONGEST_MARK = 100;

export function createCardCollector(caps: CardCaps, sink: FileSink): CardCollector {
  let open: Open | null = null;
  const take = (ended: boolean): CollectedCard | null => {
    if (!open) return null;
    flush(open, caps);
    const { lines, unread, tooLong, files } = open;
    open = null;
    return { lines, ended, unread, tooLong, files, counted: sink.take() };
  };
  const begin = (): CollectedCard | null => {
    if (open && (open.nested > 0 || isAgent(open.property))) {
      open.nested += 1;
      return null;
    }
    const unfinished = open && (open.lines.length > 0 || open.property !== null) ? take(false) : null;
    open = { lines: [], unread: [], property: null, tooLong: 0, nested: 0, files: [], sink };
    return unfinished;
  };
  return {
    push(line) {
      const short = line.length <= LONGEST_MARK;
      if (short && BEGIN.test(line)) return begin();
      if (!open) return null;
      if (!short || !END.test(line)) {
        if (open.nested === 0) addLine(open, line, caps);
        return null;
      }
      if (open.nested === 0) return take(true);
      open.nested -= 1;
      return null;
    },
    finish: () => take(false),
  };
}

/** vCard 2.1 puts a secretary's whole card behind an empty AGENT property. */
function isAgent(property: Property | null): boolean {
  return property?.head?.name === 'AGENT' && property.head.value.trim() === '';
}

function addLine(open: Open, line: string, caps: CardCaps): void {
  if (open.property && continueProperty(open.property, line, caps.lineLength)) return;
  flush(open, caps);
  if (line.trim() !== '') open.property = beginProperty(line, open.sink);
}

function flush(open: Open, caps: CardCaps): void {
  if (!open.property) return;
  const { property } = open;
  open.property = null;
  if (property.lift !== null) open.files.push(property.lift.head);
  if (property.length > caps.lineLength || open.lines.length >= caps.lines) {
    open.tooLong += 1;
    return;
  }
  const line = endProperty(property);
  if (typeof line === 'string') open.unread.push(line);
  else open.lines.push(line);
}
