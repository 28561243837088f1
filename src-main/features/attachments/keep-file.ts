// One sealed file becomes an attachment, wherever it came from: the same content of the same subject lies here once.

import type { AttachmentOwner } from '@shared/features/attachments/attachments.contract';
import { mediaTypeOf } from '@shared/features/attachments/media-type';
import { contentMark, removeBlob, storedBytes, wrapFileKey, type Sealed } from '../../blobs';
import type { CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { liveRootOf } from '../clusters';
import { ownerOf, type AttachmentDeps } from './attachment-base';
import * as statements from './attachments.sql';
import type { AttachmentRow } from './attachments.sql';

export type Owner = Pick<AttachmentRow, 'party_id' | 'activity_id'>;

/** The party that stands for the one named, or the activity; null when it is gone or in the bin. */
export function liveOwner(db: ReadDb, to: AttachmentOwner): Owner | null {
  if ('partyId' in to) {
    const root = liveRootOf(db, to.partyId);
    return root === undefined ? null : { party_id: root.root_id, activity_id: null };
  }
  const activity = db.first(statements.selectActivitySubject({ id: to.activityId }));
  return activity === undefined ? null : { party_id: null, activity_id: to.activityId };
}

export interface FileToKeep {
  /** It will have. */
  readonly id: string;
  readonly name: string;
  /** Null: by what the file is. */
  readonly kind: AttachmentRow['kind'] | null;
  readonly label: string | null;
  readonly sealed: Sealed;
  readonly owner: Owner;
  /** Of the owner. */
  readonly subjectKey: Buffer;
}

type Known = Pick<AttachmentRow, 'id' | 'name'>;

/** Null once it is there; the one that has the same content under the same name when it was there before. */
export function keepFile(work: CommandContext, file: FileToKeep, deps: AttachmentDeps): Known | null {
  const { db, at } = work;
  const { sealed, owner, subjectKey } = file;
  const subject = ownerOf(owner);
  // Committed by the same job before it was cut off.
  if (db.first(statements.selectAttachment({ id: file.id })) !== undefined) return null;
  const content = contentMark(subjectKey, sealed.digest);
  const same = db.all(statements.selectSameContent({ subject, content }));
  const known = same.find((row) => storedBytes(deps.base().folder, row.blob) !== null);
  const twin = twinOf(same, file);
  if (twin !== undefined && known !== undefined) return { id: twin.id, name: twin.name };
  const { blob } = known ?? sealed;
  const file_key = known?.file_key ?? wrapFileKey({ subjectKey, subject, blob }, sealed.fileKey, deps.random);
  if (known === undefined)
    db.run(statements.insertSealedFile({ id: blob, bytes: sealed.sealedBytes, stored_at: at, erased_at: null }));
  db.run(statements.insertAttachment({ ...rowOf(work, file), blob, content, file_key }));
  return null;
}

/** In use under this name; `same`: rows of the owner with the same content. */
export const twinOf = (
  same: readonly AttachmentRow[],
  { name, owner }: Pick<FileToKeep, 'name' | 'owner'>,
): AttachmentRow | undefined =>
  same.find((row) => row.deleted_at === null && row.name === name && ownerOf(row) === ownerOf(owner));

function rowOf(
  { at, actor }: CommandContext,
  { id, name, kind, label, sealed, owner }: FileToKeep,
): Omit<AttachmentRow, 'blob' | 'content' | 'file_key'> {
  const mediaType = mediaTypeOf(sealed.head);
  return {
    id,
    ...owner,
    name,
    kind: kind ?? kindOf(mediaType),
    label,
    media_type: mediaType,
    bytes: sealed.bytes,
    added_at: at,
    added_by: actor.userId ?? '',
    deleted_at: null,
    sealed_for: ownerOf(owner),
    thumb_blob: null,
    thumb_key: null,
  };
}

function kindOf(mediaType: string): AttachmentRow['kind'] {
  if (mediaType.startsWith('image/')) return 'photo';
  return /^(?:audio|video)\//.test(mediaType) ? 'recording' : 'document';
}

/** What came to nothing, or was there already, leaves no sealed file. */
export function removeUnknown(db: ReadDb, blob: string, { base }: AttachmentDeps): void {
  if (db.first(statements.selectNaming({ blob })) === undefined) removeBlob(base().folder, blob);
}
