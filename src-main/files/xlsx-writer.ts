// Writes a workbook row by row, in the direction of its language. Text stays text, so nothing in it is ever calculated.
// Source: ECMA-376, the least a spreadsheet needs.

import { openFileAside, type ByteSink } from './byte-sink';
import { openZipWriter, type ZipWriter } from './zip-writer';

/** A day or an instant as the spreadsheet's own count of days since 1899-12-30, shown as a date or as date and time. */
export type SheetCell = string | number | { readonly serial: number; readonly time: boolean };

export interface SheetWriter {
  row(cells: readonly SheetCell[]): void;
  /** What follows goes to another sheet. */
  sheet(name: string, headings: readonly string[]): void;
  /** Texts that were longer than a cell may be. */
  shortened(): number;
  end(): void;
  /** Leaves no trace. */
  abandon(): void;
}

export interface SheetOptions {
  readonly name: string;
  readonly rightToLeft: boolean;
  /** The first row, frozen and bold; repeated where a second sheet begins. */
  readonly headings: readonly string[];
}

/** Rows of a sheet in every spreadsheet program; more go on in another sheet. */
const MOST_ROWS = 1_048_576;
/** Characters of a cell in Excel. */
const LONGEST_CELL = 32_767;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A file is written beside its place and renamed. */
export function openXlsxWriter(target: string | ByteSink, options: SheetOptions): SheetWriter {
  const zip = openZipWriter(typeof target === 'string' ? openFileAside(target) : target);
  const book: Book = { names: [], name: options.name, headings: options.headings, rows: 0, shortened: 0 };
  const beginSheet = (): void => {
    endSheet(zip, book);
    book.names.push(book.name);
    book.rows = 1;
    zip.begin(`xl/worksheets/sheet${book.names.length}.xml`);
    zip.write(sheetHead(options.rightToLeft, book.headings.length) + rowXml(1, book.headings, HEADING));
  };
  beginSheet();
  return {
    row(cells) {
      if (book.rows >= MOST_ROWS) beginSheet();
      book.rows += 1;
      book.shortened += cells.filter((cell) => typeof cell === 'string' && cell.length > LONGEST_CELL).length;
      zip.write(rowXml(book.rows, cells, PLAIN));
    },
    sheet(name, headings) {
      Object.assign(book, { name, headings });
      beginSheet();
    },
    shortened: () => book.shortened,
    end() {
      endSheet(zip, book);
      writeFrame(zip, book);
      zip.end();
    },
    abandon: () => zip.abandon(),
  };
}

interface Book {
  readonly names: string[];
  name: string;
  headings: readonly string[];
  rows: number;
  shortened: number;
}

const endSheet = (zip: ZipWriter, { names }: Book): void => {
  if (names.length > 0) zip.write('</sheetData></worksheet>');
};

function writeFrame(zip: ZipWriter, { names }: Book): void {
  for (const [name, content] of frame(names)) {
    zip.begin(name);
    zip.write(XML + content);
  }
}

/** Places in the list of styles below. */
const PLAIN = 0;
const HEADING = 1;
const DATE = 2;
const DATE_AND_TIME = 3;

function sheetHead(rightToLeft: boolean, columns: number): string {
  const view = `<sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns === 0 ? '' : `<cols><col min="1" max="${columns}" width="18" customWidth="1"/></cols>`}<sheetData>`;
}

function rowXml(number: number, cells: readonly SheetCell[], style: number): string {
  let written = '';
  for (const [index, cell] of cells.entries()) {
    if (cell === '') continue;
    const at = `r="${columnName(index)}${number}"`;
    if (typeof cell === 'string')
      written += `<c ${at}${style === PLAIN ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    else if (typeof cell === 'number') written += `<c ${at}><v>${cell}</v></c>`;
    else written += `<c ${at} s="${cell.time ? DATE_AND_TIME : DATE}"><v>${cell.serial}</v></c>`;
  }
  return `<row r="${number}">${written}</row>`;
}

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** XML 1.0 has no place for control characters and lone halves of pairs; Excel writes neither. */
function escaped(text: string): string {
  return text
    .slice(0, LONGEST_CELL)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

/** 31 characters at most, none twice. */
function sheetName(names: readonly string[], index: number): string {
  const plain = (name: string): string => name.replace(/[[\]*?/\\:]/g, ' ').slice(0, 28);
  const before = names.slice(0, index).filter((name) => plain(name) === plain(names[index]!)).length;
  return plain(names[index]!) + (before === 0 ? '' : ` ${before + 1}`);
}

function frame(names: readonly string[]): [string, string][] {
  const numbers = names.map((_, index) => index + 1);
  const title = (number: number): string => escaped(sheetName(names, number - 1)).replaceAll('"', '&quot;');
  const part = (path: string, type: string): string =>
    `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const font = '<font><sz val="11"/><name val="Calibri"/></font>';
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${numbers.map((number) => part(`/xl/worksheets/sheet${number}.xml`, 'worksheet')).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbers.map((number) => `<sheet name="${title(number)}" sheetId="${number}" r:id="s${number}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('style', 'styles', 'styles.xml')}${numbers.map((number) => relation(`s${number}`, 'worksheet', `worksheets/sheet${number}.xml`)).join('')}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="2">${font}${font.replace('<font>', '<font><b/>')}</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="14" applyNumberFormat="1"/><xf xfId="0" numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ];
}
