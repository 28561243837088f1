// One cell of an OpenDocument spreadsheet as the text a person would have typed.

import type { ImportLimits } from '../limits';
import { numberText } from './cell-text';
import { unescapeXml } from './xml-tokens';

/** `value` is the office:…-value attribute, `text` what is shown, entities still in place; `times` its repetition. */
export type OdsCell = {
  readonly type: string;
  readonly value: string | undefined;
  readonly times: number;
  text: string;
  paragraphs: number;
};

export function odsCellText({ type, value, text }: OdsCell): string {
  const shown = unescapeXml(text);
  if (value === undefined || type === 'string' || type === '') return shown === '' ? (value ?? '') : shown;
  if (type === 'date') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace(/(?:\.\d+)?Z?$/, '');
  if (type === 'boolean') return value === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'time') return timeText(value) ?? shown;
  const number = Number(value);
  if (!Number.isFinite(number)) return shown;
  // A format that pads with zeros shows more than the number holds: phone and identity numbers.
  return /^0\d+$/.test(shown) && Number(shown) === number ? shown : numberText(number);
}

/** ISO 8601 duration PT10H30M00S. */
function timeText(duration: string): string | null {
  const match = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(duration);
  return match
    ? match
        .slice(1, 4)
        .map((part) => part.padStart(2, '0'))
        .join(':')
    : null;
}

/** `gap` counts empty cells since the last filled one: they only exist when something follows, for every row is filled up with them. */
export type OdsRowCells = { cells: string[]; gap: number };

export function placeOdsCell(
  row: OdsRowCells,
  text: string,
  { times, limits }: { times: number; limits: ImportLimits },
): void {
  if (text === '') {
    row.gap += times;
    return;
  }
  const widest = limits.columns + 1;
  while (row.gap > 0 && row.cells.length < widest) {
    row.cells.push('');
    row.gap -= 1;
  }
  row.gap = 0;
  for (let time = 0; time < times && row.cells.length < widest; time += 1) row.cells.push(text);
}
