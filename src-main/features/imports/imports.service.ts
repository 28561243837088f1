// Imports: looking at a file, trying it without writing, running it in pausable batches, keeping what was rejected.

import { ColumnMapping, importsContract } from '@shared/features/imports/imports.contract';
import type { Answer, InputOf, OutputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import { declared } from '../../core/declared';
import type { ReadDb } from '../../db';
import { ImportDesk, type EngineAccess, type ImportsDeps } from './desk';
import { inspectFile } from './inspect-file';
import * as statements from './imports.sql';
import { saveLikenesses } from './save-likenesses';
import { saveRejected } from './save-rejected';

export interface Imports {
  readonly handlers: Handlers<typeof importsContract>;
  /** Stops a running import where it is; it can be resumed after the next unlock. */
  close(): Promise<void>;
}

export function createImportsService(deps: ImportsDeps, engine: EngineAccess): Imports {
  const desk = new ImportDesk(deps, engine);
  const handlers: Handlers<typeof importsContract> = {
    inspect: (context, input) => inspect(context, input, deps),
    dryRun: (context, plan) => desk.tryOut(context, plan),
    start: (context, plan) => desk.start(context, plan),
    pause: async (_, { id }) => ((await desk.stop(id, 'paused')) ? ok({}) : fail('imports.not-running')),
    resume: (context, { id }) => desk.resume(context, id),
    cancel: (context, { id }) => desk.cancel(context, id),
    list: ({ db }) => ok({ imports: db.all(statements.selectJobs({})).map((job) => desk.statusOf(db, job)) }),
    get({ db }, { id }) {
      const job = db.first(statements.selectJob({ id }));
      return job === undefined ? fail('imports.not-found', { id }) : ok(desk.statusOf(db, job));
    },
    async saveRejected(context, input) {
      const saved = await saveOf(context, input, { deps, save: saveRejected });
      return saved.ok ? saved : declared(importsContract.operations.saveRejected.errors, saved.error);
    },
    async saveAlike(context, input) {
      const saved = await saveOf(context, input, { deps, save: saveLikenesses });
      return saved.ok ? saved : declared(importsContract.operations.saveAlike.errors, saved.error);
    },
    mappings: ({ db }) => ok({ mappings: savedMappings(db) }),
    forgetMapping: ({ db }, { id }) =>
      db.run(statements.deleteMapping(id)) === 0 ? fail('imports.mapping-not-found') : ok({}),
  };
  return { handlers, close: () => desk.close() };
}

type Ops = (typeof importsContract)['operations'];

async function inspect(
  context: ActionContext,
  { file, read, into }: InputOf<Ops['inspect']>,
  deps: ImportsDeps,
): Promise<Answer<Ops['inspect']>> {
  const path = deps.resolveFile(file);
  if (path === undefined) return fail('import.file-missing');
  const inspected = await inspectFile(context, { path, read, into, fork: deps.fork });
  return inspected.ok ? inspected : declared(importsContract.operations.inspect.errors, inspected.error);
}

function savedMappings(db: ReadDb): OutputOf<Ops['mappings']>['mappings'] {
  return db.all(statements.selectMappings({})).flatMap(({ id, name, definition, created_at }) => {
    const mapping = ColumnMapping.safeParse(JSON.parse(definition));
    return mapping.success ? [{ id, name, mapping: mapping.data, savedAt: created_at }] : [];
  });
}

async function saveOf(
  context: ActionContext,
  { id, file, language }: InputOf<Ops['saveRejected']>,
  { deps, save }: { readonly deps: ImportsDeps; readonly save: typeof saveRejected },
): ReturnType<typeof saveRejected> {
  const job = context.db.first(statements.selectJob({ id }));
  if (job === undefined) return fail('imports.not-found', { id });
  const target = deps.resolveFile(file);
  if (target === undefined) return fail('import.file-missing');
  return save(context, job, { target, fork: deps.fork, language });
}
