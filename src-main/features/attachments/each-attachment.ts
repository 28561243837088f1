// Every attachment in use with its content as it was, one after the other, for whoever takes everything out of a base: an exit package,
// a person's own copy. Made for threads: it needs what a thread has, a read connection and the database's name and key, and holds one chunk at a time.

import { dirname } from 'node:path';
import type { Result } from '@shared/core/result';
import { ok } from '@shared/core/result';
import { blobPath, createSubjectKeys, openBlob, plainChunks, type BlobFailure } from '../../blobs';
import type { ReadDb } from '../../db';
import { fileKeyOf, type KeyFailure } from './attachment-base';
import { selectAllInUse, type AttachmentRow } from './attachments.sql';

export interface PlainAttachment extends Pick<
  AttachmentRow,
  'id' | 'party_id' | 'activity_id' | 'name' | 'kind' | 'label' | 'media_type' | 'bytes' | 'added_at' | 'added_by'
> {
  /**
   * The plaintext in pieces of at most 1 MiB, to be drawn to the end. Throws `BlobDamaged` where a piece is not what was sealed;
   * answers a failure when the file cannot be opened at all. `name` is a proposal, never a path.
   */
  open(): Result<Iterable<Uint8Array>, BlobFailure | KeyFailure>;
}

export interface AttachmentSource {
  readonly db: ReadDb;
  readonly databaseFile: string;
  /** The 48 bytes of the base's database; stays the caller's. */
  readonly databaseKey: Uint8Array;
}

/** In the order in which they were made. What is in the bin is left out. */
export function* eachAttachment({ db, databaseFile, databaseKey }: AttachmentSource): Iterable<PlainAttachment> {
  const keys = createSubjectKeys({ databaseFile, databaseKey }, 'reader');
  try {
    for (const row of db.each(selectAllInUse({}))) {
      const { id, party_id, activity_id, name, kind, label, media_type, bytes, added_at, added_by } = row;
      const open: PlainAttachment['open'] = () => {
        const key = fileKeyOf(keys, row);
        if (!key.ok) return key;
        const blob = openBlob(blobPath(dirname(databaseFile), row.blob), key.value);
        return blob.ok ? ok(closing(blob.value)) : blob;
      };
      yield {
        id,
        party_id,
        activity_id,
        name,
        kind,
        label,
        media_type,
        bytes,
        added_at,
        added_by,
        open,
      };
    }
  } finally {
    keys.close();
  }
}

function* closing(blob: Parameters<typeof plainChunks>[0]): Iterable<Uint8Array> {
  try {
    yield* plainChunks(blob);
  } finally {
    blob.close();
  }
}
