// Writes the rejected rows of an import to a file. They are read from the source again: the base keeps no copy of refused data.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { countryName } from '@shared/locale/country-name';
import type { QueryContext } from '../../core/context';
import type { Tables } from '../../db';
import { fileErrorCode } from '../../files';
import { writeRejectedRows, type ForkParser, type RejectedRow } from '../../import';
import { userSettings } from '../settings';
import { eachRow } from './each-row';
import { sameFile } from './file-mark';
import { Progress, StoredPlan } from './job';
import { createRowReader, mappingOptions } from './row-reader';

interface Target {
  readonly target: string;
  readonly fork: ForkParser;
}

export async function saveRejected(
  context: QueryContext,
  job: Tables['import_job'],
  { target, fork }: Target,
): Promise<Result<{ rows: number }, Failure>> {
  const { db, actor } = context;
  if (Progress.parse(JSON.parse(job.progress)).counts.rejected === 0) return fail('imports.nothing-rejected');
  const same = sameFile(job);
  if (same !== 'same') return fail(same === 'missing' ? 'import.file-missing' : 'import.file-changed');
  const plan = StoredPlan.parse(JSON.parse(job.plan));
  const options = mappingOptions(db, actor.userId, job.started_at);
  const read = createRowReader(plan, options);
  const rejected: RejectedRow[] = [];
  const passed = await eachRow(
    { path: job.file_path, fork, settings: plan.settings, isCancelled: () => false },
    (row) => {
      const mapped = read(row);
      if (!mapped.ok) rejected.push({ row, reasons: mapped.error });
    },
  );
  if (!passed.ok) return passed;
  try {
    // Loaded when wanted: the engine speaks in codes and needs words only here.
    const { createTranslator } = await import('@shared/locale/translate');
    const { language } = userSettings(db, actor.userId);
    const words = createTranslator(language);
    const country = countryName(options.country, language);
    const translate = (id: string): string => words(id, { country });
    return ok({ rows: writeRejectedRows(target, rejected, { headers: plan.headers, translate }) });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code, { file: target });
  }
}
