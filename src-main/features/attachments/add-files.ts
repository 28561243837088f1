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
import { mediaTypeOf } from '@shared/features/attachments/media-type';
import type { Answer, InputOf } from '@shared/core/contract';
import { Id } from '@shared/core/ids';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import { contentMark, removeBlob, storedBytes, wrapFileKey, type Sealed } from '../../blobs';
import type { ActionContext, CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import type { JobKind, JobRun } from '../../jobs';
import { liveRootOf } from '../clusters';
import { siteSettings } from '../settings';
import { ownerOf, type AttachmentDeps } from './attachment-base';
import * as statements from './attachments.sql';
import type { AttachmentRow } from './attachments.sql';
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

/** The party that stands for the one named, or the activity; null when it is gone or in the bin. */
function liveOwner(db: ReadDb, to: AttachmentOwner): Pick<AttachmentRow, 'party_id' | 'activity_id'> | null {
  if ('partyId' in to) {
    const root = liveRootOf(db, to.partyId);
    return root === undefined ? null : { party_id: root.root_id, activity_id: null };
  }
  const activity = db.first(statements.selectActivitySubject({ id: to.activityId }));
  return activity === undefined ? null : { party_id: null, activity_id: to.activityId };
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

/** What came to nothing, or was there already, leaves no sealed file. */
function removeUnknown(db: ReadDb, blob: string, { base }: AttachmentDeps): void {
  if (db.first(statements.selectNaming({ blob })) === undefined) removeBlob(base().folder, blob);
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
    const subject = ownerOf(owner);
    const subjectKey = deps.base().subjectKeys.keyFor(subject, deps.random);
    if (!subjectKey.ok) return subjectKey;
    for (const one of keeping.sealedFiles)
      keepOne(work, { ...one, owner, subject, subjectKey: subjectKey.value, input: keeping.input, kept }, deps);
    return ok(kept);
  });
}

interface KeepingOne extends SealedFile {
  readonly owner: Pick<AttachmentRow, 'party_id' | 'activity_id'>;
  readonly subject: string;
  readonly subjectKey: Buffer;
  readonly input: AddInput;
  readonly kept: Kept;
}

/** The same content of the same subject is sealed once; the same under the same name is not added again. */
function keepOne(work: CommandContext, one: KeepingOne, deps: AttachmentDeps): void {
  const { db, at } = work;
  const { file, sealed, subject, subjectKey, kept } = one;
  const added = { id: file.id, name: file.name, bytes: sealed.bytes };
  // Committed by this job before it was cut off.
  if (db.first(statements.selectAttachment({ id: file.id })) !== undefined) return void kept.added.push(added);
  const content = contentMark(subjectKey, sealed.digest);
  const same = db.all(statements.selectSameContent({ subject, content }));
  const known = same.find((row) => storedBytes(deps.base().folder, row.blob) !== null);
  const twin = same.find((row) => row.deleted_at === null && row.name === file.name && ownerOf(row) === subject);
  if (twin !== undefined && known !== undefined) return void kept.already.push({ id: twin.id, name: twin.name });
  const { blob } = known ?? sealed;
  const file_key = known?.file_key ?? wrapFileKey({ subjectKey, subject, blob }, sealed.fileKey, deps.random);
  if (known === undefined)
    db.run(statements.insertSealedFile({ id: blob, bytes: sealed.sealedBytes, stored_at: at, erased_at: null }));
  db.run(statements.insertAttachment({ ...rowOf(work, one), blob, content, file_key }));
  return void kept.added.push(added);
}

function rowOf(
  { at, actor }: CommandContext,
  { file, sealed, owner, subject, input }: KeepingOne,
): Omit<AttachmentRow, 'blob' | 'content' | 'file_key'> {
  const mediaType = mediaTypeOf(sealed.head);
  return {
    id: file.id,
    ...owner,
    name: file.name,
    kind: input.kind ?? kindOf(mediaType),
    label: input.label,
    media_type: mediaType,
    bytes: sealed.bytes,
    added_at: at,
    added_by: actor.userId ?? '',
    deleted_at: null,
    sealed_for: subject,
    thumb_blob: null,
    thumb_key: null,
  };
}

function kindOf(mediaType: string): AttachmentRow['kind'] {
  if (mediaType.startsWith('image/')) return 'photo';
  return /^(?:audio|video)\//.test(mediaType) ? 'recording' : 'document';
}
