// The audit chain: each operation's hash covers its header, all its changes and the hash before it, so that an edit, a
// removal in the middle or a new order shows. A change's hash is salted: erasing old, new and salt later keeps the chain whole.

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

const canonicalHeader = (header: Header): string =>
  JSON.stringify([
    header.seq,
    header.id,
    header.device_id,
    header.counter,
    header.hlc,
    header.at,
    header.user_id,
    header.actor,
    header.command,
    header.reason,
    header.group_id,
    header.undoes_id,
    header.details,
    header.first_change,
    header.last_change,
    header.changes,
  ]);
