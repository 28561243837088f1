// Walks through the lines of one message and lifts its files out of them, so that what is left is only the words: a message of
// hundreds of megabytes takes no more memory than its text. Which part is text and which a file is decided as postal-mime decides it.

import type { FileSink } from '../enclosed/file-sink';
import { createLineDecoder, UU_BEGIN, uuLine, type LineDecoder } from '../enclosed/transfer-encoding';
import { partHead, type PartHead } from './part-head';

/** What a file is called is found later: by the head of its part, or by the line that began it. */
export type FoundFile = { readonly head: readonly string[]; readonly type: string } | { readonly written: string };

export interface PartWalker {
  /** The lines that stay, mostly the one given. */
  push(line: string): readonly string[];
  /** At the end of the message; answers the files in the order in which the sink was told of them. */
  finish(): readonly FoundFile[];
}

export interface WalkerCaps {
  /** Longer lines come cut. */
  readonly lineLength: number;
}

type Boundary = { readonly mark: string; readonly type: string };
type Lift = { readonly decoder: LineDecoder; readonly inText: boolean; cut: boolean };
type Walk = {
  readonly boundaries: Boundary[];
  readonly found: FoundFile[];
  /** Lines of the head that is being read; null in a body. */
  head: string[] | null;
  fallback: string;
  lift: Lift | null;
  /** Whether a file may begin in the middle of the text (uuencode). */
  isPlainText: boolean;
  held: string | null;
  messages: number;
};

/** postal-mime gives up at 20 nested parts and 10 nested messages. */
const MOST_BOUNDARIES = 40;
const MOST_MESSAGES = 10;
const HEAD_LINES = 5000;
const NO_LINES: readonly string[] = [];

export function createPartWalker(sink: FileSink, caps: WalkerCaps): PartWalker {
  const walk: Walk = {
    boundaries: [],
    found: [],
    head: [],
    fallback: 'text/plain',
    lift: null,
    isPlainText: false,
    held: null,
    messages: 0,
  };
  return {
    push(line) {
      const released = walk.held === null ? NO_LINES : releaseHeld(walk, line, sink);
      if (atBoundary(walk, line, sink)) return [...released, line];
      if (walk.head !== null) {
        inHead(walk, walk.head, { line, sink });
        return [...released, line];
      }
      if (walk.lift !== null) return inFile(walk, walk.lift, { line, sink, caps });
      if (walk.isPlainText && UU_BEGIN.test(line)) {
        walk.held = line;
        return released;
      }
      return [...released, line];
    },
    finish() {
      walk.held = null;
      closeFile(walk, sink);
      return walk.found;
    },
  };
}

/** The line behind a `begin` tells whether a file begins there or a sentence. */
function releaseHeld(walk: Walk, next: string, sink: FileSink): readonly string[] {
  const { held } = walk;
  walk.held = null;
  if (held === null) return NO_LINES;
  if (uuLine(next) === null || next.length < 2) return [held];
  openFile(walk, { written: UU_BEGIN.exec(held)?.[1] ?? '' }, { encoding: 'uuencode', inText: true, sink });
  return NO_LINES;
}

function atBoundary(walk: Walk, line: string, sink: FileSink): boolean {
  if (!line.startsWith('--')) return false;
  const { boundaries } = walk;
  const index = boundaries.findLastIndex(
    ({ mark }) => line.startsWith(mark) && /^(?:--)?[ \t]*$/.test(line.slice(mark.length)),
  );
  const boundary = boundaries[index];
  if (boundary === undefined) return false;
  closeFile(walk, sink);
  const isLast = line.slice(boundary.mark.length).startsWith('--');
  boundaries.length = isLast ? index : index + 1;
  walk.isPlainText = false;
  walk.head = isLast ? null : [];
  walk.fallback = boundary.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return true;
}

type Given = { readonly line: string; readonly sink: FileSink };

function inHead(walk: Walk, head: string[], { line, sink }: Given): void {
  if (line !== '') {
    if (head.length < HEAD_LINES) head.push(line);
    return;
  }
  const part = partHead(head, walk.fallback);
  walk.head = null;
  if (part.boundary !== null && walk.boundaries.length < MOST_BOUNDARIES)
    walk.boundaries.push({ mark: `--${part.boundary}`, type: part.type });
  else if (isInlineMessage(walk, part)) {
    walk.messages += 1;
    walk.head = [];
    walk.fallback = 'text/plain';
  } else if (isText(part)) walk.isPlainText = part.type !== 'text/html' && part.encoding === 'none';
  else openFile(walk, { head, type: part.type }, { encoding: part.encoding, inText: false, sink });
}

/** One that a person forwarded; in a report of a failed delivery the message is the evidence, and a file. */
const isInlineMessage = ({ messages, boundaries }: Walk, { type, disposition, encoding }: PartHead): boolean =>
  type === 'message/rfc822' &&
  (disposition === '' || disposition === 'inline') &&
  encoding === 'none' &&
  messages < MOST_MESSAGES &&
  !boundaries.some((boundary) => boundary.type === 'multipart/report');

/** What is no type at all is plain text (RFC 2045 §5.2). */
const isText = ({ type, disposition }: PartHead): boolean =>
  type.startsWith('multipart/') ||
  (disposition !== 'attachment' && (type === 'text/plain' || type === 'text/html' || !type.includes('/')));

type Opening = { readonly encoding: PartHead['encoding']; readonly inText: boolean; readonly sink: FileSink };

function openFile(walk: Walk, file: FoundFile, { encoding, inText, sink }: Opening): void {
  walk.found.push(file);
  sink.open();
  walk.lift = { decoder: createLineDecoder(encoding, (bytes) => sink.write(bytes)), inText, cut: false };
}

function inFile(
  walk: Walk,
  lift: Lift,
  { line, sink, caps }: Given & { readonly caps: WalkerCaps },
): readonly string[] {
  if (line.length > caps.lineLength) lift.cut = true;
  lift.decoder.push(line);
  if (lift.inText && line.trimEnd() === 'end') closeFile(walk, sink);
  return NO_LINES;
}

function closeFile(walk: Walk, sink: FileSink): void {
  const { lift } = walk;
  walk.lift = null;
  if (lift !== null) sink.close(lift.decoder.end() && !lift.cut);
}
