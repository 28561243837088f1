// Writes a ZIP archive piece by piece, so that what is packed may be larger than memory. Synchronous, like all our writing of files.

import { constants, crc32, deflateRawSync } from 'node:zlib';
import { sinkOf, type ByteSink } from './byte-sink';

export interface ZipWriter {
  /** Begins an entry; what was begun before is ended. */
  begin(name: string): void;
  write(text: string): void;
  /** Ends the archive and brings it to the disk. */
  end(): void;
  /** Closes the file and leaves no trace. */
  abandon(): void;
}

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  packed: number;
  size: number;
}

/** Characters gathered before they are packed: enough to pack well, little enough to hold. */
const PIECE = 256 * 1024;
const DATA_DESCRIPTOR_AND_UTF8 = 0x0808;
const DEFLATED = 8;
const VERSION = 20;

export function openZipWriter(target: string | ByteSink): ZipWriter {
  const zip: Zip = { sink: sinkOf(target), at: 0, entries: [], open: null, text: '' };
  return {
    begin(name) {
      endEntry(zip);
      zip.open = { name: Buffer.from(name, 'utf8'), offset: zip.at, crc: 0, packed: 0, size: 0 };
      zip.entries.push(zip.open);
      put(zip, localHead(zip.open));
    },
    write(text) {
      zip.text += text;
      if (zip.text.length >= PIECE) pack(zip, constants.Z_SYNC_FLUSH);
    },
    end() {
      endEntry(zip);
      const from = zip.at;
      for (const entry of zip.entries) put(zip, directoryEntry(entry));
      put(zip, directoryEnd(zip.entries.length, { from, length: zip.at - from }));
      zip.sink.end();
    },
    abandon: () => zip.sink.abandon(),
  };
}

interface Zip {
  readonly sink: ByteSink;
  readonly entries: Entry[];
  at: number;
  open: Entry | null;
  text: string;
}

function put(zip: Zip, bytes: Uint8Array): void {
  zip.sink.write(bytes);
  zip.at += bytes.length;
}

/** Pieces flushed to a byte are one stream when they lie behind each other (RFC 1951 §3.2.4). */
function pack(zip: Zip, finishFlush: number): void {
  if (zip.open === null) return;
  const bytes = Buffer.from(zip.text, 'utf8');
  zip.text = '';
  const packed = deflateRawSync(bytes, { finishFlush });
  zip.open.crc = crc32(bytes, zip.open.crc);
  zip.open.size += bytes.length;
  zip.open.packed += packed.length;
  put(zip, packed);
}

function endEntry(zip: Zip): void {
  pack(zip, constants.Z_FINISH);
  if (zip.open !== null) put(zip, descriptor(zip.open));
  zip.open = null;
}

function localHead({ name }: Entry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(DATA_DESCRIPTOR_AND_UTF8, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(0x21, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

function directoryEntry({ name, offset, crc, packed, size }: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(DATA_DESCRIPTOR_AND_UTF8, 8);
  head.writeUInt16LE(DEFLATED, 10);
  head.writeUInt16LE(0x21, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

function directoryEnd(count: number, { from, length }: { from: number; length: number }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(from, 16);
  return end;
}
