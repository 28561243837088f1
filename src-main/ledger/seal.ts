// The audit chain: each operation's hash covers its header, all its changes and the hash before it, so that an edit, a
// removal in the middle or a new order shows. The hashes of a change and of an operation's words (reason and details) are salted:
// erasing words and salt later keeps the chain whole. resources/audit/FORMAT.md describes it for others.

import { sha256 } from '../keys';
import type { ChangeRow, OperationRow } from '../db';

export type Header = Omit<OperationRow, 'payload_hash' | 'previous_hash' | 'hash'>;

export const genesis: Uint8Array = new Uint8Array(32);

/** SHA-256 of the salt and the canonical change. Of an erased change only this hash is left, in `change.hash`. */
export function changeHash(change: ChangeRow): Uint8Array {
  if (change.hash !== null && change.old === null && change.new === null && change.salt === null) return change.hash;
  const text = JSON.stringify([
    change.entity,
    change.record_id,
    change.party_id,
    change.action,
    change.old,
    change.new,
  ]);
  return sha256(salted(change.salt, text));
}

function salted(salt: Uint8Array | null, text: string): Uint8Array {
  const head = salt?.length ?? 0;
  const bytes = Buffer.allocUnsafe(head + Buffer.byteLength(text));
  if (salt !== null) bytes.set(salt);
  bytes.write(text, head);
  return bytes;
}

const HASH_BYTES = 32;

export function payloadHash(changes: readonly ChangeRow[]): Uint8Array {
  const hashes = Buffer.allocUnsafe(changes.length * HASH_BYTES);
  for (const [index, change] of changes.entries()) hashes.set(changeHash(change), index * HASH_BYTES);
  return sha256(hashes);
}

export function operationHash(previous: Uint8Array, header: Header, payload: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([previous, Buffer.from(canonicalHeader(header)), payload]));
}

/** SHA-256 of the salt and the words; null where there are none, or where the header itself holds them as it did before. */
export function noteHash({ note_salt, note_hash, reason, details }: Header): Uint8Array | null {
  return note_salt === null ? note_hash : sha256(salted(note_salt, JSON.stringify([reason, details])));
}

/** Whether reason and details are as they were sealed or erased whole. */
export const hasSoundNote = ({ note_salt, note_hash, reason, details }: Header): boolean =>
  note_hash === null || (note_salt === null && reason === null && details === null);

/** 16 values with the words among them, as it always was; 15 with their hash at the end since they can be erased. */
export function canonicalHeader(header: Header): string {
  const { seq, id, device_id, counter, hlc, at, user_id, actor, command, group_id, undoes_id } = header;
  const { first_change, last_change, changes, reason, details } = header;
  const start = [seq, id, device_id, counter, hlc, at, user_id, actor, command];
  const end = [first_change, last_change, changes];
  const note = noteHash(header);
  return JSON.stringify(
    note === null
      ? [...start, reason, group_id, undoes_id, details, ...end]
      : [...start, group_id, undoes_id, ...end, Buffer.from(note).toString('hex')],
  );
}
