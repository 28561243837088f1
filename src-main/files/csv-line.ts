// One line of CSV as RFC 4180 has it, with CRLF; nothing in it is calculated by a spreadsheet (`text/spreadsheet-guard.ts`).

import { guarded } from '@shared/text/spreadsheet-guard';

/** Excel takes UTF-8 for what it is only behind a byte order mark. */
export const BYTE_ORDER_MARK = '\ufeff';

const SPECIAL = /[",\r\n]/;
const OUTER_SPACE = /^\s|\s$/;

/** A number is written as it stands: only text can be taken for a formula. */
export const csvCell = (cell: string | number): string =>
  typeof cell === 'number' ? String(cell) : quoted(guarded(cell));

export const quoted = (text: string): string =>
  SPECIAL.test(text) || hasOuterSpace(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Letters are told by one look: to search every text for spaces at its end takes as long as all else together. */
const hasOuterSpace = (text: string): boolean =>
  (mayBeSpace(text.charCodeAt(0)) || mayBeSpace(text.charCodeAt(text.length - 1))) && OUTER_SPACE.test(text);

/** Above U+1680 there are others; below it, no letter of our languages is one. */
const mayBeSpace = (code: number): boolean => code <= 0x20 || code === 0xa0 || code >= 0x1680;

export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`;
