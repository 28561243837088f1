// Guesses what separates the cells of a text file by which character gives the most rows of one same width.

import { lexRecord } from '../csv/csv-lexer';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

export type DelimiterGuess = { readonly delimiter: string; readonly confidence: number };

const ROWS_LOOKED_AT = 100;
const CAPS = { columns: 1000, cellLength: 100_000 };

/** `sample` is the decoded head of the file; a first line `sep=X`, which Excel writes, decides at once. */
export function guessDelimiter(sample: string): DelimiterGuess {
  const told = toldDelimiter(sample);
  if (told !== null) return { delimiter: told, confidence: 1 };
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  const ranked = scores.toSorted((left, right) => right.score - left.score);
  const best = ranked[0];
  if (!best || best.score <= 0) return { delimiter: ',', confidence: 0.5 };
  const lead = best.score - (ranked[1]?.score ?? 0);
  return { delimiter: best.delimiter, confidence: Math.min(0.99, 0.55 + lead / Math.max(best.score, 1) / 2) };
}

/** The character of a leading `sep=X` line. */
export function toldDelimiter(sample: string): string | null {
  return /^sep=([^\r\n])\r?\n/i.exec(sample)?.[1] ?? null;
}

/** Share of rows that have the commonest width, times the logarithm of that width; 0 when nothing is separated. */
function evenness(sample: string, delimiter: string): number {
  const widths = new Map<number, number>();
  let rows = 0;
  let at = 0;
  while (at < sample.length && rows < ROWS_LOOKED_AT) {
    const record = lexRecord(sample, at, { delimiter, quote: '"', ...CAPS, atEnd: true });
    // The last row of the sample is probably cut off.
    if (record === null || (record.next >= sample.length && rows > 0)) break;
    at = record.next;
    if (record.cells.length === 1 && record.cells[0]?.trim() === '') continue;
    rows += 1;
    widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1);
  }
  const [width, count] = [...widths].toSorted((left, right) => right[1] - left[1] || right[0] - left[0])[0] ?? [1, 0];
  return width < 2 || rows === 0 ? 0 : (count / rows) * (1 + Math.log(width));
}
