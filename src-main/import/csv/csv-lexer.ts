// Cuts one record of delimited text (RFC 4180, with what real programs write) and names what is wrong with it instead of failing.

import type { RowProblem } from '../source';

export type CsvDialect = { readonly delimiter: string; readonly quote: string };
export type CsvCaps = { readonly columns: number; readonly cellLength: number };

/** `next` is the index after the record's line end. `firstLineEnd` is where its first physical line ends, when it has several. */
export type CsvRecord = {
  readonly cells: string[];
  readonly next: number;
  readonly firstLineEnd: number;
  readonly problem?: RowProblem;
};

type Field = { value: string; at: number; problem?: RowProblem };

const LF = 10;
const CR = 13;
const SPACE = 32;

/**
 * The record that begins at `from`, or null when `text` ends before it does and more text is to come (`atEnd` false).
 * A quote inside an unquoted cell is a character. Text after a closing quote is kept and reported as `stray-quote`.
 * A quote still open at the end of the text is `quote-not-closed`.
 */
export function lexRecord(
  text: string,
  from: number,
  context: CsvDialect & CsvCaps & { atEnd: boolean },
): CsvRecord | null {
  const delimiter = context.delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = from;
  let problem: RowProblem | undefined;
  for (;;) {
    const field = lexField(text, at, context);
    if (field === null) return null;
    problem ??= field.problem;
    if (field.value.length > context.cellLength) {
      field.value = field.value.slice(0, context.cellLength);
      problem = 'cell-too-long';
    }
    if (cells.length < context.columns) cells.push(field.value);
    else problem = 'too-many-columns';
    if (text.charCodeAt(field.at) !== delimiter) {
      const next = afterLineEnd(text, field.at, context.atEnd);
      if (next === null) return null;
      const firstLineEnd = problem === undefined ? next : firstLine(text, from, next);
      return problem === undefined ? { cells, next, firstLineEnd } : { cells, next, firstLineEnd, problem };
    }
    at = field.at + 1;
  }
}

function lexField(text: string, from: number, context: CsvDialect & { atEnd: boolean }): Field | null {
  const quote = context.quote.charCodeAt(0);
  let start = from;
  while (text.charCodeAt(start) === SPACE) start += 1;
  if (text.charCodeAt(start) === quote) return lexQuoted(text, start + 1, context);
  const end = fieldEnd(text, from, context.delimiter.charCodeAt(0));
  if (end === text.length && !context.atEnd) return null;
  return { value: text.slice(from, end), at: end };
}

function lexQuoted(text: string, from: number, context: CsvDialect & { atEnd: boolean }): Field | null {
  let value = '';
  let start = from;
  for (;;) {
    const close = text.indexOf(context.quote, start);
    if (close < 0)
      return context.atEnd ? { value: value + text.slice(start), at: text.length, problem: 'quote-not-closed' } : null;
    if (close + 1 >= text.length && !context.atEnd) return null;
    value += text.slice(start, close);
    if (text[close + 1] !== context.quote) return closeField(text, close + 1, { value, context });
    value += context.quote;
    start = close + 2;
  }
}

function closeField(
  text: string,
  from: number,
  { value, context }: { value: string; context: CsvDialect & { atEnd: boolean } },
): Field | null {
  const end = fieldEnd(text, from, context.delimiter.charCodeAt(0));
  if (end === text.length && !context.atEnd) return null;
  const rest = text.slice(from, end);
  return rest.trim() === '' ? { value, at: end } : { value: value + rest, at: end, problem: 'stray-quote' };
}

function fieldEnd(text: string, from: number, delimiter: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF || code === CR) break;
  }
  return at;
}

function afterLineEnd(text: string, at: number, atEnd: boolean): number | null {
  if (at >= text.length) return text.length;
  if (text.charCodeAt(at) !== CR) return at + 1;
  if (at + 1 >= text.length && !atEnd) return null;
  return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

function firstLine(text: string, from: number, next: number): number {
  for (let at = from; at < next; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF) return at + 1;
    if (code === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
  return next;
}
