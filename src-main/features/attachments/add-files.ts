// Adding files: each is sealed on a thread, beside everything else; then one operation of the ledger makes all of them visible. Killed
// before it, nothing is there but sealed files that nobody knows, which the sweep takes away.

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { attachmentKinds } from '@shared/catalogue';
import {
  AttachmentOwner,
  takingErrors,
  type AddedFiles,
  type attachmentsContract,
} from '@shared/features/attachments/attachments.contract';
import { cleanFileName } from '@shared/features/attachments/file-name';
import type { Answer, InputOf } from '@shared/core/contract';
import { Id } from '@shared/core/ids';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { Sealed } from '../../blobs';
import type { ActionContext } from '../../core/context';
import type { JobKind, JobRun } from '../../jobs';
import { siteSettings } from '../settings';
import { ownerOf, type AttachmentDeps } from './attachment-base';
import { keepFile, liveOwner, removeUnknown } from './keep-file';
import { mayActOnOwner } from './reading';
import { sealInThread } from './thread-work';

type Ops = (typeof attachmentsContract)['operations'];

const AddInput = z.object({
  to: AttachmentOwner,
  kind: z.enum(attachmentKinds).nullable(),
  label: z.string().nullable(),
  /** With the ids they will have: a job that is taken up again knows what it has done already. */
  files: z.array(z.object({ id: Id, path: z.string(), name: z.string() })),
});
type AddInput = z.infer<typeof AddInput>;
type FileToAdd = AddInput['files'][number];

export function startAdding(
  context: ActionContext,
  { to, files, kind, label }: InputOf<Ops['add']>,
  deps: AttachmentDeps,
): Answer<Ops['add']> {
  const owner = mayActOnOwner(context.actor, to, 'write') ? liveOwner(context.db, to) : null;
  if (owner === null) return fail('attachments.owner-not-found');
  const found: FileToAdd[] = [];
  for (const { file, name } of files) {
    const path = deps.resolveFile(file);
    if (path === undefined) return fail('attachments.file-missing', { name: name ?? '' });
    found.push({ id: context.ids(), path, name: cleanFileName(name ?? basename(path)) });
  }
  const input: AddInput = {
    to,
    kind: kind ?? null,
    label: cleanLine(label ?? '') || null,
    files: found,
  };
  return ok({ jobId: context.startJob('attachments.add', input).id });
}

export const addAttachments = (deps: AttachmentDeps): JobKind<AddInput, AddedFiles> => ({
  name: 'attachments.add',
  permission: 'parties.write',
  input: AddInput,
  errors: [...takingErrors, 'attachments.owner-not-found', 'attachments.erased', 'attachments.key-missing'],
  interrupted: 'resume',
  async run(run, input) {
    deps.sealing.count += 1;
    try {
      return await addAll(run, input, deps);
    } finally {
      deps.sealing.count -= 1;
    }
  },
});

type SealedFile = { readonly file: FileToAdd; readonly sealed: Sealed };
type Refused = AddedFiles['refused'][number];

async function addAll(run: JobRun, input: AddInput, deps: AttachmentDeps): Promise<Result<AddedFiles, Failure>> {
  const sealedFiles: SealedFile[] = [];
  const refused: Refused[] = [];
  try {
    const total = input.files.reduce(
      (sum, { path }) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
    let done = 0;
    for (const file of input.files) {
      run.signal.throwIfAborted();
      const sealed = await sealOne(run, { file, done, total }, deps);
      if (run.signal.aborted) return fail('jobs.cancelled');
      if (sealed.ok) sealedFiles.push({ file, sealed: sealed.value });
      else
        refused.push({
          name: file.name,
          code: sealed.error.code,
          details: { ...sealed.error.details, name: file.name },
        });
      done += sealed.ok ? sealed.value.bytes : 0;
    }
    const kept = keepAll(run.context, { input, sealedFiles }, deps);
    if (!kept.ok) return kept;
    const [first] = refused;
    if (first !== undefined && refused.length === input.files.length) return fail(first.code, first.details);
    return ok({ ...kept.value, refused, operationId: kept.operationId });
  } finally {
    for (const { sealed } of sealedFiles) removeUnknown(run.context.db, sealed.blob, deps);
  }
}

interface OneFile {
  readonly file: FileToAdd;
  /** Bytes sealed before it, and of all files. */
  readonly done: number;
  readonly total: number;
}

function sealOne(run: JobRun, { file, done, total }: OneFile, deps: AttachmentDeps): Promise<Result<Sealed, Failure>> {
  const limitBytes = siteSettings(run.context.db).attachmentMegabytes * 1_000_000;
  const { folder } = deps.base();
  const input = { baseFolder: folder, path: file.path, tag: file.id, limitBytes, done, total };
  return run.inThread<Sealed>(sealInThread.name, input);
}

interface Keeping {
  readonly input: AddInput;
  readonly sealedFiles: readonly SealedFile[];
}

type Kept = Pick<AddedFiles, 'added' | 'already'>;

function keepAll(context: ActionContext, keeping: Keeping, deps: AttachmentDeps): Result<Kept, Failure> {
  return context.commit((work): Result<Kept, Failure> => {
    const kept: Kept = { added: [], already: [] };
    const owner = liveOwner(work.db, keeping.input.to);
    if (owner === null) return fail('attachments.owner-not-found');
    const subjectKey = deps.base().subjectKeys.keyFor(ownerOf(owner), deps.random);
    if (!subjectKey.ok) return subjectKey;
    const { kind, label } = keeping.input;
    for (const { file, sealed } of keeping.sealedFiles) {
      const keeping = { ...file, kind, label, sealed, owner, subjectKey: subjectKey.value };
      const known = keepFile(work, keeping, deps);
      if (known === null) kept.added.push({ id: file.id, name: file.name, bytes: sealed.bytes });
      else kept.already.push(known);
    }
    return ok(kept);
  });
}
