// The file of rows that were not taken: what stood in them, why in the person's words, and nothing a spreadsheet would run.

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Rejection } from '@shared/features/imports/mapping';
import type { SourceRow } from './source';
import { isCardRow } from './source';

export type RejectedRow = { readonly row: SourceRow; readonly reasons: readonly Rejection[] };

export type RejectedRowsOptions = {
  /** Headings of the file that was read; empty for vCards and files without a heading. */
  readonly headers: readonly string[];
  /** Words of the person's language: `import.reason.<code>`, `import.rejected.row`, `…reasons`, `…codes`, `import.target.<key>`. */
  readonly translate: (id: string) => string;
};

/** Excel takes UTF-8 for what it is only behind a byte order mark. */
const BYTE_ORDER_MARK = '\ufeff';
/** OWASP ASVS 1.2.10, and the full-width forms that some programs read alike. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** CSV text (RFC 4180, CRLF) piece by piece: the row's number, its cells, then reasons in words and in codes. */
export function* rejectedCsv(
  rows: Iterable<RejectedRow>,
  { headers, translate }: RejectedRowsOptions,
): Generator<string> {
  const own = [translate('import.rejected.reasons'), translate('import.rejected.codes')];
  let begun = false;
  for (const { row, reasons } of rows) {
    const columns =
      headers.length > 0
        ? headers
        : isCardRow(row)
          ? cardHeadings(translate)
          : row.cells.map((_, index) => String(index + 1));
    // The reasons stand before the cells: rows of unequal width would push them to and fro.
    if (!begun) yield BYTE_ORDER_MARK + csvLine([translate('import.rejected.row'), ...own, ...columns]);
    begun = true;
    yield csvLine([
      String(row.row),
      reasonText(reasons, translate),
      codesOf(reasons),
      ...(isCardRow(row) ? cardCells(row.card) : row.cells),
    ]);
  }
  if (!begun) yield BYTE_ORDER_MARK + csvLine([translate('import.rejected.row'), ...own, ...headers]);
}

/** Writes beside the target and renames; returns the number of rows. Throws the system's error and leaves the target alone. */
export function writeRejectedRows(path: string, rows: Iterable<RejectedRow>, options: RejectedRowsOptions): number {
  const temporary = `${path}.part`;
  const handle = openSync(temporary, 'w', 0o600);
  let lines = 0;
  try {
    try {
      for (const line of rejectedCsv(rows, options)) {
        writeWhole(handle, Buffer.from(line, 'utf8'));
        lines += 1;
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return lines - 1;
}

function writeWhole(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** The apostrophe that keeps a spreadsheet from calculating comes off again when the file is imported. */
function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function reasonText(reasons: readonly Rejection[], translate: (id: string) => string): string {
  return reasons
    .map(
      ({ code, value }) =>
        `${translate(`import.reason.${code}`)}${value === undefined || value === '' ? '' : `: ${value}`}`,
    )
    .join(' | ');
}

function codesOf(reasons: readonly Rejection[]): string {
  return [...new Set(reasons.map((reason) => reason.code))].join(' ');
}

const CARD_TARGETS = ['name.display', 'phone', 'email', 'organisation.name', 'birth', 'note'] as const;

function cardHeadings(translate: (id: string) => string): string[] {
  return CARD_TARGETS.map((target) => translate(`import.target.${target}`));
}

function cardCells(card: Extract<SourceRow, { card: unknown }>['card']): string[] {
  const [name] = card.names;
  const spelled = name
    ? [name.prefix, name.given, name.additional, name.family].filter((part) => part !== '').join(' ')
    : '';
  return [
    card.formattedNames[0] ?? spelled,
    card.phones.map((phone) => phone.value).join('; '),
    card.emails.map((email) => email.value).join('; '),
    card.organisations[0]?.name ?? '',
    card.birthday?.text ?? '',
    card.notes.join('\n'),
  ];
}
