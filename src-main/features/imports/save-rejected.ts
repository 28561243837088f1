// The rejected rows of an import, each with its reasons.

import type { Rejection, RejectionCode } from '@shared/features/imports/mapping';
import { fail, type Failure, type Result } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { isCardRow, openRejectedFile, type SourceRow } from '../../import';
import { selectRejections } from './imports.sql';
import { Progress } from './job';
import { saveRows, type Target } from './save-rows';

export async function saveRejected(
  context: QueryContext,
  job: Tables['import_job'],
  target: Target,
): Promise<Result<{ rows: number }, Failure>> {
  const { rejected, attachmentsRejected } = Progress.parse(JSON.parse(job.progress)).counts;
  if (rejected + attachmentsRejected === 0) return fail('imports.nothing-rejected');
  const reasons = rejectionsOf(context.db, job.id);
  return saveRows(context, target, {
    job,
    open: (options) => openRejectedFile(target.target, options),
    keep(file, row) {
      const told = reasons.get(row.row);
      if (told !== undefined) file.add({ row, reasons: withCells(row, told) });
    },
  });
}

type Reasons = readonly { readonly code: RejectionCode; readonly column?: number; readonly file?: number }[];

function rejectionsOf(db: ReadDb, job: string): ReadonlyMap<number, Reasons> {
  return new Map(db.all(selectRejections({ job })).map(({ row, reasons }) => [row, JSON.parse(reasons) as Reasons]));
}

/** The words beside a reason are those of the cell it is about, or the name of the file. */
const withCells = (row: SourceRow, reasons: Reasons): Rejection[] =>
  reasons.map(({ code, column, file }): Rejection => {
    const cell = column === undefined || isCardRow(row) ? undefined : row.cells[column];
    const value = file === undefined ? cell : row.files?.[file]?.name;
    return value === undefined ? { code } : { code, value: value.slice(0, 200) };
  });
