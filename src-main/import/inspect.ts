// The first look at a file: what it is, how it reads, its heading, its first rows and about how many there are.

import { headingLikelihood } from '@shared/features/imports/mapping/header-match';
import { detectKind } from './detect-kind';
import type { Detected } from './detect-kind';
import { FileRefused } from './failure';
import type { ImportLimits } from './limits';
import { openSource, openWorkbook } from './open-source';
import type { Inspection, ReadSettings, ReadWishes } from './protocol';
import type { SheetInfo } from './sheets/spreadsheet-port';
import type { SourceRow } from './source';
import { isCardRow } from './source';
import type { ByteFile } from './text/byte-file';
import { openByteFile } from './text/byte-file';
import { guessDelimiter } from './text/delimiter';
import { blockDecoder } from './text/text-blocks';

const PREVIEW_ROWS = 50;
const HEADING_WITHIN = 10;
const PREVIEW_CELL = 300;
const PREVIEW_TOTAL = 1_000_000;
const SAMPLE_BYTES = 128 * 1024;

export type InspectRequest = { readonly wishes: ReadWishes; readonly limits: ImportLimits };

export async function inspectFile(path: string, { wishes, limits }: InspectRequest): Promise<Inspection> {
  const file = await openByteFile(path);
  try {
    const detected = await detectKind(file, limits);
    const kind = wishedKind(detected.kind, wishes.format);
    const text = await textSettings(file, detected, wishes);
    const sheets = await sheetSettings(file, { kind, wishes, limits });
    const settings: ReadSettings = { ...text.settings, kind, sheet: sheets.sheet, headerRow: 0 };
    const preview = await readPreview(path, settings, limits);
    const heading = kind === 'vcard' ? 0 : headingRow(preview.rows, wishes.headerRow);
    const head = preview.rows.find((row) => row.row === heading);
    const rows = preview.rows.filter((row) => row.row > heading).slice(0, PREVIEW_ROWS);
    return {
      settings: { ...settings, headerRow: heading },
      bytes: file.size,
      encodingConfidence: wishes.encoding ? 1 : detected.encoding.confidence,
      delimiterConfidence: text.delimiterConfidence,
      sheets: sheets.found,
      headers: head && !isCardRow(head) ? head.cells.map((cell) => cell.trim().slice(0, PREVIEW_CELL)) : [],
      rows: shownRows(rows),
      rowCount: preview.whole
        ? { value: preview.rows.filter((row) => row.row > heading).length, exact: true }
        : { value: estimate(sheets.rows ?? text.lines, heading), exact: false },
    };
  } finally {
    await file.close();
  }
}

function estimate(rows: number | null, heading: number): number | null {
  return rows === null ? null : Math.max(PREVIEW_ROWS, rows - heading);
}

function wishedKind(found: ReadSettings['kind'], wish: ReadWishes['format']): ReadSettings['kind'] {
  const sheet = found === 'xlsx' || found === 'ods' || found === 'xls';
  if (wish === undefined || (wish === 'xlsx' && sheet) || wish === found) return found;
  if (sheet || wish === 'xlsx') throw new FileRefused('import.format-unknown', { kind: found, wanted: wish });
  return wish;
}

type TextFindings = {
  settings: Pick<ReadSettings, 'encoding' | 'bomBytes' | 'delimiter' | 'quote'>;
  delimiterConfidence: number;
  /** About how many; null for a spreadsheet. */
  lines: number | null;
};

async function textSettings(file: ByteFile, { kind, encoding }: Detected, wishes: ReadWishes): Promise<TextFindings> {
  const chosen = wishes.encoding ?? encoding.encoding;
  // A byte order mark belongs to its own encoding; under another one it would be text.
  const bomBytes = chosen === encoding.encoding ? encoding.bomBytes : 0;
  const settings = { encoding: chosen, bomBytes, delimiter: wishes.delimiter ?? ',', quote: '"' };
  if (kind !== 'csv' && kind !== 'vcard') return { settings, delimiterConfidence: 1, lines: null };
  const bytes = await file.read(bomBytes, SAMPLE_BYTES);
  const sample = blockDecoder(chosen)(bytes);
  const guess =
    wishes.delimiter === undefined ? guessDelimiter(sample) : { delimiter: wishes.delimiter, confidence: 1 };
  const marks = kind === 'vcard' ? sample.match(/^BEGIN:VCARD/gim)?.length : sample.match(/\r\n|\n|\r/g)?.length;
  const lines = Math.round((file.size / Math.max(1, bytes.length)) * Math.max(1, marks ?? 1));
  return { settings: { ...settings, delimiter: guess.delimiter }, delimiterConfidence: guess.confidence, lines };
}

type SheetFindings = { sheet: number; rows: number | null; found: Inspection['sheets'] };

async function sheetSettings(
  file: ByteFile,
  { kind, wishes, limits }: { kind: ReadSettings['kind'] } & InspectRequest,
): Promise<SheetFindings> {
  if (kind === 'csv' || kind === 'vcard') return { sheet: 0, rows: null, found: [] };
  const port = await openWorkbook(file, kind, limits);
  const sheets = await port.sheets();
  const sheet = chosenSheet(sheets, wishes.sheet);
  const found = sheets.map(({ name, index, hidden }) => ({ name, index, hidden }));
  return { sheet, rows: await port.statedRows(sheet), found };
}

/** The sheet asked for, else the first one a person can see. */
function chosenSheet(sheets: readonly SheetInfo[], wish: ReadWishes['sheet']): number {
  const found =
    wish === undefined
      ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0])
      : sheets.find((sheet) => sheet.name === wish || sheet.index === wish);
  if (!found) throw new FileRefused('import.sheet-missing', { sheet: wish });
  return found.index;
}

async function readPreview(
  path: string,
  settings: ReadSettings,
  limits: ImportLimits,
): Promise<{ rows: SourceRow[]; whole: boolean }> {
  const source = await openSource(path, { settings, limits });
  const rows: SourceRow[] = [];
  try {
    for await (const row of source.rows()) {
      rows.push(row);
      if (rows.length > PREVIEW_ROWS + HEADING_WITHIN) return { rows, whole: false };
    }
  } finally {
    await source.close();
  }
  if (rows.length === 0) throw new FileRefused('import.empty');
  return { rows, whole: true };
}

/** Among the first rows the one most like a heading; with `wish` true the best there is, with false none. */
function headingRow(rows: readonly SourceRow[], wish: boolean | undefined): number {
  if (wish === false) return 0;
  const tables = rows.flatMap((row) => (isCardRow(row) ? [] : [row]));
  const body = tables.map((row) => row.cells);
  const scored = tables
    .slice(0, HEADING_WITHIN)
    .map((row, at) => ({ row: row.row, score: headingLikelihood(row.cells, body.slice(at + 1)) }));
  const best = scored.reduce<{ row: number; score: number }>(
    (left, right) => (right.score > left.score ? right : left),
    { row: 0, score: 0 },
  );
  if (wish === true) return best.row > 0 ? best.row : (tables[0]?.row ?? 0);
  return best.score >= 0.5 ? best.row : 0;
}

function shownRows(rows: readonly SourceRow[]): SourceRow[] {
  const total = rows.reduce(
    (sum, row) =>
      sum + (isCardRow(row) ? 0 : row.cells.reduce((length, cell) => length + Math.min(cell.length, PREVIEW_CELL), 0)),
    0,
  );
  const longest = total > PREVIEW_TOTAL ? 20 : PREVIEW_CELL;
  return rows.map((row) => (isCardRow(row) ? row : { ...row, cells: row.cells.map((cell) => cell.slice(0, longest)) }));
}
