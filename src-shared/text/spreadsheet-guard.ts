// Text in a file that a spreadsheet may open: nothing in it is calculated, and reading it back gives the very text that was written.

/** OWASP ASVS 1.2.10, the full-width forms that some programs read alike, and our own guard, so that it can be taken off again. */
const GUARDED = /^[=+\-@\t\r\n\0＝＋－＠']/;

/** What people and programs write into a cell to say that there is nothing, in lower case; asked for every cell, so not folded. */
const NOTHING: ReadonlySet<string> = new Set(
  'n/a|na|null|nil|none|undefined|nan|لا يوجد|لايوجد|لا توجد|بدون|غير معروف|ندارد|نامشخص|نامعلوم|#n/a|#ref!|#value!'.split(
    '|',
  ),
);

const BLANK = /^[\s\-–—_.,;:/\\0?؟*]*$/;
const LONGEST = 12;

export const isNothing = (text: string): boolean =>
  (text.length <= LONGEST && NOTHING.has(text.toLowerCase())) || BLANK.test(text);

/**
 * An apostrophe before a text that a spreadsheet would calculate, that an import would take for "nothing here", or that begins with
 * an apostrophe itself. `unguarded(guarded(text)) === text` for every text.
 */
export const guarded = (text: string): string =>
  isSuspect(text.charCodeAt(0)) && (GUARDED.test(text) || isNothing(text)) ? `'${text}` : text;

/** Whether a text that begins so may need a guard at all: most cells are settled by one look. */
function isSuspect(first: number): boolean {
  return SUSPECTS.has(first) || first <= 0x20 || first === 0xa0 || (first >= 0x2000 && first <= 0x206f);
}

const SUSPECTS: ReadonlySet<number> = new Set(
  [...NOTHING]
    .flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)])
    .concat([..."=+-@＝＋－＠'–—_.,;:/\\0?؟*\u1680\u3000\ufeff\u0085"].map((sign) => sign.charCodeAt(0))),
);

/** Takes one guard off; any other text stays as it is. What differs from the cell was meant as it stands. */
export function unguarded(cell: string): string {
  if (cell.charCodeAt(0) !== APOSTROPHE) return cell;
  const text = cell.slice(1);
  return text !== '' && (GUARDED.test(text) || isNothing(text)) ? text : cell;
}

const APOSTROPHE = 39;
