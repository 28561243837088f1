// Turns streamed XML of spreadsheets into open, text and close calls without building a tree; entity definitions are refused.

import { FileRefused } from '../failure';

export interface XmlHandler {
  /** `name` is the local name, `attributes` the raw text behind it: most elements' attributes are never looked at. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

export interface XmlTokens {
  push(text: string): void;
  end(): void;
}

/** A tag longer than this, in UTF-16 units, is no spreadsheet's. */
const LONGEST_TAG = 1_000_000;
const LT = 60;

export function createXmlTokens(handler: XmlHandler): XmlTokens {
  let rest = '';
  let depth = 0;
  const tag = (inner: string): void => {
    const selfClosing = inner.endsWith('/');
    if (inner.startsWith('/')) {
      depth -= 1;
      handler.close(localName(inner.slice(1).trim()));
      return;
    }
    const end = nameEnd(inner, selfClosing);
    const name = localName(inner.slice(0, end));
    handler.open(name, inner.slice(end, selfClosing ? -1 : undefined));
    if (selfClosing) handler.close(name);
    else depth += 1;
  };
  return {
    push(text) {
      rest = consume(rest + text, tag, handler);
      if (rest.length > LONGEST_TAG) throw new FileRefused('import.damaged', { what: 'xml tag' });
    },
    end() {
      if (depth !== 0 || rest.trim() !== '') throw new FileRefused('import.damaged', { what: 'xml end' });
    },
  };
}

/** Hands out everything complete in `text` and returns the tail that is not. */
function consume(text: string, tag: (inner: string) => void, handler: XmlHandler): string {
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) !== LT) {
      const next = text.indexOf('<', at);
      // Text is handed out up to the last entity that may still be cut in two.
      const end = next < 0 ? safeTextEnd(text, at) : next;
      if (end > at) handler.text(text.slice(at, end));
      if (next < 0) return text.slice(end);
      at = next;
    }
    const end = markupEnd(text, at);
    if (end === null) return text.slice(at);
    if (text.startsWith('<![CDATA[', at)) handler.text(escaped(text.slice(at + 9, end - 3)));
    else if (text.charCodeAt(at + 1) === 33 /* ! */) refuseDefinitions(text, at);
    else if (text.charCodeAt(at + 1) !== 63 /* ? */) tag(text.slice(at + 1, end - 1));
    at = end;
  }
  return '';
}

/** Index behind the markup that begins at `at`, or null when it is not all there. */
function markupEnd(text: string, at: number): number | null {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return behind(text, ']]>', at + 9);
  if (text.length - at < 9 && text.charCodeAt(at + 1) === 33) return null;
  let from = at + 1;
  for (;;) {
    const close = text.indexOf('>', from);
    if (close < 0) return null;
    const open = openQuote(text, from, close);
    if (open === null) return close + 1;
    const quoteEnd = text.indexOf(text[open] ?? '"', Math.max(close, open + 1));
    if (quoteEnd < 0) return null;
    from = quoteEnd + 1;
  }
}

/** Index of a quote opened and not closed in text[from, to), or null. */
function openQuote(text: string, from: number, to: number): number | null {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === 34 || code === 39) {
      const close = text.indexOf(code === 34 ? '"' : "'", at + 1);
      if (close < 0 || close >= to) return at;
      at = close;
    }
    at += 1;
  }
  return null;
}

function behind(text: string, mark: string, from: number): number | null {
  const found = text.indexOf(mark, from);
  return found < 0 ? null : found + mark.length;
}

function refuseDefinitions(text: string, at: number): void {
  if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + 10)))
    throw new FileRefused('import.archive-suspicious', { what: 'doctype' });
}

function safeTextEnd(text: string, from: number): number {
  const ampersand = text.lastIndexOf('&');
  return ampersand >= from && text.indexOf(';', ampersand) < 0 && text.length - ampersand < 12
    ? ampersand
    : text.length;
}

function nameEnd(inner: string, selfClosing: boolean): number {
  const last = selfClosing ? inner.length - 1 : inner.length;
  for (let at = 0; at < last; at += 1) if (inner.charCodeAt(at) <= 32) return at;
  return last;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of one attribute by its local name, entities resolved. */
export function attribute(attributes: string, name: string): string | undefined {
  const mark = ` ${name}="`;
  const plain = attributes.indexOf(mark);
  if (plain >= 0) {
    const from = plain + mark.length;
    const end = attributes.indexOf('"', from);
    return end < 0 ? undefined : unescapeXml(attributes.slice(from, end));
  }
  return attributeAsWritten(attributes, name);
}

/** Prefixed names, single quotes, spaces around the equals sign: legal, and rare. */
function attributeAsWritten(attributes: string, name: string): string | undefined {
  let from = 0;
  for (;;) {
    const at = attributes.indexOf(name, from);
    if (at < 0) return undefined;
    const before = attributes.charCodeAt(at - 1);
    const match =
      before <= 32 || before === 58 || at === 0
        ? /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length))
        : null;
    if (match) return unescapeXml(match[1] ?? match[2] ?? '');
    from = at + name.length;
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five named entities and numeric ones; anything else stays as written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole: string, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\ufffd';
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;');
}
