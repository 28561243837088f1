// Reads the entries of a ZIP archive from disk one by one under caps, so that a bomb or a torn archive is a typed refusal.
// Layout: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.14-16 (end records, ZIP64).

import { createInflateRaw } from 'node:zlib';
import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { ByteFile } from '../text/byte-file';

type Entry = { method: number; flags: number; packed: number; unpacked: number; headerAt: number };

export interface ZipArchive {
  has(name: string): boolean;
  names(): string[];
  /** Unpacked bytes the directory states; a lie is found while unpacking. */
  sizeOf(name: string): number;
  /** The entry's bytes in pieces. */
  stream(name: string): AsyncGenerator<Buffer>;
  /** A small entry whole; refused above `limit` bytes. */
  whole(name: string, limit: number): Promise<Buffer>;
}

const END_RECORD = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_END = 65_557;
const LARGEST_DIRECTORY = 32 * 1024 * 1024;
const PIECE_BYTES = 128 * 1024;
const SMALL_ENTRY_BYTES = 1024 * 1024;

export async function openZipArchive(file: ByteFile, limits: ImportLimits): Promise<ZipArchive> {
  const entries = await readDirectory(file, limits);
  const find = (name: string): Entry => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) throw new FileRefused('import.damaged', { missing: name });
    return entry;
  };
  const stream = (name: string): AsyncGenerator<Buffer> => unpack(file, find(name), limits);
  return {
    has: (name) => entries.has(name.toLowerCase()),
    names: () => [...entries.keys()],
    sizeOf: (name) => find(name).unpacked,
    stream,
    async whole(name, limit) {
      const pieces: Buffer[] = [];
      let size = 0;
      for await (const piece of stream(name)) {
        size += piece.length;
        if (size > limit) throw new FileRefused('import.archive-suspicious', { part: name, limit });
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    },
  };
}

async function readDirectory(file: ByteFile, limits: ImportLimits): Promise<Map<string, Entry>> {
  const { at, size, count } = await findDirectory(file);
  if (count > limits.archiveEntries || size > LARGEST_DIRECTORY)
    throw new FileRefused('import.archive-suspicious', { entries: count });
  const bytes = await file.read(at, size);
  const entries = new Map<string, Entry>();
  let total = 0;
  let offset = 0;
  while (offset + 46 <= bytes.length && bytes.readUInt32LE(offset) === DIRECTORY_ENTRY) {
    const nameLength = bytes.readUInt16LE(offset + 28);
    const extraLength = bytes.readUInt16LE(offset + 30);
    const name = bytes.toString('utf8', offset + 46, offset + 46 + nameLength).replaceAll('\\', '/');
    const extra = bytes.subarray(offset + 46 + nameLength, offset + 46 + nameLength + extraLength);
    const entry = readEntry(bytes, offset, extra);
    total += entry.unpacked;
    if (total > limits.unpackedBytes || entries.size >= limits.archiveEntries)
      throw new FileRefused('import.archive-suspicious', { unpacked: total });
    entries.set(name.toLowerCase(), entry);
    offset += 46 + nameLength + extraLength + bytes.readUInt16LE(offset + 32);
  }
  if (entries.size === 0) throw new FileRefused('import.damaged', { what: 'empty archive' });
  return entries;
}

async function findDirectory(file: ByteFile): Promise<{ at: number; size: number; count: number }> {
  const tailAt = Math.max(0, file.size - LONGEST_END);
  const tail = await file.read(tailAt, LONGEST_END);
  for (let index = tail.length - 22; index >= 0; index -= 1) {
    if (tail.readUInt32LE(index) !== END_RECORD) continue;
    const found = {
      count: tail.readUInt16LE(index + 10),
      size: tail.readUInt32LE(index + 12),
      at: tail.readUInt32LE(index + 16),
    };
    const wide = found.at === 0xffffffff || found.size === 0xffffffff || found.count === 0xffff;
    const directory = wide && index >= 20 ? await findWideDirectory(file, tail.subarray(index - 20, index)) : found;
    if (directory.at + directory.size > file.size) throw new FileRefused('import.damaged', { what: 'directory' });
    return directory;
  }
  throw new FileRefused('import.damaged', { what: 'archive end' });
}

async function findWideDirectory(
  file: ByteFile,
  locator: Buffer,
): Promise<{ at: number; size: number; count: number }> {
  if (locator.readUInt32LE(0) !== ZIP64_LOCATOR) throw new FileRefused('import.damaged', { what: 'zip64 locator' });
  const record = await file.read(safe(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== ZIP64_END)
    throw new FileRefused('import.damaged', { what: 'zip64 end' });
  return {
    count: safe(record.readBigUInt64LE(32)),
    size: safe(record.readBigUInt64LE(40)),
    at: safe(record.readBigUInt64LE(48)),
  };
}

function readEntry(bytes: Buffer, offset: number, extra: Buffer): Entry {
  const entry = {
    flags: bytes.readUInt16LE(offset + 8),
    method: bytes.readUInt16LE(offset + 10),
    packed: bytes.readUInt32LE(offset + 20),
    unpacked: bytes.readUInt32LE(offset + 24),
    headerAt: bytes.readUInt32LE(offset + 42),
  };
  const wide = zip64Field(extra);
  if (!wide) return entry;
  let at = 0;
  for (const name of ['unpacked', 'packed', 'headerAt'] as const) {
    if (entry[name] !== 0xffffffff || at + 8 > wide.length) continue;
    entry[name] = safe(wide.readBigUInt64LE(at));
    at += 8;
  }
  return entry;
}

function zip64Field(extra: Buffer): Buffer | null {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

function safe(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new FileRefused('import.damaged', { what: 'zip64 number' });
  return Number(value);
}

async function* unpack(file: ByteFile, entry: Entry, limits: ImportLimits): AsyncGenerator<Buffer> {
  if ((entry.flags & 1) === 1) throw new FileRefused('import.encrypted');
  const header = await file.read(entry.headerAt, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER)
    throw new FileRefused('import.damaged', { what: 'entry header' });
  const begin = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const pieces = packedPieces(file, begin, entry.packed);
  const source = entry.method === 0 ? pieces : entry.method === 8 ? inflated(pieces) : null;
  if (!source) throw new FileRefused('import.format-unknown', { compression: entry.method });
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > limits.unpackedBytes || (size > SMALL_ENTRY_BYTES && size > entry.packed * limits.archiveRatio))
      throw new FileRefused('import.archive-suspicious', { unpacked: size, packed: entry.packed });
    yield piece;
  }
}

async function* packedPieces(file: ByteFile, begin: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; done += PIECE_BYTES) {
    const piece = await file.read(begin + done, Math.min(PIECE_BYTES, length - done));
    if (piece.length === 0) throw new FileRefused('import.damaged', { what: 'archive cut short' });
    yield piece;
  }
}

async function* inflated(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  const feeding = feed(pieces, inflate);
  try {
    for await (const piece of inflate) yield piece as Buffer;
    await feeding;
  } finally {
    inflate.destroy();
  }
}

/** Writes the packed pieces with back-pressure; an error of the reader or of the data ends the inflater and so its consumer. */
async function feed(pieces: AsyncGenerator<Buffer>, inflate: ReturnType<typeof createInflateRaw>): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (inflate.destroyed) return;
      if (!inflate.write(piece)) await drained(inflate);
    }
    inflate.end();
  } catch (error) {
    inflate.destroy(error instanceof Error ? error : new Error('unreadable archive'));
  }
}

function drained(inflate: ReturnType<typeof createInflateRaw>): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      inflate.off('drain', settle).off('close', settle).off('error', settle);
      resolve();
    };
    inflate.once('drain', settle).once('close', settle).once('error', settle);
  });
}
