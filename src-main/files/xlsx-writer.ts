// Writes a workbook row by row, in the direction of its language. Text stays text, so nothing in it is ever calculated.
// Source: ECMA-376, the least a spreadsheet needs.

import { renameSync, rmSync } from 'node:fs';
import { openZipWriter } from './zip-writer';

export interface SheetWriter {
  row(cells: readonly (string | number)[]): void;
  /** Writes beside the target and renames. */
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

export function openXlsxWriter(path: string, options: SheetOptions): SheetWriter {
  const temporary = `${path}.part`;
  const zip = openZipWriter(temporary);
  const book = { sheets: 0, rows: 0 };
  const endSheet = (): void => {
    if (book.sheets > 0) zip.write('</sheetData></worksheet>');
  };
  const beginSheet = (): void => {
    endSheet();
    book.sheets += 1;
    book.rows = 1;
    zip.begin(`xl/worksheets/sheet${book.sheets}.xml`);
    zip.write(sheetHead(options.rightToLeft) + rowXml(1, options.headings, 1));
  };
  beginSheet();
  return {
    row(cells) {
      if (book.rows >= MOST_ROWS) beginSheet();
      book.rows += 1;
      zip.write(rowXml(book.rows, cells, 0));
    },
    end() {
      endSheet();
      for (const [name, content] of frame(options.name, book.sheets)) {
        zip.begin(name);
        zip.write(XML + content);
      }
      zip.end();
      renameSync(temporary, path);
    },
    abandon() {
      zip.abandon();
      rmSync(temporary, { force: true });
    },
  };
}

function sheetHead(rightToLeft: boolean): string {
  const view = `<sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`;
}

function rowXml(number: number, cells: readonly (string | number)[], style: number): string {
  const written = cells.map((cell, index) => {
    const at = `r="${columnName(index)}${number}"${style === 0 ? '' : ` s="${style}"`}`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    return cell === '' ? '' : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
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

function frame(name: string, sheets: number): [string, string][] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const title = (number: number): string =>
    escaped(name.replace(/[[\]*?/\\:]/g, ' ').slice(0, 28) + (number === 1 ? '' : ` ${number}`)).replaceAll(
      '"',
      '&quot;',
    );
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
      `<styleSheet xmlns="${MAIN}"><fonts count="2">${font}${font.replace('<font>', '<font><b/>')}</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
  ];
}
