// How a file is to be read: the encoding and separator of a text, the sheet of a workbook, the columns of JSON; wished for or guessed.

import { dbfEncoding } from './dbf/dbf-source';
import { readDbfHeader } from './dbf/dbf-header';
import type { Detected } from './detect-kind';
import { FileRefused } from './failure';
import { jsonColumns } from './json/json-source';
import type { ImportLimits } from './limits';
import { openWorkbook } from './open-source';
import type { FileKind, Inspection, ReadSettings, ReadWishes } from './protocol';
import type { SheetInfo } from './sheets/spreadsheet-port';
import type { ByteFile } from './text/byte-file';
import { guessDelimiter } from './text/delimiter';
import { blockDecoder } from './text/text-blocks';

export type InspectRequest = { readonly wishes: ReadWishes; readonly limits: ImportLimits };

export type Findings = {
  readonly settings: Omit<ReadSettings, 'headerRow'>;
  readonly encodingConfidence: number;
  readonly delimiterConfidence: number;
  readonly sheets: Inspection['sheets'];
  /** About how many rows, heading included; null when the file does not say. */
  readonly rows: number | null;
};

const SAMPLE_BYTES = 128 * 1024;
const SHEETS: ReadonlySet<FileKind> = new Set(['xlsx', 'ods', 'xls']);
/** What begins a record, for the kinds whose records are runs of lines. */
const RECORD_MARKS: Partial<Record<FileKind, RegExp>> = {
  csv: /\r\n|\n|\r/g,
  chat: /\r\n|\n|\r/g,
  vcard: /^BEGIN:VCARD/gim,
  ics: /^BEGIN:V(?:EVENT|TODO|JOURNAL)/gim,
  mail: /^From \S.*\d{4}/gm,
};

export async function findReading(file: ByteFile, detected: Detected, request: InspectRequest): Promise<Findings> {
  const kind = wishedKind(detected.kind, request.wishes.format);
  if (SHEETS.has(kind)) return sheetFindings(file, kind, request);
  if (kind === 'dbf') return tableFindings(file, request);
  return textFindings(file, { ...detected, kind }, request);
}

/** A workbook or a table of dBase is one whatever is wished; texts may be read as another kind of text. */
function wishedKind(found: FileKind, wish: ReadWishes['format']): FileKind {
  const isSheet = SHEETS.has(found);
  if (wish === undefined || (wish === 'xlsx' && isSheet) || wish === found) return found;
  if (isSheet || found === 'dbf' || wish === 'xlsx' || wish === 'dbf')
    throw new FileRefused('import.format-unknown', { kind: found, wanted: wish });
  return wish;
}

const NO_TEXT = { encoding: 'utf-8', bomBytes: 0, delimiter: ',', quote: '"', sheet: 0 } as const;

async function textFindings(file: ByteFile, { kind, encoding }: Detected, request: InspectRequest): Promise<Findings> {
  const { wishes, limits } = request;
  const chosen = wishes.encoding ?? encoding.encoding;
  // A byte order mark belongs to its own encoding; under another one it would be text.
  const bomBytes = chosen === encoding.encoding ? encoding.bomBytes : 0;
  const bytes = await file.read(bomBytes, SAMPLE_BYTES);
  const sample = blockDecoder(chosen)(bytes);
  const guess =
    kind !== 'csv' || wishes.delimiter !== undefined
      ? { delimiter: wishes.delimiter ?? ',', confidence: 1 }
      : guessDelimiter(sample);
  const mark = RECORD_MARKS[kind];
  const marks = mark === undefined ? null : Math.max(1, sample.match(mark)?.length ?? 1);
  const columns =
    kind === 'json'
      ? { columns: await jsonColumns(file, { encoding: { encoding: chosen, bomBytes, confidence: 1 }, limits }) }
      : {};
  return {
    settings: { ...NO_TEXT, kind, encoding: chosen, bomBytes, delimiter: guess.delimiter, ...columns },
    encodingConfidence: wishes.encoding ? 1 : encoding.confidence,
    delimiterConfidence: guess.confidence,
    sheets: [],
    rows: marks === null ? null : Math.round((file.size / Math.max(1, bytes.length)) * marks),
  };
}

async function tableFindings(file: ByteFile, { wishes, limits }: InspectRequest): Promise<Findings> {
  const guess = wishes.encoding ? { encoding: wishes.encoding, confidence: 1 } : await dbfEncoding(file, limits);
  return {
    settings: { ...NO_TEXT, kind: 'dbf', encoding: guess.encoding },
    encodingConfidence: guess.confidence,
    delimiterConfidence: 1,
    sheets: [],
    rows: (await readDbfHeader(file, limits)).records,
  };
}

async function sheetFindings(file: ByteFile, kind: FileKind, { wishes, limits }: InspectRequest): Promise<Findings> {
  const port = await openWorkbook(file, kind, limits);
  const sheets = await port.sheets();
  const sheet = chosenSheet(sheets, wishes.sheet);
  return {
    settings: { ...NO_TEXT, kind, sheet },
    encodingConfidence: 1,
    delimiterConfidence: 1,
    sheets: sheets.map(({ name, index, hidden }) => ({ name, index, hidden })),
    rows: await port.statedRows(sheet),
  };
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
