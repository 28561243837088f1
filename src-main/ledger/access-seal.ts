// The chain of readings: each event's hash covers it, everybody it was about, and the hash before it.

import type { AccessEventRow } from '../db';
import { sha256 } from '../keys';

export type AccessBody = Omit<AccessEventRow, 'hash'>;

/** SHA-256 over the ids of the people, ascending, a line feed after each. */
export const subjectsHash = (ids: readonly string[]): Uint8Array =>
  sha256(
    ids
      .toSorted()
      .map((id) => `${id}\n`)
      .join(''),
  );

export const accessHash = (previous: Uint8Array, body: AccessBody): Uint8Array =>
  sha256(Buffer.concat([previous, Buffer.from(canonicalAccess(body)), body.subjects_hash]));

export const canonicalAccess = (body: AccessBody): string =>
  JSON.stringify([
    body.seq,
    body.at,
    body.device_id,
    body.user_id,
    body.actor,
    body.way,
    body.operation,
    body.scope,
    body.people,
    body.fields,
    body.purpose,
    body.work_id,
  ]);
