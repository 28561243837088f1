// Opens a file under settings as a source of data rows, whichever reader that takes.

import { openCalendarSource } from './calendar/calendar-source';
import { openChatSource } from './chat/chat-source';
import { openCsvSource } from './csv/csv-source';
import { openDbfSource } from './dbf/dbf-source';
import { FileRefused } from './failure';
import { openJsonSource } from './json/json-source';
import type { ImportLimits } from './limits';
import { openMailSource } from './mail/mail-source';
import type { ReadSettings } from './protocol';
import { openOds } from './sheets/ods-workbook';
import { openSheetSource } from './sheets/sheet-source';
import type { SpreadsheetPort } from './sheets/spreadsheet-port';
import { openXls } from './sheets/xls-workbook';
import { openXlsx } from './sheets/xlsx-workbook';
import type { Checkpoint, RecordSource } from './source';
import type { ByteFile } from './text/byte-file';
import { openByteFile } from './text/byte-file';
import { openVcardSource } from './vcard/vcard-source';

export type OpenRequest = {
  readonly settings: ReadSettings;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint;
};

/** The source owns the file and closes it; on failure the file is closed here. */
export async function openSource(path: string, request: OpenRequest): Promise<RecordSource> {
  const file = await openByteFile(path);
  try {
    return await sourceOver(file, path, request);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function sourceOver(
  file: ByteFile,
  path: string,
  { settings, limits, from }: OpenRequest,
): Promise<RecordSource> {
  const { kind } = settings;
  const encoding = { encoding: settings.encoding, bomBytes: settings.bomBytes, confidence: 1 };
  const lines = { path, encoding, limits, from };
  if (kind === 'csv') return openCsvSource(file, { ...lines, delimiter: settings.delimiter, quote: settings.quote });
  if (kind === 'vcard') return openVcardSource(file, lines);
  if (kind === 'ics') return openCalendarSource(file, lines);
  if (kind === 'mail') return openMailSource(file, lines);
  if (kind === 'chat') return openChatSource(file, lines);
  if (kind === 'json') return openJsonSource(file, { ...lines, columns: settings.columns ?? [] });
  if (kind === 'dbf') return openDbfSource(file, { ...lines, encoding: settings.encoding });
  return openSheetSource(file, await openWorkbook(file, kind, limits), { sheet: settings.sheet, limits, from });
}

export function openWorkbook(
  file: ByteFile,
  kind: ReadSettings['kind'],
  limits: ImportLimits,
): Promise<SpreadsheetPort> {
  if (kind === 'xlsx') return openXlsx(file, limits);
  if (kind === 'ods') return openOds(file, limits);
  if (kind === 'xls') return openXls(file, limits);
  throw new FileRefused('import.format-unknown', { kind });
}
