// Files of a party or an activity: adding, listing, reading, saving elsewhere, renaming, removing.

import { z } from 'zod';
import { attachmentKinds } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CONTENT, opened, type AccessWay, type Reading } from '../../core/reads';
import { Cursor, Instant, Line, OptionalLine, PageLimit } from '../../core/schemas';
import { UserRef } from '../parties/party';

/** Whose files: of a merged party, those of all its records. */
export const AttachmentOwner = z.union([z.strictObject({ partyId: Id }), z.strictObject({ activityId: Id })]);
export type AttachmentOwner = z.infer<typeof AttachmentOwner>;

/** missing: the row is there, its file is not. erased: the key was destroyed, nobody can ever read it again. */
export const attachmentStates = ['present', 'missing', 'erased'] as const;

export const AttachmentItem = z.object({
  id: Id,
  /** The record it was added to; null for one of an activity. */
  partyId: Id.nullable(),
  activity: z.object({ id: Id, subject: z.string() }).nullable(),
  name: z.string(),
  kind: z.enum(attachmentKinds),
  label: z.string().nullable(),
  /** As its first bytes tell. */
  mediaType: z.string(),
  bytes: z.number().int(),
  addedAt: Instant,
  addedBy: UserRef.nullable(),
  state: z.enum(attachmentStates),
  hasThumbnail: z.boolean(),
});
export type AttachmentItem = z.infer<typeof AttachmentItem>;

/** What a job `attachments.add` answers when it is done. */
export const AddedFiles = z.object({
  added: z.array(z.object({ id: Id, name: z.string(), bytes: z.number().int() })),
  /** The same content under the same name was there before. */
  already: z.array(z.object({ id: Id, name: z.string() })),
  refused: z.array(z.object({ name: z.string(), code: z.string(), details: z.record(z.string(), z.unknown()) })),
  /** By which those added are taken back. */
  operationId: Id.optional(),
});
export type AddedFiles = z.infer<typeof AddedFiles>;

/** Codes of reading a file, whoever asks for it. */
export const readingErrors = [
  'attachments.not-found',
  'attachments.missing',
  'attachments.damaged',
  'attachments.erased',
  'attachments.key-missing',
] as const;

/** Codes of a file that cannot be taken. */
export const takingErrors = [
  'attachments.file-missing',
  'attachments.not-a-file',
  'attachments.too-large',
  'attachments.file-changed',
] as const;

/** A token of the window, or a path on the command line. */
const FileToken = z.string().min(1).max(4096);
/** 128 KiB in base64. */
const Thumbnail = z.base64().max(175_000);

/** What a file holds counts as class 3, whatever it is. */
export const contentOf = (way: AccessWay, ids: readonly string[]): Reading => ({
  way,
  fields: [CONTENT],
  of: { entity: 'attachment', ids },
});

export const attachmentsContract = defineContract('attachments', {
  list: query({
    permission: 'parties.read',
    input: z.strictObject({
      of: AttachmentOwner,
      /** In name or label, in any spelling. */
      text: z.string().max(200).optional(),
      kinds: z.array(z.enum(attachmentKinds)).max(20).optional(),
      /** Of a party: with the files of the activities it took part in. */
      withActivities: z.boolean().default(true),
      after: Cursor.optional(),
      limit: PageLimit,
    }),
    output: z.object({ items: z.array(AttachmentItem), next: Cursor.nullable() }),
    reads: ({ of }) =>
      'partyId' in of
        ? opened([of.partyId])
        : { way: 'open', fields: [], of: { entity: 'activity', ids: [of.activityId] } },
    emergency: true,
    errors: ['attachments.cursor-invalid'],
  }),
  get: query({
    permission: 'parties.read',
    input: z.strictObject({ id: Id }),
    output: AttachmentItem,
    reads: ({ id }) => ({ way: 'open', fields: [], of: { entity: 'attachment', ids: [id] } }),
    emergency: true,
    errors: ['attachments.not-found'],
  }),
  /** Seals files into the base; one operation of the ledger for all that could be taken. */
  add: action({
    permission: 'parties.write',
    input: z.strictObject({
      to: AttachmentOwner,
      files: z
        .array(z.strictObject({ file: FileToken, name: z.string().max(1000).optional() }))
        .min(1)
        .max(100),
      /** Left out: by what the file is. */
      kind: z.enum(attachmentKinds).optional(),
      label: OptionalLine,
    }),
    output: z.object({ jobId: Id }),
    errors: ['attachments.owner-not-found', 'attachments.file-missing'],
  }),
  /** Gives the file back outside the base, as a plain one: written down in the ledger. */
  save: action({
    permission: 'parties.read',
    input: z.strictObject({ id: Id, file: FileToken }),
    takesOut: ({ id }) => ({ entity: 'attachment', ids: [id] }),
    output: z.object({ jobId: Id }),
    errors: ['attachments.not-found', 'files.not-found'],
  }),
  /** One mebibyte of the content, the first is number 0. */
  read: action({
    permission: 'parties.read',
    input: z.strictObject({ id: Id, part: z.number().int().min(0).default(0) }),
    output: z.object({ bytes: z.base64(), parts: z.number().int(), mediaType: z.string() }),
    reads: ({ id }) => contentOf('open', [id]),
    emergency: true,
    errors: [...readingErrors, 'attachments.no-such-part'],
  }),
  thumbnails: action({
    permission: 'parties.read',
    input: z.strictObject({ ids: z.array(Id).max(50) }),
    /** Those that have one and can be read. */
    output: z.object({ images: z.array(z.object({ id: Id, image: z.base64() })) }),
    reads: (_, { images }) =>
      images.length === 0
        ? null
        : contentOf(
            'list',
            images.map(({ id }) => id),
          ),
    emergency: true,
    errors: [],
  }),
  /** A small JPEG, PNG or WebP that a window has drawn; the engine decodes no image. */
  setThumbnail: action({
    permission: 'parties.write',
    input: z.strictObject({ id: Id, image: Thumbnail }),
    output: z.object({}),
    errors: [
      'attachments.not-found',
      'attachments.erased',
      'attachments.key-missing',
      'attachments.image-invalid',
      'files.disk-full',
      'files.read-only',
      'files.io',
    ],
  }),
  update: command({
    permission: 'parties.write',
    input: z.strictObject({
      id: Id,
      name: Line.optional(),
      kind: z.enum(attachmentKinds).optional(),
      label: OptionalLine,
    }),
    output: z.object({ id: Id }),
    errors: ['attachments.not-found'],
  }),
  /** Takes it off the lists; undo brings it back. The content stays until its owner is erased. */
  remove: command({
    permission: 'parties.write',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['attachments.not-found'],
  }),
});
