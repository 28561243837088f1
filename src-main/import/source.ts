// One shape for everything a file can give, so that preview, dry run and import never ask which format they read.

import type { VcardRecord } from '@shared/features/imports/mapping/vcard-record';

/** Why the parser itself cannot vouch for a row; the engine rejects such rows with this reason. */
export type RowProblem =
  | 'cell-too-long'
  | 'too-many-columns'
  | 'row-too-long'
  | 'quote-not-closed'
  | 'stray-quote'
  | 'undecodable'
  | 'card-not-ended'
  | 'bad-json'
  | 'record-damaged';

/** Why a file inside a record cannot be taken; the engine adds reasons of its own. */
export type FileProblem = 'attachment-damaged' | 'too-many-attachments';

/** A file that lies inside a record: what its record calls it, its size in bytes and the SHA-256 of its content in hex. */
export type EnclosedFile = {
  readonly name: string;
  readonly bytes: number;
  readonly digest: string;
  readonly problem?: FileProblem;
};

/** `at`: the place where the record begins, by which the content of its files is asked for. */
type Enclosing = { readonly files?: EnclosedFile[]; readonly at?: string };

/** `row` is the number a person sees: the record's place in the file from 1, heading included, as a spreadsheet would number it. */
export type TabularRow = { readonly row: number; readonly cells: string[]; readonly problem?: RowProblem } & Enclosing;
export type CardRow = { readonly row: number; readonly card: VcardRecord; readonly problem?: RowProblem } & Enclosing;
export type SourceRow = TabularRow | CardRow;

/** Where to go on: `row` is the last row already given, `at` is opaque to everyone but the reader that made it. */
export type Checkpoint = { readonly row: number; readonly at: string };

export type Position = { readonly checkpoint: Checkpoint; readonly bytesRead: number; readonly bytesTotal: number };

/** A reader in the middle of a file. `rows()` is one pass; `position()` belongs to the row given last. */
export interface RecordSource {
  /** Names of the columns, for formats whose records name their own parts; such files have no heading row. */
  readonly columns?: readonly string[];
  rows(): AsyncIterableIterator<SourceRow>;
  position(): Position;
  close(): Promise<void>;
}

export function isCardRow(row: SourceRow): row is CardRow {
  return 'card' in row;
}
