// Small pictures of images: drawn by a window in its sandbox, kept sealed like any file, never decoded here.

import type { attachmentsContract } from '@shared/features/attachments/attachments.contract';
import { mediaTypeOf, previewOf } from '@shared/features/attachments/media-type';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { blobPath, openBlob, removeBlob, sealChunks, wrapFileKey, type Sealed } from '../../blobs';
import type { ActionContext } from '../../core/context';
import { fileErrorCode } from '../../files';
import { fileKeyOf, type AttachmentDeps } from './attachment-base';
import { deleteSealedFile, insertSealedFile, updateAttachment, type AttachmentRow } from './attachments.sql';
import { rowFor } from './reading';

const MOST_BYTES = 128 * 1024;
type Ops = (typeof attachmentsContract)['operations'];

/** Those that can be read; one that cannot is drawn anew by whoever sees the file. */
export function readThumbnails(
  context: ActionContext,
  ids: readonly string[],
  deps: AttachmentDeps,
): { id: string; image: string }[] {
  return ids.flatMap((id) => {
    const row = rowFor(context, id, 'read');
    const image = row === undefined ? null : thumbnailOf(row, deps);
    return image === null ? [] : [{ id, image: image.toString('base64') }];
  });
}

function thumbnailOf({ sealed_for, thumb_blob, thumb_key }: AttachmentRow, deps: AttachmentDeps): Buffer | null {
  if (thumb_blob === null || thumb_key === null) return null;
  const { folder, subjectKeys } = deps.base();
  const key = fileKeyOf(subjectKeys, { sealed_for, blob: thumb_blob, file_key: thumb_key });
  const blob = key.ok ? openBlob(blobPath(folder, thumb_blob), key.value) : key;
  if (!blob.ok) return null;
  try {
    const chunk = blob.value.read(0);
    return chunk.ok ? chunk.value : null;
  } finally {
    blob.value.close();
  }
}

export function keepThumbnail(
  context: ActionContext,
  { id, image }: InputOf<Ops['setThumbnail']>,
  deps: AttachmentDeps,
): Answer<Ops['setThumbnail']> {
  const row = rowFor(context, id, 'write');
  if (row === undefined) return fail('attachments.not-found', { id });
  const bytes = Buffer.from(image, 'base64');
  if (bytes.length > MOST_BYTES || previewOf(mediaTypeOf(bytes)) !== 'image') return fail('attachments.image-invalid');
  const { folder, subjectKeys } = deps.base();
  const subjectKey = subjectKeys.keyOf(row.sealed_for);
  if (!subjectKey.ok) return fail(subjectKey.error.code, { name: row.name });
  const sealed = sealImage(bytes, { folder, id }, deps);
  if (typeof sealed === 'string') return fail(sealed);
  const { blob, sealedBytes } = sealed;
  const file = { subjectKey: subjectKey.value, subject: row.sealed_for, blob };
  context.local(
    insertSealedFile({
      id: blob,
      bytes: sealedBytes,
      stored_at: context.clock.now(),
      erased_at: null,
    }),
  );
  context.local(
    updateAttachment(id, {
      thumb_blob: blob,
      thumb_key: wrapFileKey(file, sealed.fileKey, deps.random),
    }),
  );
  if (row.thumb_blob !== null) {
    context.local(deleteSealedFile(row.thumb_blob));
    removeBlob(folder, row.thumb_blob);
  }
  return ok({});
}

type DiskCode = 'files.disk-full' | 'files.read-only' | 'files.io';

function sealImage(bytes: Buffer, at: { folder: string; id: string }, { random }: AttachmentDeps): Sealed | DiskCode {
  try {
    return sealChunks([bytes], {
      baseFolder: at.folder,
      tag: at.id,
      random,
      onBytes: () => undefined,
    });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return code === 'files.not-found' ? 'files.io' : code;
  }
}
