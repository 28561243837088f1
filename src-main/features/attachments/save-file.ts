// Giving a file back outside the base, where the person's dialog said. That it left is written down.

import { z } from 'zod';
import { contentOf, readingErrors, type attachmentsContract } from '@shared/features/attachments/attachments.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { Id } from '@shared/core/ids';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { blobPath } from '../../blobs';
import type { ActionContext } from '../../core/context';
import type { JobKind, JobRun } from '../../jobs';
import { fileKeyOf, type AttachmentDeps } from './attachment-base';
import { rowFor } from './reading';
import { unsealInThread } from './thread-work';

const SaveInput = z.object({ id: Id, target: z.string() });
type SaveInput = z.infer<typeof SaveInput>;
export interface SavedFile {
  readonly id: string;
  readonly bytes: number;
}

type Ops = (typeof attachmentsContract)['operations'];

export function startSaving(
  context: ActionContext,
  { id, file }: InputOf<Ops['save']>,
  deps: AttachmentDeps,
): Answer<Ops['save']> {
  if (rowFor(context, id, 'read') === undefined) return fail('attachments.not-found', { id });
  const target = deps.resolveFile(file);
  if (target === undefined) return fail('files.not-found');
  return ok({ jobId: context.startJob('attachments.save', { id, target }).id });
}

export const saveAttachment = (deps: AttachmentDeps): JobKind<SaveInput, SavedFile> => ({
  name: 'attachments.save',
  permission: 'parties.read',
  input: SaveInput,
  errors: readingErrors,
  interrupted: 'fail',
  run: (run, input) => save(run, input, deps),
});

async function save(run: JobRun, { id, target }: SaveInput, deps: AttachmentDeps): Promise<Result<SavedFile, Failure>> {
  const row = rowFor(run.context, id, 'read');
  if (row === undefined) return fail('attachments.not-found', { id });
  const { folder, subjectKeys } = deps.base();
  const named = { name: row.name };
  const key = fileKeyOf(subjectKeys, row);
  if (!key.ok) return fail(key.error.code, named);
  run.context.noteReading(contentOf('export', [id]), run.id);
  const input = { blob: blobPath(folder, row.blob), fileKey: key.value, target, total: row.bytes };
  const saved = await run.inThread<{ bytes: number }>(unsealInThread.name, input);
  if (!saved.ok) return fail(saved.error.code, named);
  run.context.commit(() => ok(undefined), { always: true, details: { attachment: id } });
  return ok({ id, bytes: saved.value.bytes });
}
