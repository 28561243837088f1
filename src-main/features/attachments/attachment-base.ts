// What attachments need of the open base beside its database, and how a row leads to the key of its file.

import type { Random } from '@shared/core/clock';
import { ok, type Failure, type Result } from '@shared/core/result';
import { fail } from '@shared/core/result';
import { unwrapFileKey, type SubjectKeyFailure, type SubjectKeys } from '../../blobs';
import type { AttachmentRow } from './attachments.sql';

export interface AttachmentBase {
  readonly folder: string;
  readonly subjectKeys: SubjectKeys;
  /** Here and in the bases that restores have kept beside this one. Answers how many there were here. */
  destroyKeys(subjects: readonly string[], at: number): number;
}

export interface AttachmentDeps {
  /** Throws when none is open. */
  readonly base: () => AttachmentBase;
  readonly random: Random;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
  /** How many files are just being sealed: what is not in the base yet is no orphan then. */
  readonly sealing: { count: number };
}

/** Whose key a row's file is to be wrapped with. */
export const ownerOf = ({ party_id, activity_id }: Pick<AttachmentRow, 'party_id' | 'activity_id'>): string =>
  party_id ?? activity_id ?? '';

export type KeyFailure = SubjectKeyFailure | Failure<'attachments.damaged'>;
type Wrapped = { readonly sealed_for: string; readonly blob: string; readonly file_key: string };

/** The 32 bytes that open the row's file. */
export function fileKeyOf(
  keys: SubjectKeys,
  { sealed_for: subject, blob, file_key }: Wrapped,
): Result<Buffer, KeyFailure> {
  const key = keys.keyOf(subject);
  if (!key.ok) return key;
  const fileKey = unwrapFileKey({ subjectKey: key.value, subject, blob }, file_key);
  return fileKey === null ? fail('attachments.damaged') : ok(fileKey);
}
