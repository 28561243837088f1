// The rules of attachments: whose they are, what they are called, and how their content is read without leaving a trace of it.

import { z } from 'zod';
import type { attachmentsContract } from '@shared/features/attachments/attachments.contract';
import { cleanFileName } from '@shared/features/attachments/file-name';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import { fold } from '@shared/text/fold';
import { blobPath, openBlob } from '../../blobs';
import type { ActionContext, Handlers, QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import { memberIdsOf } from '../clusters';
import { startAdding } from './add-files';
import { fileKeyOf, type AttachmentDeps } from './attachment-base';
import * as statements from './attachments.sql';
import { itemsOf, mayActOnOwner, rowFor } from './reading';
import { startSaving } from './save-file';
import { keepThumbnail, readThumbnails } from './thumbnails';

type Ops = (typeof attachmentsContract)['operations'];

export function createAttachmentsService(deps: AttachmentDeps): Handlers<typeof attachmentsContract> {
  return {
    list: (context, input) => list(context, input, deps),
    get(context, { id }) {
      const row = rowFor(context, id, 'read');
      return row === undefined ? fail('attachments.not-found', { id }) : ok(itemsOf(context.db, deps.base())(row));
    },
    add: async (context, input) => startAdding(context, input, deps),
    save: async (context, input) => startSaving(context, input, deps),
    read: async (context, input) => readPart(context, input, deps),
    thumbnails: async (context, { ids }) => ok({ images: readThumbnails(context, ids, deps) }),
    setThumbnail: async (context, input) => keepThumbnail(context, input, deps),
    update(context, { id, name, kind, label }) {
      if (rowFor(context, id, 'write') === undefined) return fail('attachments.not-found', { id });
      const columns: Partial<statements.AttachmentRow> = {};
      if (name !== undefined) columns.name = cleanFileName(name);
      if (kind !== undefined) columns.kind = kind;
      if (label !== undefined) columns.label = label === null ? null : cleanLine(label) || null;
      if (Object.keys(columns).length > 0) context.db.run(statements.updateAttachment(id, columns));
      return ok({ id });
    },
    remove(context, { id }) {
      if (rowFor(context, id, 'write') === undefined) return fail('attachments.not-found', { id });
      context.db.run(statements.updateAttachment(id, { deleted_at: context.at }));
      return ok({ id });
    },
  };
}

const Place = z.tuple([z.number(), z.string()]);

function list(
  { db, actor }: QueryContext,
  { of, text, kinds, withActivities, after, limit }: InputOf<Ops['list']>,
  deps: AttachmentDeps,
): Answer<Ops['list']> {
  const before = after === undefined ? null : readCursor(Place, after);
  if (before === undefined) return fail('attachments.cursor-invalid');
  if (!mayActOnOwner(actor, of, 'read')) return ok({ items: [], next: null });
  const listing = {
    partyIds: 'partyId' in of ? memberIdsOf(db, of.partyId) : [],
    activityId: 'activityId' in of ? of.activityId : null,
    withActivities: withActivities && actor.can('activities.read'),
    kinds,
    before,
  };
  const wanted = fold(text ?? '');
  const found: statements.ListedRow[] = [];
  for (const row of db.each(statements.selectListed(listing))) {
    if (wanted !== '' && !fold(`${row.name} ${row.label ?? ''}`).includes(wanted)) continue;
    if (found.push(row) > limit) break;
  }
  const last = found.length > limit ? found[limit - 1] : undefined;
  return ok({
    items: found.slice(0, limit).map(itemsOf(db, deps.base())),
    next: last === undefined ? null : writeCursor([last.added_at, last.id]),
  });
}

/** Only what is asked for is opened, and each part proves itself. */
function readPart(
  context: ActionContext,
  { id, part }: InputOf<Ops['read']>,
  deps: AttachmentDeps,
): Answer<Ops['read']> {
  const row = rowFor(context, id, 'read');
  if (row === undefined) return fail('attachments.not-found', { id });
  const { folder, subjectKeys } = deps.base();
  const named = { name: row.name };
  const key = fileKeyOf(subjectKeys, row);
  if (!key.ok) return fail(key.error.code, named);
  const blob = openBlob(blobPath(folder, row.blob), key.value);
  if (!blob.ok) return fail(blob.error.code, named);
  try {
    if (part >= blob.value.chunks) return fail('attachments.no-such-part', { parts: blob.value.chunks });
    const chunk = blob.value.read(part);
    if (!chunk.ok) return fail(chunk.error.code, named);
    return ok({
      bytes: chunk.value.toString('base64'),
      parts: blob.value.chunks,
      mediaType: row.media_type,
    });
  } finally {
    blob.value.close();
  }
}
