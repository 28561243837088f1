// Where a package lies: a folder that people carry away, or, for a drill, one database under a key that nobody keeps, so that no
// open text touches the disk. Written and read alike, piece by piece. `sealed-package.ts` is the folder under a passphrase.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '../../../db';
import { createSha256 } from '../../../keys';

export interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PackageFile {
  write(piece: string | Uint8Array): void;
  end(): PackedFile;
  /** Leaves no trace. */
  abandon(): void;
}

export interface PackageTarget {
  /** A new file; its folders are made on the way. */
  create(path: string): PackageFile;
  /** What was written is where it belongs; to be awaited between steps. Throws what went wrong meanwhile. */
  settled(): Promise<void>;
}

export interface PackageStore extends PackageTarget {
  has(path: string): boolean;
  /** The bytes of a file in pieces. */
  pieces(path: string): Iterable<Uint8Array>;
  list(): readonly string[];
}

const PIECE = 1024 * 1024;
/** UTF-16 units. */
const GATHERED = 256 * 1024;

export function folderStore(folder: string): PackageStore {
  return {
    create(path) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      const handle = openSync(target, 'wx', 0o600);
      return gatheredFile(path, {
        put: (bytes) => writeAll(handle, bytes),
        close() {
          fsyncSync(handle);
          closeSync(handle);
        },
        remove() {
          closeSync(handle);
          rmSync(target, { force: true });
        },
      });
    },
    settled: () => Promise.resolve(),
    has: (path) => existsSync(join(folder, path)),
    *pieces(path) {
      const handle = openSync(join(folder, path), 'r');
      try {
        const piece = Buffer.alloc(PIECE);
        for (;;) {
          const read = readSync(handle, piece, 0, PIECE, null);
          if (read === 0) return;
          yield Uint8Array.from(piece.subarray(0, read));
        }
      } finally {
        closeSync(handle);
      }
    },
    list: () => filesIn(folder, ''),
  };
}

function filesIn(root: string, below: string): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(root, path) : [path];
  });
}

/** In an open, empty database; whoever opened it closes and removes it. */
export function sealedStore(database: Database): PackageStore {
  database.exec(
    'create table file (path text not null, piece integer not null, bytes blob not null, primary key (path, piece))',
  );
  const insert = database.prepare('insert into file values (?, ?, ?)');
  const select = database.prepare('select bytes from file where path = ? and piece = ?').pluck();
  const remove = database.prepare('delete from file where path = ?');
  const paths = database.prepare('select distinct path from file order by path').pluck();
  return {
    create(path) {
      const at = { piece: 0 };
      return gatheredFile(path, {
        put(bytes) {
          insert.run(path, at.piece, bytes);
          at.piece += 1;
        },
        close() {
          if (at.piece === 0) insert.run(path, 0, Buffer.alloc(0));
        },
        remove: () => void remove.run(path),
      });
    },
    settled: () => Promise.resolve(),
    has: (path) => select.get(path, 0) !== undefined,
    *pieces(path) {
      for (let piece = 0; ; piece += 1) {
        const bytes = select.get(path, piece) as Uint8Array | undefined;
        if (bytes === undefined) return;
        yield bytes;
      }
    },
    list: () => paths.all() as string[],
  };
}

export interface Sink {
  put(bytes: Uint8Array): void;
  close(): void;
  remove(): void;
}

/** Gathers what is written into pieces worth writing, and hashes them on their way. */
export function gatheredFile(path: string, { put, close, remove }: Sink): PackageFile {
  const hash = createSha256();
  const file = { text: '', bytes: 0 };
  const pass = (bytes: Uint8Array): void => {
    hash.update(bytes);
    put(bytes);
    file.bytes += bytes.length;
  };
  const flush = (): void => {
    if (file.text !== '') pass(Buffer.from(file.text, 'utf8'));
    file.text = '';
  };
  return {
    write(piece) {
      if (typeof piece === 'string') {
        file.text += piece;
        if (file.text.length < GATHERED) return;
      }
      flush();
      if (typeof piece !== 'string') pass(piece);
    },
    end() {
      flush();
      close();
      return { path, bytes: file.bytes, sha256: hash.digest() };
    },
    abandon: remove,
  };
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
}

/** The text of a file in pieces, whole characters each. */
export function* textOf(store: PackageStore, path: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  for (const piece of store.pieces(path)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

export function hashOf(store: PackageStore, path: string): string {
  const hash = createSha256();
  for (const piece of store.pieces(path)) hash.update(piece);
  return hash.digest();
}
