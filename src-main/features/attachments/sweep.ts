// The nightly sweep: sealed files that nothing names (an adding was cut off), keys of files that changed hands, files whose key is gone.

import { rmSync } from 'node:fs';
import { z } from 'zod';
import { ok, type Failure, type Result } from '@shared/core/result';
import { incomingFiles, removeBlob, storedBlobs } from '../../blobs';
import type { JobKind, JobRun } from '../../jobs';
import type { AttachmentDeps } from './attachment-base';
import { selectHandedOver, selectNaming } from './attachments.sql';
import { removeErased, rewrap } from './erase-subject';

export interface Swept {
  /** Files of nobody that were removed. */
  readonly orphans: number;
  /** Files whose key is now that of whom they belong to. */
  readonly rewrapped: number;
  /** Files removed because their key was destroyed. */
  readonly erased: number;
}

const NIGHT = 1 * 60 + 45;
const SLICE = 200;

export const sweepAttachments = (deps: AttachmentDeps): JobKind<Record<string, never>, Swept> => ({
  name: 'attachments.sweep',
  permission: 'base.manage',
  input: z.strictObject({}),
  errors: [],
  interrupted: 'fail',
  scheduled: {
    by: { every: 'daily', minuteOfDay: NIGHT, weekDay: 6, monthDay: 1 },
    permissions: [],
  },
  async run(run): Promise<Result<Swept, Failure>> {
    const orphans = await removeOrphans(run, deps);
    const rewrapped = await rewrapHanded(run, deps);
    const { files } = removeErased(run.context, deps.base().subjectKeys.destroyed(), deps.base().folder);
    return ok({ orphans, rewrapped, erased: files });
  },
});

/** Sealed files are named before their rows are committed, so while somebody adds nothing counts as an orphan. */
async function removeOrphans(run: JobRun, { base, sealing }: AttachmentDeps): Promise<number> {
  const { folder } = base();
  let removed = 0;
  let looked = 0;
  for (const blob of storedBlobs(folder)) {
    if ((looked += 1) % SLICE === 0) await run.breathe();
    if (sealing.count > 0 || run.context.db.first(selectNaming({ blob })) !== undefined) continue;
    removeBlob(folder, blob);
    removed += 1;
  }
  if (sealing.count === 0) for (const path of incomingFiles(folder)) rmSync(path, { force: true });
  return removed;
}

async function rewrapHanded(run: JobRun, deps: AttachmentDeps): Promise<number> {
  let total = 0;
  for (;;) {
    const rewrapped = rewrap(run.context, run.context.db.all(selectHandedOver({ limit: SLICE })), deps);
    if (!rewrapped.ok || rewrapped.value === 0) return total;
    total += rewrapped.value;
    await run.breathe();
  }
}
