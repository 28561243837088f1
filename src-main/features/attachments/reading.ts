// Which attachments somebody may see, as they leave the engine: the one place where rights will be asked for each row.

import type { AttachmentItem, AttachmentOwner } from '@shared/features/attachments/attachments.contract';
import type { Actor } from '../../access';
import { storedBytes } from '../../blobs';
import type { ReadDb } from '../../db';
import { userRefs } from '../users';
import {
  selectActivitySubject,
  selectAttachment,
  selectCountOfParties,
  selectErased,
  type AttachmentRow,
  type ListedRow,
} from './attachments.sql';
import type { AttachmentBase } from './attachment-base';

export type Access = 'read' | 'write';

/** A file of an activity is part of the activity. */
export const mayActOn = (actor: Actor, { activity_id }: Pick<AttachmentRow, 'activity_id'>, access: Access): boolean =>
  activity_id === null ? actor.can(`parties.${access}`) : actor.can(`activities.${access}`);

export const mayActOnOwner = (actor: Actor, owner: AttachmentOwner, access: Access): boolean =>
  actor.can(`${'partyId' in owner ? 'parties' : 'activities'}.${access}`);

interface Asking {
  readonly db: ReadDb;
  readonly actor: Actor;
}

/** The row, unless there is none, it is in the bin, or it is none of the actor's business. */
export function rowFor({ db, actor }: Asking, id: string, access: Access): ListedRow | undefined {
  const row = db.first(selectAttachment({ id }));
  if (row === undefined || row.deleted_at !== null || !mayActOn(actor, row, access)) return undefined;
  if (row.activity_id === null) return { ...row, activity_subject: null };
  const activity = db.first(selectActivitySubject({ id: row.activity_id }));
  return activity === undefined ? undefined : { ...row, activity_subject: activity.subject };
}

/** Of one party: the ids of all records that are it; without the files of its activities. */
export const countAttachments = (db: ReadDb, partyIds: readonly string[]): number =>
  db.first(selectCountOfParties({ parties: JSON.stringify(partyIds) }))?.count ?? 0;

export function itemsOf(db: ReadDb, base: AttachmentBase): (row: ListedRow) => AttachmentItem {
  const users = userRefs(db);
  return (row) => ({
    id: row.id,
    partyId: row.party_id,
    activity: row.activity_id === null ? null : { id: row.activity_id, subject: row.activity_subject ?? '' },
    name: row.name,
    kind: row.kind,
    label: row.label,
    mediaType: row.media_type,
    bytes: row.bytes,
    addedAt: row.added_at,
    addedBy: users(row.added_by),
    state: stateOf(db, base, row),
    hasThumbnail: row.thumb_blob !== null,
  });
}

function stateOf(db: ReadDb, { folder, subjectKeys }: AttachmentBase, row: AttachmentRow): AttachmentItem['state'] {
  if ((db.first(selectErased({ id: row.blob }))?.erased_at ?? null) !== null) return 'erased';
  const key = subjectKeys.keyOf(row.sealed_for);
  if (!key.ok && key.error.code === 'attachments.erased') return 'erased';
  return storedBytes(folder, row.blob) === null ? 'missing' : 'present';
}
