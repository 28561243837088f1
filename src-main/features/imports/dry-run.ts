// Reads a whole file and counts every outcome by the very steps of an import, writing nothing.

import type { z } from 'zod';
import type { ImportCounts, ImportPlan, importsContract } from '@shared/features/imports/imports.contract';
import type { Rejection } from '@shared/features/imports/mapping';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import type { EnclosedFile, ForkParser, SourceRow } from '../../import';
import type { EnclosedFiles } from '../attachments';
import type { ErasedCheck } from '../erasure';
import { eachBatch } from './each-row';
import { noCounts } from './job';
import { preparingPlan, storedPlan } from './prepare';
import type { PreparedRow, StartPreparer } from './prepared-row';
import { createRowTaker, type TakenRow } from './row-taker';
import { createFileTaker, type FilesTaken } from './take-files';

type Tried = z.infer<(typeof importsContract)['operations']['dryRun']['output']>;

interface Source {
  readonly path: string;
  readonly fork: ForkParser;
  readonly startPreparer: StartPreparer;
  readonly files: EnclosedFiles;
  readonly wasErased: ErasedCheck;
  readonly isCancelled: () => boolean;
}

const SAMPLES_PER_OUTCOME = 20;

export async function dryRun(
  context: ActionContext,
  plan: ImportPlan,
  source: Source,
): Promise<Result<Tried, Failure>> {
  const stored = await storedPlan(context, plan, source);
  if (!stored.ok) return stored;
  const preparing = preparingPlan(context, { importId: context.ids(), plan: stored.value });
  const preparer = source.startPreparer(preparing, context.db);
  const taker = createRowTaker(stored.value, {
    db: context.db,
    country: preparing.options.country,
    wasErased: source.wasErased,
  });
  const tried: Tried = { counts: noCounts(), samples: [] };
  const fileTaker = createFileTaker(stored.value.mapping.into, { files: source.files, db: context.db });
  const sample = sampler(tried);
  try {
    const passed = await eachBatch({ ...source, settings: stored.value.settings }, async (rows) => {
      const enclosed = filesOf(rows);
      for (const row of await preparer.prepare(rows)) {
        const taken = taker.take(row, null);
        countRow(tried.counts, taken);
        const files = enclosed.get(row.row);
        if (taken.ok && files !== undefined)
          countFiles(tried.counts, fileTaker.imagine({ files, owner: taken.value.owner }, context.db));
        sample(row, taken);
      }
    });
    return passed.ok ? ok(tried) : passed;
  } finally {
    await preparer.close();
  }
}

/** A few rows of each outcome, with why: refused, or thought to be somebody. */
function sampler({ samples }: Tried): (row: PreparedRow, taken: TakenRow) => void {
  const shown = new Map<string, number>();
  return (row, taken) => {
    const outcome = taken.ok ? taken.value.outcome : 'rejected';
    const count = shown.get(outcome) ?? 0;
    if (count >= SAMPLES_PER_OUTCOME) return;
    shown.set(outcome, count + 1);
    const like = 'recognition' in row ? row.recognition.like[0] : undefined;
    samples.push({
      row: row.row,
      outcome,
      name: taken.ok ? taken.value.name : null,
      reasons: taken.ok ? [] : codesOf(taken.error),
      like: like === undefined ? null : { band: like.band, percent: like.percent, reasons: [...like.reasons] },
    });
  };
}

export function countRow(counts: ImportCounts, taken: TakenRow): void {
  counts.read += 1;
  counts[taken.ok ? taken.value.outcome : 'rejected'] += 1;
  if (!taken.ok) for (const code of codesOf(taken.error)) counts.reasons[code] = (counts.reasons[code] ?? 0) + 1;
}

export function countFiles(counts: ImportCounts, { added, refused }: FilesTaken): void {
  counts.attachments += added;
  counts.attachmentsRejected += refused.length;
  for (const { code } of refused) counts.reasons[code] = (counts.reasons[code] ?? 0) + 1;
}

export const filesOf = (rows: readonly SourceRow[]): ReadonlyMap<number, readonly EnclosedFile[]> =>
  new Map(rows.flatMap(({ row, files }) => (files === undefined ? [] : [[row, files] as const])));

/** A row with two bad phones is one row with a bad phone. */
const codesOf = (reasons: readonly Rejection[]): string[] => [...new Set(reasons.map((reason) => reason.code))];
