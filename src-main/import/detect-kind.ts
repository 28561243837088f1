// Tells what a file is from its content, whatever its name claims, and refuses by kind what is no table and no address book.

import { chatHead } from './chat/chat-line';
import { looksLikeDbf } from './dbf/dbf-header';
import { FileRefused } from './failure';
import type { ImportLimits } from './limits';
import { MBOX_LINE } from './mail/mail-source';
import type { FileKind } from './protocol';
import { openZipArchive } from './sheets/zip-archive';
import type { ByteFile } from './text/byte-file';
import type { EncodingGuess } from './text/encoding';
import { guessEncoding } from './text/encoding';
import { blockDecoder } from './text/text-blocks';

const HEAD_BYTES = 64 * 1024;
const OLE_HEAD = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP_HEADS = new Set(['PK\u0003\u0004', 'PK\u0005\u0006']);
const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const SMALL_BYTES = 1024 * 1024;

export type Detected = { readonly kind: FileKind; readonly encoding: EncodingGuess };

const NO_TEXT: EncodingGuess = { encoding: 'utf-8', confidence: 1, bomBytes: 0 };

export async function detectKind(file: ByteFile, limits: ImportLimits): Promise<Detected> {
  if (file.size === 0) throw new FileRefused('import.empty');
  const head = await file.read(0, HEAD_BYTES);
  const archive = ZIP_HEADS.has(head.toString('latin1', 0, 4));
  if (archive || head.subarray(0, 8).equals(OLE_HEAD)) {
    checkSize(file, limits.sheetFileBytes);
    return { kind: archive ? await archiveKind(file, limits) : await compoundKind(file, head), encoding: NO_TEXT };
  }
  checkSize(file, limits.textFileBytes);
  if (looksLikeDbf(head, file.size)) return { kind: 'dbf', encoding: NO_TEXT };
  const encoding = await guessEncoding(file);
  return { kind: textKind(head, encoding), encoding };
}

function checkSize(file: ByteFile, limit: number): void {
  if (file.size > limit) throw new FileRefused('import.file-too-large', { bytes: file.size, limit });
}

async function archiveKind(file: ByteFile, limits: ImportLimits): Promise<FileKind> {
  const archive = await openZipArchive(file, limits);
  if (archive.has('mimetype') && archive.has('content.xml')) {
    const type = (await archive.whole('mimetype', SMALL_BYTES)).toString('latin1').trim();
    if (type !== ODS_TYPE && type !== `${ODS_TYPE}-template`)
      throw new FileRefused('import.format-unknown', { kind: 'opendocument' });
    const manifest = archive.has('META-INF/manifest.xml')
      ? await archive.whole('META-INF/manifest.xml', SMALL_BYTES)
      : Buffer.alloc(0);
    if (manifest.includes('encryption-data')) throw new FileRefused('import.encrypted');
    return 'ods';
  }
  const names = archive.names();
  if (names.some((name) => /(?:^|\/)workbook\d*\.xml$/.test(name))) return 'xlsx';
  throw new FileRefused('import.format-unknown', {
    kind: names.some((name) => name.endsWith('.bin') && name.startsWith('xl/')) ? 'xlsb' : 'zip',
  });
}

/** Compound files ([MS-CFB]): the names of the streams in the directory tell a locked XLSX from an old XLS. */
async function compoundKind(file: ByteFile, head: Buffer): Promise<FileKind> {
  const sectorBytes = 2 ** Math.min(12, Math.max(7, head.length >= 32 ? head.readUInt16LE(30) : 9));
  const directoryAt = head.length >= 52 ? (head.readUInt32LE(48) + 1) * sectorBytes : 0;
  const directory = directoryAt < file.size ? await file.read(directoryAt, 16 * 1024) : head;
  const holds = (name: string): boolean => directory.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) throw new FileRefused('import.encrypted');
  if (holds('Workbook') || holds('Book')) return 'xls';
  throw new FileRefused('import.format-unknown', { kind: 'compound' });
}

function textKind(head: Buffer, encoding: EncodingGuess): FileKind {
  const wide = encoding.encoding.startsWith('utf-16');
  if (!wide && looksBinary(head)) throw new FileRefused('import.format-unknown', { kind: 'binary' });
  const even = wide ? head.subarray(0, head.length - (head.length % 2)) : head;
  const text = blockDecoder(encoding.encoding)(even.subarray(encoding.bomBytes));
  if (text.trim() === '') throw new FileRefused('import.empty');
  const told = recordKind(text);
  if (told !== null) return told;
  if (/^\s*<(?:!doctype|html|\?xml|table|\w+:\w+)/i.test(text))
    throw new FileRefused('import.format-unknown', { kind: 'html' });
  if (/^(?:%PDF-|\{\\rtf)/.test(text)) throw new FileRefused('import.format-unknown', { kind: 'document' });
  return 'csv';
}

/** The kinds of text that say by their first lines what they are. */
function recordKind(text: string): FileKind | null {
  const opening = text.slice(0, 4000);
  if (/^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r?$/im.test(opening)) return 'vcard';
  if (/^\s*BEGIN\s*:\s*V(?:CALENDAR|EVENT|TODO|JOURNAL)\s*$/im.test(opening)) return 'ics';
  if (/^\s*(?:\{\s*"|\{\s*\}|\[\s*(?:\{|\[\s*"|\]))/.test(text)) return 'json';
  if (MBOX_LINE.test(text.split(/\r?\n/, 1)[0] ?? '') || isMessageHead(opening)) return 'mail';
  return chatHead(text.trimStart().split(/\r?\n/, 1)[0] ?? '') === null ? null : 'chat';
}

const HEADER_LINE = /^([!-9;-~]+):(?:[ \t]|$)/;
const MAIL_HEADERS = /^(?:from|to|date|subject|received|message-id|return-path|mime-version|delivered-to)$/i;

/** No table begins so: the type of what follows, or the version of MIME. */
const MIME_HEADER = /^(?:content-type:\s*[a-z]+\/|mime-version:\s*1\.0)/i;
const MULTIPART = /^content-type:\s*multipart\//i;

/** Header fields from the first line on (RFC 5322 §2.2): three such as every message has, or two where one is of MIME. */
function isMessageHead(opening: string): boolean {
  const told = { known: 0, mime: 0, parts: 0 };
  for (const line of opening.split(/\r?\n/)) {
    const name = HEADER_LINE.exec(line)?.[1];
    if (name === undefined && !/^[ \t]/.test(line)) break;
    if (MULTIPART.test(line)) told.parts += 1;
    if (MIME_HEADER.test(line)) told.mime += 1;
    else if (name !== undefined && MAIL_HEADERS.test(name)) told.known += 1;
  }
  return told.known >= 3 || (told.mime > 0 && told.known + told.mime >= 2) || told.parts > 0;
}

/** More than 1 % control bytes, or NULs beyond a stray few: no text a person exported. */
function looksBinary(head: Uint8Array): boolean {
  let control = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros += 1;
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1a) control += 1;
  }
  return control * 100 > head.length || zeros * 1000 > head.length;
}
