// Reads a mailbox (mbox) or one message (.eml) as rows: who wrote to whom, when, about what, the text, and which files are in it.

import { createTally, type FileSink } from '../enclosed/file-sink';
import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess } from '../text/encoding';
import type { Collected, LineCollector } from '../text/line-source';
import { openLineSource } from '../text/line-source';
import { messageRow } from './message-row';
import { createPartWalker, type PartWalker } from './part-walker';

export const MAIL_COLUMNS = [
  'Message-ID',
  'Date',
  'From',
  'To',
  'Cc',
  'Subject',
  'Text',
  'Attachments',
  'In-Reply-To',
] as const;

export type MailSettings = {
  readonly encoding: EncodingGuess;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
};

/** A line that parts two messages: `From sender Thu Jan  1 00:00:00 2026`. Writers agree on no more than the word and a year. */
export const MBOX_LINE = /^From \S.*\b\d{4}\b/;
/** mboxrd puts one `>` before every line of a message that would look like such a line. */
const QUOTED_FROM = /^>+From /;

type Open = { lines: string[]; bytes: number; blank: boolean; begun: boolean; readonly walker: PartWalker };

export function openMailSource(file: ByteFile, settings: MailSettings): RecordSource {
  const collector = createMailCollector(settings, createTally(settings.limits));
  return openLineSource(file, { ...settings, asBytes: true, columns: MAIL_COLUMNS }, collector);
}

/** The words of a message over the limit are read as far as the limit goes; its files pass by and are not counted in. */
export function createMailCollector({ limits, from }: MailSettings, sink: FileSink): LineCollector {
  const state: { open: Open | null; isMailbox: boolean | null } = { open: null, isMailbox: from ? true : null };
  const opened = (): Open => ({
    lines: [],
    bytes: 0,
    blank: false,
    begun: false,
    walker: createPartWalker(sink, { lineLength: limits.cellLength }),
  });
  const take = (): Collected | null => {
    const { open } = state;
    state.open = null;
    if (!open) return null;
    const found = open.walker.finish();
    const counted = sink.take();
    if (!open.begun) return null;
    return { ended: false, row: (number) => messageRow(number, bytesOf(open.lines), { found, counted }) };
  };
  const push = (line: string): Collected | null => {
    if (MBOX_LINE.test(line) && (state.open === null || (state.isMailbox === true && state.open.blank))) {
      const before = take();
      state.isMailbox = true;
      state.open = opened();
      return before;
    }
    state.isMailbox ??= false;
    state.open ??= opened();
    add(state.open, state.isMailbox && QUOTED_FROM.test(line) ? line.slice(1) : line, limits.messageBytes);
    return null;
  };
  return { push, finish: take };
}

const bytesOf = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');

function add(open: Open, line: string, limit: number): void {
  open.blank = line === '';
  if (line.trim() !== '') open.begun = true;
  // Blank lines before a message are no end of its head.
  if (!open.begun) return;
  for (const kept of open.walker.push(line)) {
    open.bytes += kept.length + 2;
    if (open.bytes <= limit) open.lines.push(kept);
  }
}
