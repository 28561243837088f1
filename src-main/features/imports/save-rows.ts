// Writes rows of an import to a file that a person chose. They are read from the source again: the base keeps no copy of them.

import type { Language } from '@shared/locale/language';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { countryName } from '@shared/locale/country-name';
import type { QueryContext } from '../../core/context';
import type { Tables } from '../../db';
import { fileErrorCode } from '../../files';
import type { ForkParser, RowFile, RowFileOptions, SourceRow } from '../../import';
import { siteCountry, userSettings } from '../settings';
import { eachRow } from './each-row';
import { sameFile } from './file-mark';
import { StoredPlan } from './job';

export interface Target {
  readonly target: string;
  readonly fork: ForkParser;
  /** Of headings and reasons; the person's own when left out. */
  readonly language: Language | undefined;
}

export type SavedFile = Pick<RowFile, 'end' | 'abandon'>;

/** `open` opens the target, `keep` adds a row to it or does not. */
export interface Saving<File extends SavedFile> {
  readonly job: Tables['import_job'];
  open(options: RowFileOptions): File;
  keep(file: File, row: SourceRow): void;
}

export async function saveRows<File extends SavedFile>(
  { db, actor }: QueryContext,
  { target, fork, language = userSettings(db, actor.userId).language }: Target,
  { job, open, keep }: Saving<File>,
): Promise<Result<{ rows: number }, Failure>> {
  const same = sameFile(job);
  if (same !== 'same') return fail(same === 'missing' ? 'import.file-missing' : 'import.file-changed');
  const { settings, headers } = StoredPlan.parse(JSON.parse(job.plan));
  try {
    const country = countryName(siteCountry(db), language);
    // Loaded when wanted: the engine speaks in codes and needs words only here.
    const { createTranslator } = await import('@shared/locale/translate');
    const words = createTranslator(language);
    const file = open({
      headers,
      translate: (id, values) => words(id, { country, ...values }),
      rightToLeft: language !== 'en',
    });
    const passed = await eachRow({ path: job.file_path, fork, settings, isCancelled: () => false }, (row) =>
      keep(file, row),
    );
    if (passed.ok) return ok({ rows: file.end() });
    file.abandon();
    return passed;
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code, { file: target });
  }
}
