// Which number formats of a workbook mean a date, and which pad with zeros: a cell itself only holds a number.

import { attribute, createXmlTokens } from './xml-tokens';

/** How the number in a cell of a given style is to be written. `zeros` is the padded width of formats like 0000000000. */
export type CellFormat = 'number' | 'date' | { readonly zeros: number };

/** Built-in date and time formats (ECMA-376 part 1, 18.8.30), the East Asian ones included. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** The format of each cell style, by the style's index, from `styles.xml`. */
export function readCellFormats(xml: string): CellFormat[] {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCellStyles = false;
  const tokens = createXmlTokens({
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles)
        formats.push(formatOf(Number(attribute(attributes, 'numFmtId') ?? '0'), codes));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
    text: () => undefined,
  });
  tokens.push(xml);
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id);
  if (code === undefined) return BUILT_IN_DATES.has(id) ? 'date' : 'number';
  if (/^0{2,20}$/.test(code)) return { zeros: code.length };
  return isDateCode(code) ? 'date' : 'number';
}

/** Day, month, year or hour letters left after quoted text, escapes, colours, locales and fillers are taken out. */
export function isDateCode(code: string): boolean {
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/General|AM\/PM|A\/P/gi, '');
  return /[dmyhs]/i.test(bare) && !/[#0?]/.test(bare.replace(/s\.0+/gi, 's'));
}
