// Lines of a transfer encoding back into bytes, as they come. What is decoded is never longer than its lines were: there is nothing to
// unpack. Sources: RFC 2045 §6.7 and §6.8; uuencode as POSIX describes it.

import { quotedPrintableBytes } from '../vcard/property-value';

export type TransferEncoding = 'base64' | 'quoted-printable' | 'uuencode' | 'none' | 'binary';

export interface LineDecoder {
  push(line: string): void;
  /** False when the encoding was broken or had no end. */
  end(): boolean;
}

/** `line`s hold one character per byte. */
export function createLineDecoder(encoding: TransferEncoding, write: (bytes: Uint8Array) => void): LineDecoder {
  if (encoding === 'base64') return base64Decoder(write);
  const gathered = gatherer(write);
  if (encoding === 'quoted-printable') return quotedDecoder(gathered);
  if (encoding === 'uuencode') return uuDecoder(gathered);
  return plainDecoder(gathered, encoding);
}

/** Divisible by four. */
const BASE64_AT_ONCE = 64 * 1024;

/** Whatever follows the padding is not of the file: lists put their footer there. */
function base64Decoder(write: (bytes: Uint8Array) => void): LineDecoder {
  const state = { pending: '', ended: false, whole: true };
  return {
    push(line) {
      if (state.ended) return;
      const text = line.replace(/\s+/g, '');
      const padding = text.indexOf('=');
      const letters = padding < 0 ? text : text.slice(0, padding);
      state.ended = padding >= 0;
      if (!/^[A-Za-z0-9+/]*$/.test(letters)) state.whole = false;
      state.pending += letters;
      if (state.pending.length < BASE64_AT_ONCE) return;
      const cut = state.pending.length - (state.pending.length % 4);
      write(Buffer.from(state.pending.slice(0, cut), 'base64'));
      state.pending = state.pending.slice(cut);
    },
    end() {
      if (state.pending.length % 4 === 1) state.whole = false;
      if (state.pending !== '') write(Buffer.from(state.pending, 'base64'));
      return state.whole;
    },
  };
}

/** The line break before the part's end belongs to the end. */
function quotedDecoder({ add, flush }: Gatherer): LineDecoder {
  const state = { broken: false };
  return {
    push(line) {
      const text = line.replace(/[ \t]+$/, '');
      const soft = text.endsWith('=');
      if (state.broken) add(LINE_BREAK);
      add(quotedPrintableBytes(soft ? text.slice(0, -1) : text));
      state.broken = !soft;
    },
    end() {
      flush();
      return true;
    },
  };
}

/** Bytes that are no text cannot be told from their line breaks once they were read as lines. */
function plainDecoder({ add, flush }: Gatherer, encoding: 'none' | 'binary'): LineDecoder {
  const state = { begun: false, whole: true };
  return {
    push(line) {
      if (state.begun) add(LINE_BREAK);
      state.begun = true;
      if (encoding === 'binary' && CONTROLS.test(line)) state.whole = false;
      add(Buffer.from(line, 'latin1'));
    },
    end() {
      flush();
      return state.whole;
    },
  };
}

const LINE_BREAK = Buffer.from('\r\n');
// oxlint-disable-next-line no-control-regex -- looking for control characters is the point.
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

export const UU_BEGIN = /^begin [0-7]{3,4} (\S.*)$/;

function uuDecoder({ add, flush }: Gatherer): LineDecoder {
  const state = { ended: false, whole: true, begun: false };
  return {
    push(line) {
      if (state.ended || line.trim() === '') return;
      if (!state.begun && UU_BEGIN.test(line)) return void (state.begun = true);
      state.begun = true;
      if (line.trimEnd() === 'end') return void (state.ended = true);
      const bytes = uuLine(line);
      if (bytes === null) state.whole = false;
      else add(bytes);
    },
    end() {
      flush();
      return state.whole && state.ended;
    },
  };
}

/** The bytes of one line, or null when it is none; programs cut blanks off at its end or add a letter of their own. */
export function uuLine(line: string): Buffer | null {
  if (!/^[\x20-\x60]+$/.test(line)) return null;
  const length = (line.charCodeAt(0) - 32) & 63;
  const letters = Math.ceil(length / 3) * 4;
  const written = line.length - 1;
  if (written > letters + 1 || written < Math.ceil((length * 4) / 3) - MOST_BLANKS_CUT) return null;
  const six = (at: number): number => ((at < line.length ? line.charCodeAt(at) : 32) - 32) & 63;
  const bytes = Buffer.alloc(letters);
  for (let at = 1, to = 0; at <= letters; at += 4, to += 3) {
    const four = (six(at) << 18) | (six(at + 1) << 12) | (six(at + 2) << 6) | six(at + 3);
    bytes.writeUIntBE(four, to, 3);
  }
  return bytes.subarray(0, length);
}

const MOST_BLANKS_CUT = 4;

interface Gatherer {
  add(bytes: Uint8Array): void;
  flush(): void;
}

const GATHERED = 64 * 1024;

function gatherer(write: (bytes: Uint8Array) => void): Gatherer {
  const state: { pieces: Uint8Array[]; length: number } = { pieces: [], length: 0 };
  const flush = (): void => {
    if (state.length > 0) write(Buffer.concat(state.pieces));
    state.pieces = [];
    state.length = 0;
  };
  return {
    flush,
    add(bytes) {
      state.pieces.push(bytes);
      state.length += bytes.length;
      if (state.length >= GATHERED) flush();
    },
  };
}
