// The record of processing: shown, and written to a file in one of three languages.

import { existsSync } from 'node:fs';
import { isAbsolute, resolve as absolute } from 'node:path';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { processingContract, ProcessingRecord } from '@shared/features/processing/processing.contract';
import { processingPage, sectionsOf, type ProcessingWords } from '@shared/features/processing/processing-words';
import { dayInZone } from '@shared/locale/zoned-time';
import type { ActionContext, Handlers } from '../../core/context';
import { BYTE_ORDER_MARK, csvLine, fileErrorCode, writeFileAtomic } from '../../files';
import { checkPlace } from '../exports';
import { siteSettings } from '../settings';
import { processingRecord } from './processing-record';

export interface ProcessingDeps {
  /** Of the open base. */
  readonly baseFolder: () => string;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
}

type Ops = (typeof processingContract)['operations'];

export const createProcessingService = (deps: ProcessingDeps): Handlers<typeof processingContract> => ({
  record: ({ db, clock }) => ok(processingRecord(db, clock.now())),
  export: (context, input) => write(context, input, deps),
});

async function write(
  { db, clock }: ActionContext,
  { to, format, language, replace }: InputOf<Ops['export']>,
  { baseFolder, resolveFile }: ProcessingDeps,
): Promise<Answer<Ops['export']>> {
  const chosen = resolveFile(to);
  if (chosen === undefined || !isAbsolute(chosen)) return fail('exports.folder-missing', { path: to });
  const path = absolute(chosen);
  const place = checkPlace(path, baseFolder());
  if (!place.ok) return place;
  if (!replace && existsSync(path)) return fail('exports.exists', { path });
  const { timeZone } = siteSettings(db);
  const { createTranslator } = await import('@shared/locale/translate');
  const words = { t: createTranslator(language), language, date: (at: number) => dayInZone(at, timeZone) };
  const record = processingRecord(db, clock.now());
  try {
    writeFileAtomic(path, format === 'html' ? processingPage(record, words) : tableOf(record, words));
    return ok({ path });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code, { path });
  }
}

/** One table: the section, then its columns, as a spreadsheet opens it. */
function tableOf(record: ProcessingRecord, words: ProcessingWords): string {
  const lines = sectionsOf(record, words).flatMap(({ title, head, rows }) => [
    csvLine([title, ...head]),
    ...rows.map((row) => csvLine([title, ...row])),
  ]);
  return BYTE_ORDER_MARK + lines.join('');
}
