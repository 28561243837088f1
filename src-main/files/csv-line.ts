// One line of CSV as RFC 4180 has it, with CRLF; nothing in it is calculated by a spreadsheet (`text/spreadsheet-guard.ts`).

import { guarded } from '@shared/text/spreadsheet-guard';

/** Excel takes UTF-8 for what it is only behind a byte order mark. */
export const BYTE_ORDER_MARK = '\ufeff';

const QUOTED = /[",\r\n]|^\s|\s$/;

/** A number is written as it stands: only text can be taken for a formula. */
export const csvCell = (cell: string | number): string =>
  typeof cell === 'number' ? String(cell) : quoted(guarded(cell));

export const quoted = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
