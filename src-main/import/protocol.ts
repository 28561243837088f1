// The words spoken between the engine and the parser process; the engine believes nothing that does not fit these shapes.

import { z } from 'zod';
import { VcardRecord } from '@shared/features/imports/mapping/vcard-record';
import { IMPORT_FAILURE_CODES } from '@shared/features/imports/import-failures';
import { TEXT_ENCODINGS } from './text/encoding';

export const FILE_KINDS = ['csv', 'xlsx', 'ods', 'xls', 'vcard', 'ics', 'json', 'mail', 'dbf', 'chat'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What a person laid down about a file; whatever is left out is guessed. `headerRow`: true = there is one, false = none. */
export const ReadWishes = z.strictObject({
  format: z.enum(['csv', 'xlsx', 'vcard', 'ics', 'json', 'mail', 'dbf', 'chat']).optional(),
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  delimiter: z.string().length(1).optional(),
  sheet: z.union([z.string(), z.number().int().min(0)]).optional(),
  headerRow: z.boolean().optional(),
});
export type ReadWishes = z.infer<typeof ReadWishes>;

/** Everything needed to read the same rows again: kept by the engine with the import, so that resuming guesses nothing. */
export const ReadSettings = z.strictObject({
  kind: z.enum(FILE_KINDS),
  encoding: z.enum(TEXT_ENCODINGS),
  bomBytes: z.number().int().min(0).max(3),
  delimiter: z.string().length(1),
  quote: z.string().length(1),
  sheet: z.number().int().min(0),
  /** Row number of the heading, 0 when there is none; rows up to it are not data. */
  headerRow: z.number().int().min(0),
  /** Names of the columns of a JSON file, found once so that every reading puts a value into the same one. */
  columns: z.array(z.string()).max(1000).optional(),
});
export type ReadSettings = z.infer<typeof ReadSettings>;

export const SheetSummary = z.object({
  name: z.string(),
  index: z.number().int(),
  hidden: z.boolean(),
});

const RowProblemCode = z.enum([
  'cell-too-long',
  'too-many-columns',
  'row-too-long',
  'quote-not-closed',
  'stray-quote',
  'undecodable',
  'card-not-ended',
  'bad-json',
  'record-damaged',
]);

const FileShape = z.object({
  name: z.string().max(500),
  bytes: z.number().int().min(0),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  problem: z.enum(['attachment-damaged', 'too-many-attachments']).optional(),
});

const row = z.number().int().min(1);
const place = z.string().max(100);
const enclosed = { files: z.array(FileShape).max(1000).optional(), at: place.optional() };
export const RowShape = z.union([
  z.object({ row, cells: z.array(z.string()).max(1000), problem: RowProblemCode.optional(), ...enclosed }),
  z.object({ row, card: VcardRecord, problem: RowProblemCode.optional(), ...enclosed }),
]);

export const CheckpointShape = z.object({ row: z.number().int().min(0), at: place });

export const Inspection = z.object({
  settings: ReadSettings,
  bytes: z.number(),
  /** How sure the guess of the encoding is, 0…1; 1 when it was given or there is nothing to guess. */
  encodingConfidence: z.number(),
  delimiterConfidence: z.number(),
  sheets: z.array(SheetSummary),
  /** The heading's cells, or the names a format gives its columns; empty for vCards and files without a heading. */
  headers: z.array(z.string()),
  /** The first rows after the heading, long cells cut for showing. */
  rows: z.array(RowShape),
  /** Rows of data, heading excluded; null when the file does not say and counting would take long. */
  rowCount: z.object({ value: z.number().int().nullable(), exact: z.boolean() }),
});
export type Inspection = z.infer<typeof Inspection>;

export const Batch = z.object({
  rows: z.array(RowShape),
  /** Rows passed by this request; equals `rows.length` unless only counting was asked for. */
  count: z.number().int(),
  done: z.boolean(),
  checkpoint: CheckpointShape,
  bytesRead: z.number(),
  bytesTotal: z.number(),
});
export type Batch = z.infer<typeof Batch>;

/** Bytes of the file with this number in its record, in base64; null when there are no more files. */
export const Piece = z.object({
  piece: z.object({ file: z.number().int().min(0), bytes: z.base64().max(2_000_000), last: z.boolean() }).nullable(),
});
export type Piece = z.infer<typeof Piece>;

export const Opened = z.object({ handle: z.number().int() });
export const Closed = z.object({});

export const ParserRequest = z.discriminatedUnion('op', [
  z.strictObject({ id: z.number().int(), op: z.literal('inspect'), path: z.string(), wishes: ReadWishes }),
  z.strictObject({
    id: z.number().int(),
    op: z.literal('open'),
    path: z.string(),
    settings: ReadSettings,
    from: CheckpointShape.optional(),
  }),
  z.strictObject({
    id: z.number().int(),
    op: z.literal('next'),
    handle: z.number().int(),
    size: z.number().int().min(1).max(100_000),
    countOnly: z.boolean(),
  }),
  z.strictObject({
    id: z.number().int(),
    op: z.literal('openFiles'),
    path: z.string(),
    settings: ReadSettings,
    /** Where the record begins. */
    at: place,
    wanted: z.array(z.number().int().min(0)).max(1000),
  }),
  z.strictObject({ id: z.number().int(), op: z.literal('piece'), handle: z.number().int() }),
  z.strictObject({ id: z.number().int(), op: z.literal('close'), handle: z.number().int() }),
]);
export type ParserRequest = z.infer<typeof ParserRequest>;

export const ParserReply = z.union([
  z.object({ id: z.number().int(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    id: z.number().int(),
    ok: z.literal(false),
    error: z.object({ code: z.enum(IMPORT_FAILURE_CODES), details: z.record(z.string(), z.unknown()).optional() }),
  }),
]);
export type ParserReply = z.infer<typeof ParserReply>;
