// Files of rows of an import that a person is to look at: what stood in them, why in the person's words, and nothing a spreadsheet
// would run.

import type { Rejection } from '@shared/features/imports/mapping';
import { BYTE_ORDER_MARK, csvLine, openFileAside, openTextFile, openXlsxWriter } from '../files';
import type { SourceRow } from './source';
import { isCardRow } from './source';

export type RejectedRow = { readonly row: SourceRow; readonly reasons: readonly Rejection[] };

export type RowFileOptions = {
  /** Headings of the file that was read; empty for vCards and files without a heading. */
  readonly headers: readonly string[];
  /** Words of the person's language. */
  readonly translate: (id: string, values?: Readonly<Record<string, string>>) => string;
  readonly rightToLeft: boolean;
};

/** Rows of a file that was read, what is said of each before its own cells. */
export interface RowFile {
  add(row: SourceRow, said: readonly (string | number)[]): void;
  /** The number of rows, once they are in the file. Written beside the target and renamed. */
  end(): number;
  /** Leaves the target alone. */
  abandon(): void;
}

/**
 * A workbook when the name ends in .xlsx, CSV (RFC 4180, CRLF) otherwise. What is said stands before the cells: rows of unequal
 * width would push it to and fro. Throws the system's error.
 */
export function openRowFile(
  path: string,
  { sheet, said, ...options }: RowFileOptions & { readonly sheet: string; readonly said: readonly string[] },
): RowFile {
  const { translate, rightToLeft } = options;
  const isWorkbook = /\.xlsx$/i.test(path);
  const lazily: { file: LineFile | null; rows: number } = { file: null, rows: 0 };
  const open = (first?: SourceRow): LineFile => {
    const headings = [translate('import.rejected.row'), ...said, ...headingsFor(first, options)];
    return (lazily.file ??= isWorkbook
      ? openXlsxWriter(path, { name: sheet, rightToLeft, headings })
      : openCsvFile(path, headings));
  };
  return {
    add(row, saidOfRow) {
      open(row).row([row.row, ...saidOfRow, ...(isCardRow(row) ? cardCells(row.card) : row.cells)]);
      lazily.rows += 1;
    },
    end() {
      open().end();
      return lazily.rows;
    },
    abandon: () => lazily.file?.abandon(),
  };
}

export interface RejectedFile extends Pick<RowFile, 'end' | 'abandon'> {
  add(rejected: RejectedRow): void;
}

export function openRejectedFile(path: string, options: RowFileOptions): RejectedFile {
  const { translate } = options;
  const said = [translate('import.rejected.reasons'), translate('import.rejected.codes')];
  const file = openRowFile(path, { ...options, sheet: translate('import.rejected.sheet'), said });
  return {
    ...file,
    add: ({ row, reasons }) => file.add(row, [reasonText(reasons, translate), codesOf(reasons)]),
  };
}

interface LineFile {
  row(cells: readonly (string | number)[]): void;
  end(): void;
  abandon(): void;
}

function headingsFor(first: SourceRow | undefined, { headers, translate }: RowFileOptions): readonly string[] {
  if (headers.length > 0 || first === undefined) return headers;
  return isCardRow(first) ? cardHeadings(translate) : first.cells.map((_, index) => String(index + 1));
}

function openCsvFile(path: string, headings: readonly string[]): LineFile {
  const file = openTextFile(openFileAside(path));
  file.write(BYTE_ORDER_MARK + csvLine(headings));
  return {
    row: (cells) => file.write(csvLine(cells)),
    end: () => void file.end(),
    abandon: () => file.abandon(),
  };
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
