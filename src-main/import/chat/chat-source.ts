// Reads a WhatsApp export as rows, one per message over as many lines as it has; lines of the program itself are no messages.

import { basename } from 'node:path';
import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource, TabularRow } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess } from '../text/encoding';
import type { Collected } from '../text/line-source';
import { openLineSource } from '../text/line-source';
import type { ChatHead } from './chat-line';
import { chatHead, chatMedia, chatTitle } from './chat-line';

export const CHAT_COLUMNS = ['Date', 'Time', 'Sender', 'Message', 'Media', 'Chat'] as const;

export type ChatSettings = {
  readonly path: string;
  readonly encoding: EncodingGuess;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
};

type Open = { readonly head: ChatHead; readonly lines: string[]; length: number };

export function openChatSource(file: ByteFile, settings: ChatSettings): RecordSource {
  const title = chatTitle(basename(settings.path));
  const { cellLength } = settings.limits;
  const state: { open: Open | null } = { open: null };
  const take = (): Collected | null => {
    const { open } = state;
    state.open = null;
    return open && { ended: false, row: (number) => messageRow(number, open, { title, longest: cellLength }) };
  };
  const push = (line: string): Collected | null => {
    const head = chatHead(line);
    if (head !== null) {
      const before = take();
      state.open = head.sender === null ? null : { head, lines: [head.text], length: head.text.length };
      return before;
    }
    if (state.open === null) return null;
    state.open.length += line.length + 1;
    if (state.open.length <= cellLength) state.open.lines.push(line);
    return null;
  };
  return openLineSource(file, { ...settings, asBytes: false, columns: CHAT_COLUMNS }, { push, finish: take });
}

function messageRow(row: number, open: Open, { title, longest }: { title: string; longest: number }): TabularRow {
  const text = open.lines.join('\n').trim();
  const cells = [open.head.date, open.head.time, open.head.sender ?? '', text, chatMedia(text), title];
  if (open.length > longest) return { row, cells, problem: 'cell-too-long' };
  return text.includes('\ufffd') ? { row, cells, problem: 'undecodable' } : { row, cells };
}
