// Makes everything an import needs to run, and to go on after a crash: settings, mapping, file mark, an empty progress.

import type { ImportPlan } from '@shared/features/imports/imports.contract';
import { dateOrderOf, headerFingerprint } from './inspect-file';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import { fileErrorCode } from '../../files';
import { startParser, type ForkParser } from '../../import';
import { markOf } from './file-mark';
import { insertJob, insertMapping, selectMappingByName, updateMapping } from './imports.sql';
import { noCounts, type Progress, type StoredPlan } from './job';

interface Source {
  readonly path: string;
  readonly fork: ForkParser;
}

export async function storedPlan(
  plan: ImportPlan,
  { path, fork }: Source,
): Promise<Result<StoredPlan & { total: number | null }, Failure>> {
  const parser = startParser({ fork });
  try {
    const inspected = await parser.inspect(path, plan.read);
    if (!inspected.ok) return inspected;
    const { settings, headers, rowCount } = inspected.value;
    const total = rowCount.exact ? rowCount.value : null;
    return ok({
      settings,
      headers,
      mapping: plan.mapping,
      dateOrder: dateOrderOf(inspected.value, plan.mapping),
      existing: plan.existing,
      duplicates: plan.duplicates,
      total,
    });
  } finally {
    parser.close();
  }
}

export async function prepareJob(
  context: ActionContext,
  plan: ImportPlan,
  source: Source,
): Promise<Result<{ id: string }, Failure>> {
  const prepared = await storedPlan(plan, source);
  if (!prepared.ok) return prepared;
  const mark = readMark(source.path);
  if (!mark.ok) return mark;
  const { total, ...stored } = prepared.value;
  const id = context.ids();
  const progress: Progress = {
    checkpoint: null,
    counts: noCounts(),
    total,
    bytesRead: 0,
    bytesTotal: mark.value.size,
    failure: null,
  };
  context.local(
    insertJob({
      id,
      user_id: context.actor.userId ?? '',
      state: 'running',
      file_path: source.path,
      file_size: mark.value.size,
      file_hash: mark.value.hash,
      plan: JSON.stringify(stored),
      progress: JSON.stringify(progress),
      started_at: context.clock.now(),
      finished_at: null,
    }),
  );
  if (stored.headers.length > 0) rememberMapping(context, plan, stored.headers);
  return ok({ id });
}

/** Under its own name, or that of its first headings; the same name again is the same mapping, brought up to date. */
function rememberMapping(context: ActionContext, plan: ImportPlan, headers: readonly string[]): void {
  context.commit(({ db, ids, at }) => {
    const name = plan.saveMappingAs ?? headers.slice(0, 3).join(', ').slice(0, 200);
    const columns = { header_key: headerFingerprint(headers), definition: JSON.stringify(plan.mapping) };
    const known = db.first(selectMappingByName({ name }));
    if (known === undefined) db.run(insertMapping({ id: ids(), name, ...columns, created_at: at }));
    else if (known.definition !== columns.definition || known.header_key !== columns.header_key)
      db.run(updateMapping(known.id, columns));
    return ok(undefined);
  });
}

function readMark(path: string): Result<{ size: number; hash: string }, Failure> {
  try {
    return ok(markOf(path));
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
    return fail('import.file-missing');
  }
}
