// Fifty broken files for each format: cut, scrambled, lying, hostile. Made here, so that each says what is wrong with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { encodeSingleByte } from './files';
import type { ZipPart } from './zip';
import { xlsxParts, zip } from './zip';

export type BrokenFile = { name: string; bytes: Buffer };

/** Deterministic pseudo-random numbers (mulberry32), 0…1. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Flips, deletes, doubles and moves bytes. */
export function mutate(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const changes = 1 + Math.floor(random() * 8);
  let result = copy;
  for (let change = 0; change < changes && result.length > 4; change += 1) {
    const at = Math.floor(random() * result.length);
    const length = 1 + Math.floor(random() * Math.min(40, result.length - at));
    const kind = Math.floor(random() * 4);
    if (kind === 0) result[at] = Math.floor(random() * 256);
    else if (kind === 1) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else if (kind === 2)
      result = Buffer.concat([result.subarray(0, at), result.subarray(at, at + length), result.subarray(at)]);
    else result.fill(Math.floor(random() * 256), at, at + length);
  }
  return result;
}

function mutations(sound: Buffer, count: number, seed: number): BrokenFile[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, number) => ({ name: `mutation ${number}`, bytes: mutate(sound, random) }));
}

const cuts = (sound: Buffer, count: number): BrokenFile[] =>
  Array.from({ length: count }, (_, number) => ({
    name: `cut after ${number + 1}/${count + 1}`,
    bytes: sound.subarray(0, Math.floor((sound.length * (number + 1)) / (count + 1))),
  }));

const named = (files: Record<string, Buffer | string>): BrokenFile[] =>
  Object.entries(files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes as string) }));

export const soundCsv = Buffer.from(
  `الاسم,الجوال,"ملاحظة, طويلة"\r\n${Array.from({ length: 40 }, (_, number) => `"محمد ""${number}""",050123456${number % 10},"سطر\r\nآخر ${number}"`).join('\r\n')}\r\n`,
);

export function brokenCsv(): BrokenFile[] {
  return [
    ...named({
      'only a byte order mark': Buffer.from([0xef, 0xbb, 0xbf]),
      'only line ends and spaces': '\r\n \n\t\r'.repeat(20_000),
      'only separators': ',,,,\n,,,,\n;;;;\n',
      'only quotes': '"'.repeat(1001),
      'quotes and line ends': '"\n'.repeat(5000),
      'a quote on every line': 'a,"b\n'.repeat(3000),
      'stray quotes on every line': '"a"b,"c"d\n'.repeat(3000),
      'one endless line': 'x'.repeat(3_000_000),
      'one endless quoted cell': `a,b\n"${'x\n'.repeat(1_500_000)}`,
      'a thousand and one columns': `${'a,'.repeat(1000)}a\n`.repeat(5),
      'a million columns': `${','.repeat(1_000_000)}\n`,
      'nothing but zeros': Buffer.alloc(5000),
      'zeros among text': `name,phone\nAli\0\0\0,05\0\n`.repeat(20),
      'random bytes': Buffer.from(Array.from({ length: 20_000 }, randomOf(7)).map((value) => Math.floor(value * 256))),
      'half of a UTF-16 pair': Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x2c]),
      'UTF-16 with lone surrogates': Buffer.from([
        0xff, 0xfe, 0x00, 0xd8, 0x2c, 0x00, 0x00, 0xdc, 0x0a, 0x00, 0x41, 0x00,
      ]),
      'UTF-32': Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0, 0x2c, 0, 0, 0, 0x42, 0, 0, 0]),
      'overlong UTF-8': Buffer.from([0x61, 0x2c, 0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0x0a, 0xf8, 0x88, 0x80, 0x80, 0x80]),
      'two encodings in one file': Buffer.concat([
        Buffer.from('الاسم,الهاتف\n'),
        encodeSingleByte('محمد,0501234567\nسالم,055\n', 'windows-1256'),
      ]),
      'HTML in disguise': '<html><body><table><tr><td>x</td></tr></table></body></html>',
      'a PDF in disguise': '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n',
      'JSON in disguise': '[{"name":"Ali"},{"name":"Sara"}]',
      'a calendar in disguise': 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n',
      'an end-of-file mark of DOS': 'name,phone\nAli,050\n\u001a',
      'direction overrides': 'name\n\u202eevil\u202c\n',
    }),
    ...cuts(soundCsv, 10),
    ...mutations(soundCsv, 15, 11),
  ];
}

export const soundVcf = Buffer.from(
  Array.from(
    { length: 15 },
    (_, number) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nN:القحطاني;فاطمة ${number};;;\r\nFN:فاطمة القحطاني ${number}\r\nitem1.TEL;TYPE=CELL:050123456${number % 10}\r\nitem1.X-ABLabel:جوال\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D8=B3=\r\n=D8=B7=D8=B1\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\n CCCC\r\nEND:VCARD\r\n`,
  ).join(''),
);

export function brokenVcf(): BrokenFile[] {
  const wrap = (...lines: string[]): string => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
  return [
    ...named({
      'a beginning alone': 'BEGIN:VCARD\r\n',
      'an end alone': 'BEGIN:VCARD\r\nEND:VCARD\r\nEND:VCARD\r\nEND:VCARD\r\n',
      'beginnings within beginnings': 'BEGIN:VCARD\r\n'.repeat(5000),
      'agents within agents': 'BEGIN:VCARD\r\nAGENT:\r\n'.repeat(5000),
      'no name': wrap('TEL:1'),
      'nothing inside': wrap(),
      'an unknown version': 'BEGIN:VCARD\r\nVERSION:9.9\r\nFN:X\r\nEND:VCARD\r\n',
      'lines without colons': wrap(...Array.from({ length: 100 }, (_, number) => `junk ${number}`)),
      'a colon alone': wrap(':', ';:', '=:', '.:x', ';;;:y'),
      'unclosed quotes in parameters': wrap('TEL;TYPE="cell:050', 'FN:X'),
      'an unknown charset': wrap('FN;CHARSET=klingon-8:Qapla', 'N;CHARSET=:x;y'),
      'broken quoted-printable': wrap('FN;ENCODING=QUOTED-PRINTABLE:=D8=ZZ=4=', '=', '=='),
      'quoted-printable without end': `BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:${'=D8=\r\n'.repeat(20_000)}`,
      'broken base64': wrap('FN;ENCODING=b:****', 'PHOTO;ENCODING=b:%%%%', ' ????'),
      'folds without a line before': 'BEGIN:VCARD\r\n folded\r\n\tfolded\r\nFN:X\r\nEND:VCARD\r\n',
      'a hundred thousand folds': wrap(`NOTE:x${'\r\n y'.repeat(100_000)}`, 'FN:X'),
      'a hundred thousand numbers': wrap('FN:X', ...Array.from({ length: 100_000 }, (_, number) => `TEL:${number}`)),
      'a hundred thousand parameters': wrap(`TEL${';TYPE=a'.repeat(100_000)}:1`, 'FN:X'),
      'a note of three megabytes': wrap('FN:X', `NOTE:${'x'.repeat(3_000_000)}`),
      'a picture of three megabytes': wrap('FN:X', `PHOTO;ENCODING=b:${'A'.repeat(3_000_000)}`),
      backslashes: wrap('FN:\\', 'N:\\;\\\\;\\\\\\;\\', 'ORG:\\n\\N\\,\\;'),
      zeros: wrap('FN:X\0Y\0', 'TEL:\0'),
      'random bytes inside': Buffer.concat([
        Buffer.from('BEGIN:VCARD\nFN:'),
        Buffer.from(Array.from({ length: 5000 }, randomOf(3)).map((value) => Math.floor(value * 256))),
        Buffer.from('\nEND:VCARD\n'),
      ]),
      'dates of nonsense': wrap('FN:X', 'BDAY:--', 'ANNIVERSARY:0000-00-00', 'BDAY;CALSCALE=martian:1'),
      'prototype names': wrap('FN:__proto__', 'CONSTRUCTOR:x', '__proto__.TEL:1', 'X-ABLABEL:x'),
    }),
    ...cuts(soundVcf, 10),
    ...mutations(soundVcf, 15, 13),
  ];
}

export async function soundXlsx(): Promise<Buffer> {
  const rows = Array.from({ length: 40 }, (_, number) => [
    `محمد ${number}`,
    501234560 + number,
    new Date(Date.UTC(1990, 0, number + 1)),
    number % 2 === 0,
  ]);
  return Buffer.from(
    (await writeXlsx({ sheets: [{ name: 'S', rows: [['الاسم', 'الجوال', 'الميلاد', 'x'], ...rows] }] })) as Uint8Array,
  );
}

export async function soundOds(): Promise<Buffer> {
  const rows = Array.from({ length: 40 }, (_, number) => [
    `محمد ${number}`,
    501234560 + number,
    new Date(Date.UTC(1990, 0, number + 1)),
    number % 2 === 0,
  ]);
  return Buffer.from(
    (await writeOds({ sheets: [{ name: 'S', rows: [['الاسم', 'الجوال', 'الميلاد', 'x'], ...rows] }] })) as Uint8Array,
  );
}

export async function brokenXlsx(): Promise<BrokenFile[]> {
  const sound = await soundXlsx();
  const with1 = (sheet: string, over: { strings?: string; styles?: string; workbook?: string } = {}): Buffer =>
    zip(xlsxParts({ sheet, ...over }));
  const without = (name: string): Buffer =>
    zip(xlsxParts({ sheet: '<row r="1"><c r="A1"><v>1</v></c></row>' }).filter((part) => part.name !== name));
  const replaced = (name: string, content: string): Buffer =>
    zip(xlsxParts({ sheet: '' }).map((part): ZipPart => (part.name === name ? { name, content } : part)));
  return [
    ...named({
      'an empty archive': zip([]),
      'another archive': zip([{ name: 'readme.txt', content: 'hello' }]),
      'a document': zip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<w/>' },
      ]),
      'no workbook': without('xl/workbook.xml'),
      'no relations': without('xl/_rels/workbook.xml.rels'),
      'no root relations': without('_rels/.rels'),
      'no sheet': without('xl/worksheets/sheet1.xml'),
      'a sheet that is no XML': replaced('xl/worksheets/sheet1.xml', 'hello & goodbye < >'),
      'a sheet cut short': replaced(
        'xl/worksheets/sheet1.xml',
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>',
      ),
      'a workbook cut short': replaced('xl/workbook.xml', '<workbook><sheets><sheet name="x"'),
      'relations to nowhere': replaced(
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
      ),
      'relations in a circle': replaced(
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="workbook.xml"/></Relationships>',
      ),
      'an entity bomb': replaced(
        'xl/worksheets/sheet1.xml',
        '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet>&b;</worksheet>',
      ),
      'no rows': with1(''),
      'a string that is not there': with1(
        '<row><c t="s"><v>99999999</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c></row>',
      ),
      'strings that are no XML': with1('<row><c t="s"><v>0</v></c></row>', { strings: '<si><t>a</si>' }),
      'a style that is not there': with1('<row><c s="4000000000"><v>1</v></c></row>', {
        styles: '<cellXfs><xf numFmtId="x"/></cellXfs>',
      }),
      'bad references': with1(
        '<row r="-5"><c r="1A"><v>1</v></c><c r=""><v>2</v></c><c r="ZZZZZZZZZZ1"><v>3</v></c><c r="A99999999999"><v>4</v></c></row>',
      ),
      'rows backwards': with1(
        '<row r="9"><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row><row r="NaN"><c><v>3</v></c></row>',
      ),
      'numbers that are none': with1(
        '<row><c><v>1e999</v></c><c><v>0x10</v></c><c><v>--1</v></c><c s="0"><v>NaN</v></c></row>',
      ),
      'dates out of time': with1('<row><c s="0"><v>99999999999</v></c><c s="0"><v>-5</v></c></row>', {
        styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      }),
      'cells in cells': with1(`${'<row><c>'.repeat(5000)}<v>1</v>${'</c></row>'.repeat(5000)}`),
      'a cell of two megabytes': with1(
        `<row><c t="str"><v>${Array.from({ length: 200_000 }, randomOf(5))
          .map((value) => value.toString(36).slice(2, 12))
          .join('')}</v></c></row>`,
      ),
      'a bomb': zip(xlsxParts({ sheet: `<row><c t="str"><v>${'0'.repeat(20_000_000)}</v></c></row>` })),
      'a lie about size': zip(
        xlsxParts({ sheet: '<row><c><v>1</v></c></row>' }).map((part) => ({ ...part, statedSize: 4_000_000_000 })),
      ),
    }),
    ...cuts(sound, 10),
    ...mutations(sound, 15, 17),
  ];
}

const odsContent = (body: string): string =>
  `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
const odsTable = (rows: string): string => odsContent(`<table:table table:name="S">${rows}</table:table>`);
const odsFile = (content: string, others: ZipPart[] = []): Buffer =>
  zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
    ...others,
  ]);
const odsCell = (attributes: string, text = 'x'): string =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const odsRow = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;

export async function brokenOds(): Promise<BrokenFile[]> {
  const sound = await soundOds();
  return [
    ...named({
      'an empty archive': zip([]),
      'a document of text': zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
      'no content': zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'content that is no XML': odsFile('hello & goodbye < >'),
      'content cut short': odsFile(odsTable(odsRow(odsCell(''))).slice(0, 200)),
      'no sheet': odsFile(odsContent('')),
      'no rows': odsFile(odsTable('')),
      'an entity bomb': odsFile(`<!DOCTYPE a [<!ENTITY b "bbbb">]>${odsTable(odsRow(odsCell('', '&b;&b;')))}`),
      'a row a thousand million times': odsFile(
        odsTable(odsRow(odsCell(''), 'table:number-rows-repeated="1000000000"')),
      ),
      'a cell a thousand million times': odsFile(
        odsTable(odsRow(odsCell('table:number-columns-repeated="1000000000"'))),
      ),
      'repeats that are no numbers': odsFile(
        odsTable(odsRow(odsCell('table:number-columns-repeated="-5"'), 'table:number-rows-repeated="x"')),
      ),
      'dates of nonsense': odsFile(
        odsTable(odsRow(odsCell('office:value-type="date" office:date-value="2026-13-45T99:99"'))),
      ),
      'numbers that are none': odsFile(odsTable(odsRow(odsCell('office:value-type="float" office:value="0x1e999"')))),
      'an unknown kind of value': odsFile(odsTable(odsRow(odsCell('office:value-type="planet" office:value="mars"')))),
      'cells in cells': odsFile(odsTable(`${'<table:table-row><table:table-cell>'.repeat(5000)}x`)),
      'a cell of two megabytes': odsFile(odsTable(odsRow(odsCell('', 'x'.repeat(2_000_000))))),
      'a row without a table': odsFile(odsContent(odsRow(odsCell('')))),
      'ends without beginnings': odsFile(odsTable('</table:table-row></table:table></office:body>')),
      'a name that leads outside': odsFile(odsTable(odsRow(odsCell(''))), [{ name: '../../etc/passwd', content: 'x' }]),
      'spaces a thousand million times': odsFile(odsTable(odsRow(odsCell('', '<text:s text:c="1000000000"/>')))),
    }),
    ...cuts(sound, 10),
    ...mutations(sound, 20, 17),
  ];
}

/** As LibreOffice writes it. */
export const soundXls = readFileSync(join(import.meta.dirname, '../corpora/libreoffice/people.xls'));

export function brokenXls(): BrokenFile[] {
  const signature = soundXls.subarray(0, 8);
  const holed = (from: number, length: number, fill: number): Buffer => {
    const copy = Buffer.from(soundXls);
    copy.fill(fill, from, from + length);
    return copy;
  };
  return [
    ...named({
      'a signature alone': signature,
      'a head alone': soundXls.subarray(0, 512),
      'a head of ones': holed(8, 504, 0xff),
      'sectors that follow themselves': holed(512, 512, 0),
      'no folder': holed(soundXls.length - 1024, 1024, 0),
      'records of endless length': holed(600, 200, 0xff),
      'zeros in the middle': holed(soundXls.length >> 1, 512, 0),
      'the file twice': Buffer.concat([soundXls, soundXls]),
      'random bytes behind the signature': Buffer.concat([
        signature,
        Buffer.from(Array.from({ length: 20_000 }, randomOf(23)).map((value) => Math.floor(value * 256))),
      ]),
      'another program behind the signature': Buffer.concat([signature, Buffer.from('MZ'.repeat(5000))]),
    }),
    ...cuts(soundXls, 15),
    ...mutations(soundXls, 25, 19),
  ];
}
