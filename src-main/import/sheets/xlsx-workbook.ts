// Opens an XLSX workbook as a stream: its sheet list, strings and formats first, then one sheet row by row.

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { ByteFile } from '../text/byte-file';
import type { CellFormat } from './cell-formats';
import { readCellFormats } from './cell-formats';
import type { SharedStrings } from './shared-strings';
import { createStringStore, readSharedStrings } from './shared-strings';
import type { SheetInfo, SheetRow, SpreadsheetPort } from './spreadsheet-port';
import { worksheetRows } from './worksheet-rows';
import { attribute, createXmlTokens } from './xml-tokens';
import type { ZipArchive } from './zip-archive';
import { openZipArchive } from './zip-archive';

type Relation = { type: string; target: string };
type Part = SheetInfo & { path: string };
type Book = { sheets: Part[]; date1904: boolean; strings: string | null; styles: string | null };

const SMALL_PART_BYTES = 16 * 1024 * 1024;

export async function openXlsx(file: ByteFile, limits: ImportLimits): Promise<SpreadsheetPort> {
  const archive = await openZipArchive(file, limits);
  const book = await readBook(archive);
  if (book.sheets.length === 0) throw new FileRefused('import.sheet-missing');
  const counted = { done: 0, total: 0 };
  return {
    sheets: () => Promise.resolve(book.sheets.map(({ path: _path, ...sheet }) => sheet)),
    progress: () => (counted.total === 0 ? 0 : Math.min(1, counted.done / counted.total)),
    statedRows: (sheet) => statedRows(archive, book.sheets[sheet]?.path),
    rows: (sheet) => sheetRows({ archive, book, limits, counted }, sheet),
  };
}

type Opened = { archive: ZipArchive; book: Book; limits: ImportLimits; counted: { done: number; total: number } };

async function* sheetRows({ archive, book, limits, counted }: Opened, sheet: number): AsyncGenerator<SheetRow> {
  const part = book.sheets[sheet];
  if (!part) throw new FileRefused('import.sheet-missing', { sheet });
  const formats = await formatsOf(archive, book);
  const strings = await stringsOf(archive, book, limits);
  counted.total = archive.sizeOf(part.path);
  yield* worksheetRows(countedPieces(archive.stream(part.path), counted), {
    strings,
    formats,
    date1904: book.date1904,
    limits,
  });
}

async function* countedPieces(pieces: AsyncGenerator<Buffer>, counted: { done: number }): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    counted.done += piece.length;
    yield piece;
  }
}

/** From `<dimension ref="A1:O2001"/>`, which stands before the rows. */
async function statedRows(archive: ZipArchive, path: string | undefined): Promise<number | null> {
  if (path === undefined) return null;
  for await (const piece of archive.stream(path)) {
    const last = /<(?:\w+:)?dimension[^>]*\sref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(piece.toString('latin1', 0, 8192))?.[1];
    return last === undefined ? null : Number(last);
  }
  return null;
}

async function formatsOf(archive: ZipArchive, book: Book): Promise<CellFormat[]> {
  if (book.styles === null || !archive.has(book.styles)) return [];
  return readCellFormats((await archive.whole(book.styles, SMALL_PART_BYTES)).toString('utf8'));
}

async function stringsOf(archive: ZipArchive, book: Book, limits: ImportLimits): Promise<SharedStrings> {
  if (book.strings === null || !archive.has(book.strings)) return createStringStore(0);
  return readSharedStrings(archive.stream(book.strings), limits);
}

async function readBook(archive: ZipArchive): Promise<Book> {
  const root = await relations(archive, '');
  const main =
    [...root.values()].find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const related = await relations(archive, main);
  const ofType = (type: string): string | null =>
    [...related.values()].find((relation) => relation.type.endsWith(type))?.target ?? null;
  const book: Book = { sheets: [], date1904: false, strings: ofType('/sharedStrings'), styles: ofType('/styles') };
  const tokens = createXmlTokens({
    open(name, attributes) {
      if (name === 'workbookPr') book.date1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      else if (name === 'sheet') addSheet(book, attributes, { archive, related });
    },
    close: () => undefined,
    text: () => undefined,
  });
  tokens.push((await archive.whole(main, SMALL_PART_BYTES)).toString('utf8'));
  tokens.end();
  return book;
}

function addSheet(
  book: Book,
  attributes: string,
  found: { archive: ZipArchive; related: ReadonlyMap<string, Relation> },
): void {
  // `id` also ends `sheetId`; the relation's attribute always carries a prefix.
  const id = /(?:^|\s)\w+:id\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1];
  const relation = id === undefined ? undefined : found.related.get(id);
  if (!relation || !relation.type.endsWith('/worksheet') || !found.archive.has(relation.target)) return;
  const state = attribute(attributes, 'state') ?? 'visible';
  book.sheets.push({
    name: attribute(attributes, 'name') ?? '',
    index: book.sheets.length,
    hidden: state !== 'visible',
    path: relation.target,
  });
}

/** Relations of a part by id, targets as paths from the root of the archive. */
async function relations(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/');
  const folder = slash < 0 ? '' : part.slice(0, slash + 1);
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const found = new Map<string, Relation>();
  if (!archive.has(path)) return found;
  const tokens = createXmlTokens({
    open(name, attributes) {
      const id = attribute(attributes, 'Id');
      const target = attribute(attributes, 'Target');
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      found.set(id, { type: attribute(attributes, 'Type') ?? '', target: resolvePart(folder, target) });
    },
    close: () => undefined,
    text: () => undefined,
  });
  tokens.push((await archive.whole(path, SMALL_PART_BYTES)).toString('utf8'));
  return found;
}

function resolvePart(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
