// Makes everything an import needs to run, and to go on after a crash: settings, mapping, file mark, an empty progress.

import type { ImportPlan } from '@shared/features/imports/imports.contract';
import { dateOrderOf, headerFingerprint } from './inspect-file';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ActionContext, QueryContext } from '../../core/context';
import { seesWhole } from '../../access';
import { fileErrorCode } from '../../files';
import { startParser, type ForkParser } from '../../import';
import { newestDocument } from '../../search';
import { markOf } from './file-mark';
import { insertJob, insertMapping, selectMappingByName, updateMapping } from './imports.sql';
import { namesOfFile } from './names-of-file';
import { mayChange, noCounts, type Progress, type StoredPlan } from './job';
import type { PreparingPlan } from './prepared-row';
import { mappingOptions } from './row-reader';

interface Source {
  readonly path: string;
  readonly fork: ForkParser;
}

/** Of files that do not say how many rows they have. */
const BYTES_A_ROW = 200;

export async function storedPlan(
  context: QueryContext,
  plan: ImportPlan,
  { path, fork }: Source,
): Promise<Result<StoredPlan & { total: number | null }, Failure>> {
  const parser = startParser({ fork });
  try {
    const inspected = await parser.inspect(path, plan.read);
    if (!inspected.ok) return inspected;
    const { settings, headers, rowCount, bytes } = inspected.value;
    const { mapping, existing, duplicates } = plan;
    const reading = { mapping, headers, dateOrder: dateOrderOf(inspected.value, mapping) };
    const names = await namesOfFile(parser, {
      path,
      settings,
      reading,
      ...mappingOf(context),
      duplicates,
    });
    if (!names.ok) return names;
    const document = newestDocument(context.db);
    const people = document + (rowCount.value ?? Math.round(bytes / BYTES_A_ROW));
    return ok({
      settings,
      ...reading,
      existing,
      duplicates,
      begun: { people, document, names: names.value },
      total: rowCount.exact ? rowCount.value : null,
    });
  } finally {
    parser.close();
  }
}

const mappingOf = ({ db, actor, clock }: QueryContext) => ({
  options: mappingOptions(db, actor.userId, clock.now()),
});

export async function prepareJob(
  context: ActionContext,
  plan: ImportPlan,
  source: Source,
): Promise<Result<{ id: string }, Failure>> {
  const prepared = await storedPlan(context, plan, source);
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
  // Last, so that a start that was refused (a full disk) leaves no import behind that nobody works on.
  if (stored.headers.length > 0) rememberMapping(context, plan, stored.headers);
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
  return ok({ id });
}

/** Under its own name, or that of its first headings; the same name again is the same mapping, brought up to date. */
function rememberMapping(context: ActionContext, plan: ImportPlan, headers: readonly string[]): void {
  context.commit(({ db, ids, at }) => {
    const name = plan.saveMappingAs ?? headers.slice(0, 3).join(', ').slice(0, 200);
    const columns = {
      header_key: headerFingerprint(headers),
      definition: JSON.stringify(plan.mapping),
    };
    const known = db.first(selectMappingByName({ name }));
    if (known === undefined) db.run(insertMapping({ id: ids(), name, ...columns, created_at: at }));
    else if (known.definition !== columns.definition || known.header_key !== columns.header_key)
      db.run(updateMapping(known.id, columns));
    return ok(undefined);
  });
}

/** How the rows of an import are made ready; the same again whenever it goes on. */
export function preparingPlan(
  { db, actor, clock }: QueryContext,
  { importId, plan }: { readonly importId: string; readonly plan: StoredPlan },
): PreparingPlan {
  const { mapping, headers, dateOrder, duplicates, begun } = plan;
  return {
    plan: { mapping, headers, dateOrder },
    ...mappingOf({ db, actor, clock }),
    recognising: {
      importId,
      duplicates,
      mayChange: mayChange(plan),
      sensitive: seesWhole(actor, 'identifier', 'value'),
      ...begun,
    },
  };
}

function readMark(path: string): Result<{ size: number; hash: string }, Failure> {
  try {
    return ok(markOf(path));
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
    return fail('import.file-missing');
  }
}
