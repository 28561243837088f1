// Making somebody's attachments unreadable for good: the key is destroyed, here and in the bases kept beside this one; every sealed
// file that only it could open is removed. Copies on other media stay what they are: noise without a key.

import { ok, type Failure, type Result } from '@shared/core/result';
import { removeBlob, wrapFileKey } from '../../blobs';
import type { ActionContext } from '../../core/context';
import { fileKeyOf, ownerOf, type AttachmentDeps } from './attachment-base';
import * as statements from './attachments.sql';
import type { AttachmentRow } from './attachments.sql';

export interface ErasedSubject {
  /** Keys destroyed: of the records named, and of activities in which only they took part. */
  readonly keys: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * `partyIds`: every record that is the person. An activity with other participants keeps its files. The rows stay, marked as
 * erased, until whoever erases the person removes them. Cut off in the middle, the next sweep finishes what the key's end began.
 */
export function eraseSubject(
  context: ActionContext,
  partyIds: readonly string[],
  deps: AttachmentDeps,
): Result<ErasedSubject, Failure> {
  const parties = JSON.stringify(partyIds);
  const activities = context.db.all(statements.selectOwnActivities({ parties })).map(({ id }) => id);
  const subjects = [...partyIds, ...activities];
  const rewrapped = rewrapFor(context, subjects, deps);
  if (!rewrapped.ok) return rewrapped;
  const keys = deps.base().destroyKeys(subjects, context.clock.now());
  const removed = removeErased(context, subjects, deps.base().folder);
  context.commit(() => ok(undefined), { always: true, details: { keys, files: removed.files } });
  return ok({ keys, ...removed });
}

/** Before keys are destroyed: files of theirs that others' keys open, and of others that theirs do, change to their owner's. */
export function rewrapFor(
  context: ActionContext,
  subjects: readonly string[],
  deps: AttachmentDeps,
): Result<number, Failure> {
  const belonging = subjects.flatMap((subject) => [
    ...context.db.all(statements.selectSealedFor({ subject })),
    ...context.db.all(statements.selectOwnedBy({ party: subject })),
  ]);
  return rewrap(context, belonging, deps);
}

/** Files that changed hands get wrapped under the key of whom they belong to now. Answers how many. */
export function rewrap(
  context: ActionContext,
  rows: readonly AttachmentRow[],
  deps: AttachmentDeps,
): Result<number, Failure> {
  const { subjectKeys } = deps.base();
  return context.commit(({ db }) => {
    let changed = 0;
    for (const row of new Map(rows.map((one) => [one.id, one])).values()) {
      const subject = ownerOf(row);
      if (row.sealed_for === subject) continue;
      const fileKey = fileKeyOf(subjectKeys, row);
      const key = subjectKeys.keyFor(subject, deps.random);
      // Nobody can move what nobody can open.
      if (!key.ok || !fileKey.ok) continue;
      const file_key = wrapFileKey({ subjectKey: key.value, subject, blob: row.blob }, fileKey.value, deps.random);
      // The picture is drawn anew under the new key.
      db.run(
        statements.updateAttachment(row.id, {
          sealed_for: subject,
          file_key,
          thumb_blob: null,
          thumb_key: null,
        }),
      );
      changed += 1;
    }
    return ok(changed);
  });
}

/** Removes the sealed files of subjects whose keys are gone, unless another subject's row opens them too. */
export function removeErased(
  context: Pick<ActionContext, 'db' | 'clock' | 'local'>,
  subjects: readonly string[],
  folder: string,
): { files: number; bytes: number } {
  const gone = new Set(subjects);
  const removed = { files: 0, bytes: 0 };
  for (const subject of subjects) {
    for (const row of context.db.all(statements.selectSealedFor({ subject }))) {
      for (const blob of [row.blob, row.thumb_blob]) {
        if (blob === null || isErased(context, blob)) continue;
        const users = context.db.all(statements.selectUsersOf({ blob }));
        if (users.some(({ sealed_for }) => !gone.has(sealed_for))) continue;
        context.local(statements.markErased(blob, context.clock.now()));
        removeBlob(folder, blob);
        removed.files += 1;
        removed.bytes += blob === row.blob ? row.bytes : 0;
      }
    }
  }
  return removed;
}

const isErased = ({ db }: Pick<ActionContext, 'db'>, id: string): boolean =>
  (db.first(statements.selectErased({ id }))?.erased_at ?? null) !== null;
