// The head of a dBase table: how many records, how long, and where each field of a record lies.
// Sources: dBase III+/IV file structure, Visual FoxPro table file structure (Microsoft), dBase 7 (dBASE Inc. knowledge base).

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { ByteFile } from '../text/byte-file';
import type { TextEncoding } from '../text/encoding';

export type DbfField = {
  readonly name: string;
  /** C text, N and F numbers in digits, D date, L yes or no, M memo, I B Y T numbers and times in binary; others are left out. */
  readonly type: string;
  /** Offset in the record, behind the mark of deletion. */
  readonly offset: number;
  readonly length: number;
};

export type DbfHeader = {
  readonly version: number;
  readonly records: number;
  readonly headerBytes: number;
  readonly recordBytes: number;
  readonly fields: readonly DbfField[];
  /** What the table says of its letters; null when it says nothing. */
  readonly encoding: TextEncoding | null;
};

/** Version bytes of dBase III to 7, FoxBASE+, FoxPro and Visual FoxPro. */
export const DBF_VERSIONS: ReadonlySet<number> = new Set([
  0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8c, 0x8e, 0xcb, 0xe5, 0xf5, 0xfb,
]);
const DBASE7 = new Set([0x04, 0x8c]);
const HEAD_END = 0x0d;
const LEAST_HEAD = 33;

/** Language driver bytes; the others are left to the guess. */
const ENCODINGS: Readonly<Record<number, TextEncoding>> = {
  0x01: 'cp437',
  0x02: 'cp850',
  0x03: 'windows-1252',
  0x1b: 'cp437',
  0x37: 'cp850',
  0x57: 'windows-1252',
  0x58: 'windows-1252',
  0x59: 'windows-1252',
  0x7e: 'windows-1256',
  0x8e: 'cp720',
  0xf0: 'utf-8',
};
/** Written by programs that use the code page of Windows without asking which it is. */
const SAYS_ONLY_WINDOWS = new Set([0x03, 0x57]);

/** Whether the first bytes are those of a table: its version, sensible dates and sizes, and fields that end where it says. */
export function looksLikeDbf(head: Buffer, fileBytes: number): boolean {
  if (head.length < LEAST_HEAD || !DBF_VERSIONS.has(head[0] ?? 0)) return false;
  const [month, day, headerBytes] = [head[2] ?? 0, head[3] ?? 0, head.readUInt16LE(8)];
  if (month > 12 || day > 31 || headerBytes < LEAST_HEAD || headerBytes > fileBytes) return false;
  const recordBytes = head.readUInt16LE(10);
  const field = DBASE7.has(head[0] ?? 0) ? 68 : 32;
  return recordBytes > 0 && /^[\p{L}_][\p{L}\p{N}_:]*$/u.test(nameAt(head, field, 11));
}

export async function readDbfHeader(file: ByteFile, limits: ImportLimits): Promise<DbfHeader> {
  const head = await file.read(0, 32);
  if (head.length < 32) throw new FileRefused('import.damaged', { what: 'header' });
  const version = head[0] ?? 0;
  const headerBytes = head.readUInt16LE(8);
  const recordBytes = head.readUInt16LE(10);
  if (headerBytes > file.size || recordBytes === 0) throw new FileRefused('import.damaged', { what: 'header' });
  const header = await file.read(0, headerBytes);
  const fields = DBASE7.has(version) ? fieldsOf(header, DBASE7_LAYOUT) : fieldsOf(header, LAYOUT);
  if (fields.length === 0 || fields.length > limits.columns)
    throw new FileRefused('import.damaged', { what: 'fields' });
  if (fields.some((field) => field.offset + field.length > recordBytes))
    throw new FileRefused('import.damaged', { what: 'record length' });
  const present = Math.floor((file.size - headerBytes) / recordBytes);
  const language = head[29] ?? 0;
  return {
    version,
    // A table that was not closed says fewer records than it has; one that was cut says more.
    records: Math.min(present, Math.max(head.readUInt32LE(4), 0)),
    headerBytes,
    recordBytes,
    fields: fields.filter((field) => READ_TYPES.has(field.type)),
    encoding: SAYS_ONLY_WINDOWS.has(language) ? null : (ENCODINGS[language] ?? null),
  };
}

const READ_TYPES = new Set(['C', 'V', 'N', 'F', 'D', 'L', 'M', 'I', '+', 'B', 'O', 'Y', 'T', '@']);

type Layout = {
  readonly first: number;
  readonly step: number;
  readonly name: number;
  readonly type: number;
  readonly length: number;
};
const LAYOUT: Layout = { first: 32, step: 32, name: 11, type: 11, length: 16 };
const DBASE7_LAYOUT: Layout = { first: 68, step: 48, name: 32, type: 32, length: 33 };

function fieldsOf(header: Buffer, { first, step, name, type, length }: Layout): DbfField[] {
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = first; at + step <= header.length && header[at] !== HEAD_END; at += step) {
    const kind = String.fromCharCode(header[at + type] ?? 0);
    // Clipper and FoxPro keep the high byte of a long text where the decimals of a number stand.
    const bytes = kind === 'C' ? header.readUInt16LE(at + length) : (header[at + length] ?? 0);
    fields.push({ name: nameAt(header, at, name), type: kind, offset, length: bytes });
    offset += bytes;
  }
  return fields;
}

function nameAt(header: Buffer, at: number, length: number): string {
  const bytes = header.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return bytes.toString('latin1', 0, end < 0 ? bytes.length : end).trim();
}
