// Keeps a workbook's shared strings outside the JavaScript heap: a sheet of 200,000 people has two million of them.

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import { unescapeOoxml } from './cell-text';
import type { XmlHandler } from './xml-tokens';
import { createXmlTokens, unescapeXml } from './xml-tokens';

export interface SharedStrings {
  readonly count: number;
  /** Empty for an index that does not exist. */
  at(index: number): string;
}

export interface StringStore extends SharedStrings {
  add(text: string): void;
}

const PAGE_BYTES = 4 * 1024 * 1024;
const FIRST_OFFSETS = 65_536;

/** Strings as UTF-8 in pages of 4 MB; a string never spans two pages, a string longer than a page gets its own. */
export function createStringStore(limit: number): StringStore {
  const pages: Buffer[] = [];
  let offsets = new Float64Array(FIRST_OFFSETS);
  let lengths = new Uint32Array(FIRST_OFFSETS);
  let count = 0;
  let used = PAGE_BYTES;
  let total = 0;
  const room = (bytes: number): void => {
    const last = pages.at(-1);
    if (last && used + bytes <= last.length) return;
    pages.push(Buffer.allocUnsafeSlow(Math.max(PAGE_BYTES, bytes)));
    used = 0;
  };
  return {
    get count() {
      return count;
    },
    add(text) {
      const bytes = Buffer.byteLength(text);
      total += bytes;
      if (total > limit) throw new FileRefused('import.file-too-large', { what: 'strings', limit });
      room(bytes);
      if (count === offsets.length) {
        offsets = grown(offsets, new Float64Array(count * 2));
        lengths = grown(lengths, new Uint32Array(count * 2));
      }
      offsets[count] = (pages.length - 1) * PLACE + used;
      lengths[count] = bytes;
      pages.at(-1)?.write(text, used, 'utf8');
      used += bytes;
      count += 1;
    },
    at(index) {
      const place = offsets[index];
      if (place === undefined || index >= count) return '';
      const from = place % PLACE;
      return pages[Math.floor(place / PLACE)]?.toString('utf8', from, from + (lengths[index] ?? 0)) ?? '';
    },
  };
}

/** Page number and offset in one float: an offset stays below 2^32. */
const PLACE = 2 ** 32;

function grown<T extends Float64Array | Uint32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

/** Reads `sharedStrings.xml`; runs of rich text are joined, phonetic guides are left out. */
export async function readSharedStrings(pieces: AsyncGenerator<Buffer>, limits: ImportLimits): Promise<SharedStrings> {
  const store = createStringStore(limits.sharedStringBytes);
  const decoder = new TextDecoder('utf-8');
  const tokens = createXmlTokens(stringHandler(store, limits.cellLength));
  for await (const piece of pieces) tokens.push(decoder.decode(piece, { stream: true }));
  tokens.push(decoder.decode());
  tokens.end();
  return store;
}

function stringHandler(store: StringStore, longest: number): XmlHandler {
  let text = '';
  let inText = false;
  let inGuide = false;
  return {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inGuide = true;
    },
    close(name) {
      if (name === 'si') store.add(unescapeOoxml(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inGuide = false;
    },
    text(piece) {
      // One unit beyond the longest cell is enough for the row to be rejected as too long.
      if (inText && !inGuide && text.length <= longest) text += unescapeXml(piece);
    },
  };
}
