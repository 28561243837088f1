// A package under a passphrase: each file is an age file beside its name (`csv/party.csv.age`), what the page loads is a script that
// holds one, and only the page, the word for a stranger and the locked key are open. Opened again for a drill, into a store.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startSealing, type BytesThrough, type Sealing } from '../../../files';
import { folderStore, gatheredFile, type PackageFile, type PackageStore, type PackageTarget } from './store';

/** The package's own key under the passphrase: `age -d` opens it. */
export const keyFile = 'key.age';
const SEALED = '.age';
const openFiles: ReadonlySet<string> = new Set(['README.txt', 'reader.html', keyFile]);
const isScript = (path: string): boolean => path.startsWith('reader/');

/** Each file is sealed while it is written; between steps `settled` is to be awaited, so that nothing gathers in memory. */
export function sealedPackage(folder: string, seal: BytesThrough): PackageTarget {
  const under = folderStore(folder);
  const running = new Set<Sealing>();
  return {
    create(path) {
      if (openFiles.has(path)) return under.create(path);
      const file = isScript(path) ? scriptFile(under.create(path), path) : under.create(path + SEALED);
      const sealing = startSealing(file, seal, () => running.delete(sealing));
      running.add(sealing);
      return gatheredFile(path, sealing);
    },
    async settled() {
      for (const sealing of running) await sealing.settled();
    },
  };
}

/** `diwan("s","reader/…","…");` with the age file in base64: a page on a disk can load scripts and nothing else. */
function scriptFile(script: PackageFile, path: string): PackageFile {
  const rest: { bytes: Buffer } = { bytes: Buffer.alloc(0) };
  script.write(scriptHead(path));
  return {
    write(piece) {
      const bytes = Buffer.concat([rest.bytes, Buffer.from(piece)]);
      const whole = bytes.length - (bytes.length % 3);
      script.write(bytes.subarray(0, whole).toString('base64'));
      rest.bytes = bytes.subarray(whole);
    },
    end() {
      script.write(`${rest.bytes.toString('base64')}${scriptTail}`);
      return script.end();
    },
    abandon: () => script.abandon(),
  };
}

const scriptHead = (path: string): string => `diwan("s",${JSON.stringify(path)},"`;
const scriptTail = '");\n';

/**
 * Opens every file of a sealed package into `store`; what cannot be opened ends there where the damage begins. Answers after each file
 * how many of them are open.
 * With `consumed` the sealed files are removed on the way.
 */
export async function* openSealed(
  folder: string,
  store: PackageStore,
  { unseal, consumed }: { readonly unseal: BytesThrough; readonly consumed: boolean },
): AsyncGenerator<{ readonly done: number; readonly total: number }> {
  const sealed = folderStore(folder);
  const paths = sealed.list();
  for (const [at, path] of paths.entries()) {
    if (openFiles.has(path)) copy(sealed.pieces(path), store.create(path));
    else if (isScript(path)) await open(scriptPieces(sealed, path), store.create(path), unseal);
    else if (path.endsWith(SEALED))
      await open(sealed.pieces(path), store.create(path.slice(0, -SEALED.length)), unseal);
    if (consumed) rmSync(join(folder, path));
    yield { done: at + 1, total: paths.length };
  }
}

function copy(pieces: Iterable<Uint8Array>, file: PackageFile): void {
  for (const piece of pieces) file.write(piece);
  file.end();
}

async function open(pieces: Iterable<Uint8Array>, file: PackageFile, unseal: BytesThrough): Promise<void> {
  try {
    for await (const piece of await unseal(streamOf(pieces))) file.write(piece);
  } catch (error) {
    // The library says by throwing that a piece is not as it was sealed; the hash of what there is says so to the drill.
    if (!(error instanceof Error) || 'code' in error) throw error;
  }
  file.end();
}

function streamOf(pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const rest = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const next = rest.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

/** A script is as large as some hundred parties. */
function* scriptPieces(sealed: PackageStore, path: string): Generator<Uint8Array> {
  const text = Buffer.concat([...sealed.pieces(path)]).toString('latin1');
  yield Buffer.from(text.slice(scriptHead(path).length, -scriptTail.length), 'base64');
}
