// Files that belong to a party or an activity: what people see of them, and where their sealed content lies.

import { choice, defineEntity, instant, integer, reference, text } from './field';

export const attachmentKinds = [
  'document',
  'contract',
  'identity',
  'letter',
  'invoice',
  'report',
  'photo',
  'recording',
  'other',
] as const;

const once = { merge: 'once', required: true } as const;
const secret = { secret: true, required: true } as const;
const local = { merge: 'local', required: true } as const;

/** Either `party_id` or `activity_id` is filled. */
export const attachmentEntity = defineEntity({
  key: 'attachment',
  subject: 'party_id',
  data: 'file',
  kept: 'person',
  fields: {
    party_id: reference('party', { owner: true }),
    activity_id: reference('activity', { owner: true, merge: 'once' }),
    name: text(2, { required: true }),
    kind: choice(1, attachmentKinds, { required: true }),
    label: text(2),
    /** As its first bytes tell, never as it was called: `application/octet-stream` when they tell nothing. */
    media_type: text(1, once),
    /** Of the plaintext. */
    bytes: integer(1, once),
    added_at: instant(1, once),
    added_by: reference('app_user', once),
    deleted_at: instant(1, { merge: 'guard' }),
    /** Name of the sealed file. */
    blob: text(1, { ...once, secret: true }),
    /** By which its subject knows the same content again. */
    content: text(1, { ...once, secret: true }),
    /** The party or activity under whose key `file_key` is wrapped; another than the owner only until the next sweep. */
    sealed_for: text(1, secret),
    file_key: text(1, secret),
    /** A small picture, sealed like the file itself; drawn by a window, and drawn again when it is gone. */
    thumb_blob: text(1, { secret: true, derived: true }),
    thumb_key: text(1, { secret: true, derived: true }),
  },
});

/** A sealed file that lies on this device; the id is its name. It stays as long as anything in the ledger may bring it back. */
export const sealedFileEntity = defineEntity({
  key: 'sealed_file',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    bytes: integer(1, local),
    stored_at: instant(1, local),
    /** The key that opened it was destroyed, and the file removed. */
    erased_at: instant(1, { merge: 'local' }),
  },
});
