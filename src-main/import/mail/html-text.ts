// The words of a message that was sent as a web page only: one pass, no markup left, line breaks where blocks end.

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '',
  rlm: '',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
};
const BLOCKS = /^\/?(?:p|div|br|tr|li|ul|ol|table|h[1-6]|blockquote|pre|section|article|header|footer|hr)\b/i;
/** Elements whose content is no text. */
const SILENT = /^(style|script|head|title)\b/i;

export function htmlText(html: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    pieces.push(html.slice(at, open < 0 ? html.length : open).replace(/\s+/g, ' '));
    if (open < 0) break;
    const close = html.indexOf('>', open);
    // A sign that never closes is text; so is everything behind it.
    if (close < 0) {
      pieces.push(html.slice(open));
      break;
    }
    const tag = html.slice(open + 1, Math.min(close, open + 30));
    if (BLOCKS.test(tag)) pieces.push('\n');
    at = html.startsWith('<!--', open) ? behind(html, '-->', open) : afterTag(html, tag, close + 1);
  }
  const text = pieces.join('').replace(/&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi, entity);
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function afterTag(html: string, tag: string, from: number): number {
  const silent = SILENT.exec(tag)?.[1];
  if (silent === undefined) return from;
  const end = html.indexOf(`</${silent}`, from);
  const upper = end < 0 ? html.indexOf(`</${silent.toUpperCase()}`, from) : end;
  return upper < 0 ? from : behind(html, '>', upper);
}

function behind(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + mark.length;
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
}
