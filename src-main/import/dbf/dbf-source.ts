// Reads a dBase or FoxPro table as rows. Records are of one length, so beginning again is a seek; deleted ones are passed over.

import { FileRefused } from '../failure';
import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource, TabularRow } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { TextEncoding } from '../text/encoding';
import { guessEncodingOf, textDecoder } from '../text/encoding';
import type { DbfHeader } from './dbf-header';
import { readDbfHeader } from './dbf-header';
import type { FieldReading } from './dbf-values';
import { fieldText } from './dbf-values';
import type { MemoFile } from './memo-file';
import { openMemoFile } from './memo-file';

export type DbfSettings = {
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
};

const DELETED = 0x2a;
const END_OF_FILE = 0x1a;
const CHUNK_BYTES = 256 * 1024;
const SAMPLE_RECORDS = 2000;

export async function openDbfSource(file: ByteFile, settings: DbfSettings): Promise<RecordSource> {
  const header = await readDbfHeader(file, settings.limits);
  const { limits, from } = settings;
  if (header.records > limits.rows) throw new FileRefused('import.too-many-rows', { limit: limits.rows });
  if (from && !/^record:\d+$/.test(from.at)) throw new FileRefused('import.bad-checkpoint');
  const cursor = { row: from?.row ?? 0 };
  const memo = lazyMemo(settings);
  const reading: FieldReading = { decode: textDecoder(settings.encoding), memo: memo.read };
  return {
    columns: header.fields.map((field) => field.name),
    rows: () => dbfRows({ file, header, reading, limits }, cursor),
    position: () => ({
      checkpoint: { row: cursor.row, at: `record:${cursor.row}` },
      bytesRead: Math.min(file.size, header.headerBytes + cursor.row * header.recordBytes),
      bytesTotal: file.size,
    }),
    close: async () => {
      await memo.close();
      await file.close();
    },
  };
}

/** What the table says its letters are, else what its texts look like. */
export async function dbfEncoding(
  file: ByteFile,
  limits: ImportLimits,
): Promise<{ encoding: TextEncoding; confidence: number }> {
  const header = await readDbfHeader(file, limits);
  if (header.encoding) return { encoding: header.encoding, confidence: 0.95 };
  const records = Math.min(header.records, SAMPLE_RECORDS, Math.floor((1024 * 1024) / header.recordBytes) + 1);
  const bytes = await file.read(header.headerBytes, records * header.recordBytes);
  const texts = header.fields
    .filter((field) => field.type === 'C')
    .flatMap(({ offset, length }) =>
      Array.from({ length: records }, (_, number) => {
        const start = number * header.recordBytes + offset;
        return bytes.subarray(start, start + length);
      }),
    );
  return guessEncodingOf([Buffer.concat(texts.flatMap((text) => [text, Buffer.from(' ')]))]);
}

type Reading = {
  readonly file: ByteFile;
  readonly header: DbfHeader;
  readonly reading: FieldReading;
  readonly limits: ImportLimits;
};

async function* dbfRows(
  { file, header, reading, limits }: Reading,
  cursor: { row: number },
): AsyncGenerator<TabularRow> {
  const step = Math.max(1, Math.floor(CHUNK_BYTES / header.recordBytes));
  while (cursor.row < header.records) {
    const first = cursor.row;
    const bytes = await file.read(header.headerBytes + first * header.recordBytes, step * header.recordBytes);
    const whole = Math.floor(bytes.length / header.recordBytes);
    if (whole === 0) return;
    for (let number = 0; number < whole && first + number < header.records; number += 1) {
      const record = bytes.subarray(number * header.recordBytes, (number + 1) * header.recordBytes);
      if (record[0] === END_OF_FILE) return;
      cursor.row = first + number + 1;
      if (record[0] !== DELETED) yield await recordRow(cursor.row, record, { header, reading, limits });
    }
  }
}

async function recordRow(
  row: number,
  record: Buffer,
  { header, reading, limits }: Omit<Reading, 'file'>,
): Promise<TabularRow> {
  const cells: string[] = [];
  for (const field of header.fields) cells.push(await fieldText(field, record, reading));
  if (cells.some((cell) => cell.length > limits.cellLength))
    return { row, cells: cells.map((cell) => cell.slice(0, limits.cellLength)), problem: 'cell-too-long' };
  return cells.some((cell) => cell.includes('\ufffd')) ? { row, cells, problem: 'undecodable' } : { row, cells };
}

/** Looked for when the first record points into it: a table whose memos are all empty needs none. */
function lazyMemo({ path, limits }: DbfSettings): MemoFile {
  const state: { memo: MemoFile | null } = { memo: null };
  return {
    async read(block) {
      state.memo ??= await openMemoFile(path, limits.cellLength + 1);
      if (state.memo === null) throw new FileRefused('import.memo-missing');
      return state.memo.read(block);
    },
    close: async () => void (await state.memo?.close()),
  };
}
