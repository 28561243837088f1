// Signs the state of the chains: every 500 operations, after an hour, and whenever somebody is asked to witness it.

import type { CheckpointOccasion, CheckpointRow, WriteDb } from '../db';
import * as statements from './audit.sql';
import { checkpointHash, checkpointMessage } from './checkpoint';
import { genesis } from './seal';

/** Whose key signs; the private part stays behind `sign`. */
export interface Signer {
  readonly userId: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** The last operation and when it was. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly at: number;
}

const MOST_OPERATIONS = 500;
const MOST_MS = 60 * 60_000;

type Last = Pick<CheckpointRow, 'operation_seq' | 'access_seq' | 'at'>;

/** Why a checkpoint is due by itself, or null. The first operation of a base is signed at once: from there on nothing is unsigned for long. */
export function dueOccasion(last: Last | undefined, head: ChainHead): CheckpointOccasion | null {
  if (last === undefined) return 'count';
  if (head.seq - last.operation_seq >= MOST_OPERATIONS) return 'count';
  const passed = head.at - last.at;
  return passed >= MOST_MS || passed < 0 ? 'time' : null;
}

/** Inside a transaction. Answers the new checkpoint, or null when nothing happened since the last one. */
export function signHead(
  db: WriteDb,
  signer: Signer,
  { head, deviceId, occasion }: { head: ChainHead; deviceId: string; occasion: CheckpointOccasion },
): CheckpointRow | null {
  const last = db.first(statements.selectLastCheckpoint({}));
  const access = db.first(statements.selectLastAccess({}));
  if (last?.operation_seq === head.seq && last.access_seq === (access?.seq ?? 0)) return null;
  const body = {
    seq: (last?.seq ?? 0) + 1,
    device_id: deviceId,
    user_id: signer.userId,
    occasion,
    at: head.at,
    operation_seq: head.seq,
    operation_hash: head.hash,
    access_seq: access?.seq ?? 0,
    access_hash: access?.hash ?? genesis,
    previous_hash: last === undefined ? genesis : checkpointHash(last),
    public_key: signer.publicKey,
  };
  const row = { ...body, signature: signer.sign(checkpointMessage(body)) };
  db.run(statements.insertCheckpoint(row));
  return row;
}
