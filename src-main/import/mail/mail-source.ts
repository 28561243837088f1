// Reads a mailbox (mbox) or one message (.eml) as rows: who wrote to whom, when, about what, and the text; attachments by name only.

import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess } from '../text/encoding';
import type { Collected } from '../text/line-source';
import { openLineSource } from '../text/line-source';
import { messageRow } from './message-row';

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

type Open = { lines: string[]; bytes: number; blank: boolean; begun: boolean };

/** Messages over the limit are read as far as the limit goes: what is cut then is the end of a large attachment. */
export function openMailSource(file: ByteFile, settings: MailSettings): RecordSource {
  const state: { open: Open | null; isMailbox: boolean | null } = {
    open: null,
    isMailbox: settings.from ? true : null,
  };
  const take = (): Collected | null => {
    const { open } = state;
    state.open = null;
    if (!open?.begun) return null;
    return { ended: false, row: (number) => messageRow(number, Buffer.from(open.lines.join('\r\n'), 'latin1')) };
  };
  const push = (line: string): Collected | null => {
    if (MBOX_LINE.test(line) && (state.open === null || (state.isMailbox === true && state.open.blank))) {
      const before = take();
      state.isMailbox = true;
      state.open = { lines: [], bytes: 0, blank: false, begun: false };
      return before;
    }
    state.isMailbox ??= false;
    state.open ??= { lines: [], bytes: 0, blank: false, begun: false };
    add(state.open, state.isMailbox && QUOTED_FROM.test(line) ? line.slice(1) : line, settings.limits.messageBytes);
    return null;
  };
  return openLineSource(file, { ...settings, asBytes: true, columns: MAIL_COLUMNS }, { push, finish: take });
}

function add(open: Open, line: string, limit: number): void {
  open.blank = line === '';
  if (line.trim() !== '') open.begun = true;
  open.bytes += line.length + 2;
  if (open.bytes <= limit) open.lines.push(line);
}
