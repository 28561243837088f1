// One pass over a whole file in a parser process of its own, in batches, without writing anything.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { startParser, type ForkParser, type SourceRow } from '../../import';
import type { StoredPlan } from './job';

interface Pass {
  readonly path: string;
  readonly fork: ForkParser;
  readonly settings: StoredPlan['settings'];
  readonly isCancelled: () => boolean;
}

const BATCH = 500;

/** 'import.cancelled' when asked to stop; otherwise the parser's own failure. */
export async function eachBatch(
  pass: Pass,
  visit: (rows: readonly SourceRow[]) => void | Promise<void>,
): Promise<Result<void, Failure>> {
  const parser = startParser({ fork: pass.fork });
  try {
    const opened = await parser.open(pass.path, pass.settings);
    if (!opened.ok) return opened;
    for (;;) {
      const batch = await opened.value.next(BATCH);
      if (!batch.ok) return batch;
      await visit(batch.value.rows);
      if (batch.value.done) return ok(undefined);
      if (pass.isCancelled()) return fail('import.cancelled');
    }
  } finally {
    parser.close();
  }
}

export const eachRow = (pass: Pass, visit: (row: SourceRow) => void): Promise<Result<void, Failure>> =>
  eachBatch(pass, (rows) => rows.forEach(visit));
