// Seals the files inside the rows of one batch before the batch is committed: their content comes piece by piece from the process that
// reads the file and is nowhere in plain. Cut off before the commit, the sealed files are nobody's, and the sweep takes them away.

import { ok, type Failure, type Result } from '@shared/core/result';
import type { Sealed } from '../../blobs';
import type { ReadDb } from '../../db';
import type { EnclosedFile, Parser, ReadSettings, SourceRow } from '../../import';
import type { EnclosedFiles } from '../attachments';

/** By row, and by the number of the file in it. Those whose content is not what their row said are left out. */
export type SealedFiles = ReadonlyMap<number, ReadonlyMap<number, Sealed>>;

export interface FileSealing {
  readonly parser: Pick<Parser, 'openFiles'>;
  readonly path: string;
  readonly settings: ReadSettings;
  readonly files: EnclosedFiles;
  readonly db: ReadDb;
  /** The import's id. */
  readonly tag: string;
  /** By row, the numbers of the files to seal. */
  readonly wanted: ReadonlyMap<number, readonly number[]>;
  readonly isStopped: () => boolean;
}

export const sealedOf = (sealed: SealedFiles): Sealed[] => [...sealed.values()].flatMap((files) => [...files.values()]);

/** What is sealed already when it fails is discarded. Stopped, fewer are sealed than there are. */
export async function sealFiles(
  rows: readonly SourceRow[],
  sealing: FileSealing,
): Promise<Result<SealedFiles, Failure>> {
  const sealed = new Map<number, Map<number, Sealed>>();
  try {
    for (const { row, files = [], at } of rows) {
      const wanted = sealing.wanted.get(row) ?? [];
      if (at === undefined || wanted.length === 0 || sealing.isStopped()) continue;
      const ofRow = new Map<number, Sealed>();
      sealed.set(row, ofRow);
      await sealRow({ at, files, wanted }, ofRow, sealing);
    }
    return ok(sealed);
  } catch (error) {
    sealing.files.discard(sealing.db, sealedOf(sealed));
    if (error instanceof NotGiven) return { ok: false, error: error.failure };
    throw error;
  }
}

/** The parser could not give the content. */
class NotGiven extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

interface RowToSeal {
  readonly at: string;
  readonly files: readonly EnclosedFile[];
  readonly wanted: readonly number[];
}

async function sealRow(
  { at, files, wanted }: RowToSeal,
  sealed: Map<number, Sealed>,
  { parser, path, settings, files: store, db, tag, isStopped }: FileSealing,
): Promise<void> {
  const given = orThrow(await parser.openFiles(path, settings, { at, files: wanted }));
  const next = async () => orThrow(await given.next());
  for (let piece = await next(); piece !== null && !isStopped(); piece = await next()) {
    const told = files[piece.file];
    if (told === undefined || sealed.has(piece.file)) throw new NotGiven({ code: 'import.parser-died' });
    const one = await store.seal(contentFrom(piece, next, told.bytes), tag);
    const isAsTold = one.bytes === told.bytes && one.digest === told.digest;
    if (isAsTold) sealed.set(piece.file, one);
    else store.discard(db, [one]);
  }
  await given.close();
}

type GivenPiece = { readonly file: number; readonly bytes: Buffer; readonly last: boolean };

/** The parser met a foreign file: more than it announced is not taken. */
async function* contentFrom(
  first: GivenPiece,
  next: () => Promise<GivenPiece | null>,
  bytes: number,
): AsyncGenerator<Buffer> {
  let total = 0;
  for (let piece: GivenPiece | null = first; piece !== null && piece.file === first.file; piece = await next()) {
    total += piece.bytes.length;
    if (total > bytes) throw new NotGiven({ code: 'import.file-changed' });
    yield piece.bytes;
    if (piece.last) return;
  }
  throw new NotGiven({ code: 'import.file-changed' });
}

function orThrow<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new NotGiven(result.error);
}
