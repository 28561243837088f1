// Writes the rejected rows of an import to a file. They are read from the source again: the base keeps no copy of refused data.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { countryName } from '@shared/locale/country-name';
import type { Rejection, RejectionCode } from '@shared/features/imports/mapping';
import type { Language } from '@shared/locale/language';
import type { QueryContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { fileErrorCode } from '../../files';
import { isCardRow, openRejectedFile, type ForkParser, type RejectedFile, type SourceRow } from '../../import';
import { siteCountry, userSettings } from '../settings';
import { eachRow } from './each-row';
import { sameFile } from './file-mark';
import { selectRejections } from './imports.sql';
import { Progress, StoredPlan } from './job';

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
  const { settings, headers } = StoredPlan.parse(JSON.parse(job.plan));
  try {
    const { language } = userSettings(db, actor.userId);
    const country = countryName(siteCountry(db), language);
    const file = await openFile(target, { headers, language, country });
    const reasons = rejectionsOf(db, job.id);
    const passed = await eachRow({ path: job.file_path, fork, settings, isCancelled: () => false }, (row) =>
      keep(file, row, reasons.get(row.row)),
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

/** Loaded when wanted: the engine speaks in codes and needs words only here. */
async function openFile(
  target: string,
  { headers, language, country }: { headers: readonly string[]; language: Language; country: string },
): Promise<RejectedFile> {
  const { createTranslator } = await import('@shared/locale/translate');
  const words = createTranslator(language);
  const translate = (id: string): string => words(id, { country });
  return openRejectedFile(target, { headers, translate, rightToLeft: language !== 'en' });
}

type Reasons = readonly { readonly code: RejectionCode; readonly column?: number }[];

function rejectionsOf(db: ReadDb, job: string): ReadonlyMap<number, Reasons> {
  return new Map(db.all(selectRejections({ job })).map(({ row, reasons }) => [row, JSON.parse(reasons) as Reasons]));
}

/** The words beside a reason are those of the cell it is about. */
function keep(file: RejectedFile, row: SourceRow, reasons: Reasons | undefined): void {
  if (reasons === undefined) return;
  const told = reasons.map(({ code, column }): Rejection => {
    const value = column === undefined || isCardRow(row) ? undefined : row.cells[column]?.slice(0, 200);
    return value === undefined ? { code } : { code, value };
  });
  file.add({ row, reasons: told });
}
