// The tables of a package as CSV: keys of the catalogue, values as they are kept. Nothing and an empty text differ: nothing between
// commas, `""` for the empty text. A text that begins with an apostrophe or like a formula has an apostrophe before it: whoever
// reads the table takes one apostrophe off every text that begins with one.

import type { Cell } from '../table';

const GUARDED = /^['=+\-@\t\r\n＝＋－＠]/;
const QUOTED = /[",\r\n]|^\s|\s$/;

export const rawLine = (cells: readonly Cell[]): string => `${cells.map(rawCell).join(',')}\r\n`;

function rawCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = GUARDED.test(cell) ? `'${cell}` : cell;
  return text === '' || QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Null is nothing; a text is as it was. */
export type RawRow = readonly (string | null)[];

/** Rows of such a table, its heading among them. Throws a RangeError at what no such table has. */
export function* rawRows(pieces: Iterable<string>): Generator<RawRow> {
  let rest = '';
  for (const piece of pieces) {
    rest += piece;
    const whole = endOfRows(rest);
    yield* parseRows(rest.slice(0, whole));
    rest = rest.slice(whole);
  }
  if (rest !== '') throw new RangeError('the table ends in the middle of a row');
}

/** Behind the last line end that lies outside quotes. */
function endOfRows(text: string): number {
  let end = 0;
  let quotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quotes = !quotes;
    else if (code === LF && !quotes) end = at + 1;
  }
  return end;
}

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

function* parseRows(text: string): Generator<RawRow> {
  let row: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    let value: string | null;
    if (text.charCodeAt(at) === QUOTE) {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
      if (close < 0) throw new RangeError('a quote is not closed');
      value = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    } else {
      let end = at;
      while (end < text.length && !isEnd(text.charCodeAt(end))) end += 1;
      value = end === at ? null : text.slice(at, end);
      at = end;
    }
    row.push(value === null ? null : value.startsWith("'") ? value.slice(1) : value);
    const code = text.charCodeAt(at);
    if (code === COMMA) {
      at += 1;
      if (at === text.length) row.push(null);
    } else {
      at += code === CR ? 2 : 1;
      yield row;
      row = [];
    }
  }
}

const isEnd = (code: number): boolean => code === COMMA || code === CR || code === LF;
