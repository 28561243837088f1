// The file of long texts that lies beside a table: .dbt of dBase III and IV, .fpt of FoxPro.

import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { FileRefused } from '../failure';
import type { ByteFile } from '../text/byte-file';
import { openByteFile } from '../text/byte-file';

export interface MemoFile {
  /** Bytes of the memo that begins at a block; null when there is none there. */
  read(block: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

const EXTENSIONS = ['.fpt', '.dbt', '.smt'];
const DBASE3_BLOCK = 512;
const END_MARK = 0x1a;
const PIECE = 64 * 1024;

/** The table's namesake in its own folder, whatever its letters' case; null when there is none. */
export async function openMemoFile(tablePath: string, longest: number): Promise<MemoFile | null> {
  const stem = basename(tablePath, extname(tablePath)).toLowerCase();
  const folder = dirname(tablePath);
  const names = await readdir(folder);
  const found = EXTENSIONS.map((extension) => names.find((name) => name.toLowerCase() === stem + extension)).find(
    (name) => name !== undefined,
  );
  if (found === undefined) return null;
  const file = await openByteFile(join(folder, found));
  const isFoxPro = !found.toLowerCase().endsWith('.dbt');
  const head = await file.read(0, 24);
  if (head.length < 24) {
    await file.close();
    throw new FileRefused('import.damaged', { what: 'memo' });
  }
  const read = isFoxPro ? foxProMemo(file, head, longest) : dbaseMemo(file, head, longest);
  return { read, close: () => file.close() };
}

function foxProMemo(file: ByteFile, head: Buffer, longest: number): MemoFile['read'] {
  const block = head.readUInt16BE(6) || 1;
  return async (number) => {
    const mark = await file.read(number * block, 8);
    if (mark.length < 8) return null;
    return file.read(number * block + 8, Math.min(mark.readUInt32BE(4), longest));
  };
}

/** A block of dBase IV says its length behind `FF FF 08 00`; a memo of dBase III ends where its end mark stands. */
function dbaseMemo(file: ByteFile, head: Buffer, longest: number): MemoFile['read'] {
  const told = head.readUInt16LE(20);
  const isFourth = told >= DBASE3_BLOCK && told % DBASE3_BLOCK === 0 && head[16] !== 3;
  const block = isFourth ? told : DBASE3_BLOCK;
  return async (number) => {
    const mark = await file.read(number * block, 8);
    if (mark.length < 8) return null;
    if (mark.readUInt32BE(0) === 0xffff0800)
      return file.read(number * block + 8, Math.min(Math.max(mark.readUInt32LE(4) - 8, 0), longest));
    return untilEndMark(file, number * block, longest);
  };
}

async function untilEndMark(file: ByteFile, from: number, longest: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for (let length = 0; length < longest;) {
    const piece = await file.read(from + length, PIECE);
    const end = piece.indexOf(END_MARK);
    pieces.push(end < 0 ? piece : piece.subarray(0, end));
    if (end >= 0 || piece.length < PIECE) break;
    length += piece.length;
  }
  return Buffer.concat(pieces).subarray(0, longest);
}
