// What a program asked of the disk, in order, as strace saw it: for playing power cuts with it.

import { readFileSync } from 'node:fs';

/** One request to the disk. `began` is how many requests had ended when it began: a sync covers only what had. */
export type DiskRequest =
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly file: number; readonly size: number }
  | { readonly kind: 'sync'; readonly file: number; readonly began: number }
  /** Names are paths below the base's folder. */
  | { readonly kind: 'name'; readonly name: string; readonly file: number }
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly name: string }
  /** The names in one folder, `''` for the base's own. */
  | { readonly kind: 'sync-names'; readonly folder: string; readonly began: number }
  /** The program told its client something on standard output. */
  | { readonly kind: 'said'; readonly text: string };

const CALLS = 'openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,mkdir';

/** To put before a program whose requests are to be written into `output`. */
export const tracedInto = (output: string): readonly string[] =>
  ['strace', '-f', '-qq', '-y', '-x', '-s', '4000000', '-e', `trace=${CALLS}`, '-e', 'signal=none', '-o', output]; // prettier-ignore

/**
 * The requests that touch what lies in `folder` itself and in its folder of sealed files, and what was said. Files that are there at the start are `before`, numbered
 * by their place in it. Throws for a request it does not know.
 */
export function readTrace(output: string, folder: string, before: readonly string[]): DiskRequest[] {
  const reader = new Reader(folder, before);
  const halves = new Map<string, { text: string; began: number }>();
  for (const line of readFileSync(output, 'latin1').split('\n')) {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(call);
    if (unfinished !== null) {
      halves.set(thread, { text: unfinished[1]!, began: reader.requests.length });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call);
    const half = resumed === null ? undefined : halves.get(thread);
    if (resumed === null) reader.take(call, reader.requests.length);
    else if (half !== undefined) reader.take(half.text + resumed[1]!, half.began);
  }
  return reader.requests;
}

/** The arguments of a call that succeeded: its strings unescaped, the path of its handle, its last number. */
interface Call {
  readonly what: string;
  readonly strings: readonly Buffer[];
  readonly handle: string;
  readonly path: string;
  readonly last: number;
  readonly rest: string;
}

class Reader {
  readonly requests: DiskRequest[] = [];
  readonly #folder: string;
  readonly #names: Map<string, number>;
  /** Paths of the folders that count. */
  readonly #folders: Set<string>;
  /** Where the next plain write to a file goes. */
  readonly #ends = new Map<number, number>();
  #files: number;

  constructor(folder: string, before: readonly string[]) {
    this.#folder = folder;
    this.#folders = new Set([folder]);
    this.#names = new Map(before.map((name, file) => [name, file]));
    this.#files = before.length;
  }

  take(text: string, began: number): void {
    const call = takenApart(text);
    if (call === null) return;
    const { what, strings } = call;
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = strings;
    if (what === 'write' && call.handle === '1') this.requests.push({ kind: 'said', text: first.toString() });
    else if (what === 'openat') this.#open(first.toString(), call.rest);
    else if (what === 'rename') this.#rename(first.toString(), second.toString());
    else if (what === 'unlink') this.#remove(first.toString());
    else if (what === 'mkdir') this.#makeFolder(first.toString());
    else if (what.endsWith('sync') && this.#folders.has(call.path))
      this.requests.push({ kind: 'sync-names', folder: call.path.slice(this.#folder.length + 1), began });
    else this.#touch(call, began);
  }

  #touch({ what, strings, path, last }: Call, began: number): void {
    const file = this.#fileOf(path);
    if (file === undefined) return;
    if (what === 'ftruncate') this.requests.push({ kind: 'cut', file, size: last });
    else if (what.endsWith('sync')) this.requests.push({ kind: 'sync', file, began });
    else if (what === 'write' || what === 'pwrite64') {
      const bytes = strings[0]!;
      const at = what === 'write' ? (this.#ends.get(file) ?? 0) : last;
      this.#ends.set(file, at + bytes.length);
      this.requests.push({ kind: 'write', file, at, bytes });
    } else throw new Error(`a request nobody expected: ${what} ${path}`);
  }

  #open(path: string, flags: string): void {
    const name = this.#nameIn(path);
    if (name === null || !flags.includes('O_CREAT')) return;
    const known = this.#names.get(name);
    if (known !== undefined) {
      if (flags.includes('O_TRUNC')) this.requests.push({ kind: 'cut', file: known, size: 0 });
      return;
    }
    const file = this.#files;
    this.#files += 1;
    this.#names.set(name, file);
    this.requests.push({ kind: 'name', name, file });
  }

  #rename(fromPath: string, toPath: string): void {
    const [from, to] = [this.#nameIn(fromPath), this.#nameIn(toPath)];
    const file = this.#fileOf(fromPath);
    if (from === null || to === null || file === undefined) return;
    this.#names.delete(from);
    this.#names.set(to, file);
    this.requests.push({ kind: 'rename', from, to });
  }

  #remove(path: string): void {
    const name = this.#nameIn(path);
    if (name === null || !this.#names.delete(name)) return;
    this.requests.push({ kind: 'remove', name });
  }

  #fileOf(path: string): number | undefined {
    const name = this.#nameIn(path);
    return name === null ? undefined : this.#names.get(name);
  }

  #makeFolder(path: string): void {
    const name = this.#nameIn(path);
    if (name === null || !/^blobs(?:\/|$)/.test(name)) return;
    this.#folders.add(path);
    this.requests.push({ kind: 'folder', name });
  }

  #nameIn(path: string): string | null {
    const name = path.startsWith(`${this.#folder}/`) ? path.slice(this.#folder.length + 1) : '';
    return name !== '' && (!name.includes('/') || name.startsWith('blobs/')) ? name : null;
  }
}

function takenApart(text: string): Call | null {
  const [, what = '', rest = ''] = /^(\w+)\((.*)\) += [^-].*$/s.exec(text) ?? [];
  if (what === '') return null;
  const [, handle = '', path = ''] = /^(\d+)<(.*?)>/s.exec(rest) ?? [];
  const strings = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map((found) => bytesOf(found[1]!));
  return { what, strings, handle, path, last: Number(rest.slice(rest.lastIndexOf(',') + 1)), rest };
}

const SHORT: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', v: '\v', f: '\f', '"': '"', '\\': '\\' };

/** The bytes of a string as strace writes it. */
function bytesOf(text: string): Buffer {
  if (!text.includes('\\')) return Buffer.from(text, 'latin1');
  const plain = text.replaceAll(/\\(x[0-9a-f]{2}|[0-7]{1,3}|.)/gs, (_, escape: string) =>
    escape.startsWith('x')
      ? String.fromCharCode(parseInt(escape.slice(1), 16))
      : /^[0-7]/.test(escape)
        ? String.fromCharCode(parseInt(escape, 8))
        : (SHORT[escape] ?? escape),
  );
  return Buffer.from(plain, 'latin1');
}
