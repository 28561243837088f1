// A checkpoint: somebody's signature under the state of the chains of operations and of readings. Each names the one before it.

import type { CheckpointRow } from '../db';
import { sha256, verifyInDomain } from '../keys';

export type CheckpointBody = Omit<CheckpointRow, 'signature'>;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What is signed. */
export const checkpointMessage = (body: CheckpointBody): Buffer =>
  Buffer.from(
    JSON.stringify([
      body.seq,
      body.device_id,
      body.user_id,
      body.occasion,
      body.at,
      body.operation_seq,
      hex(body.operation_hash),
      body.access_seq,
      hex(body.access_hash),
      hex(body.previous_hash),
      hex(body.public_key),
    ]),
  );

/** By which the next one names it. */
export const checkpointHash = (row: CheckpointRow): Uint8Array =>
  sha256(Buffer.concat([checkpointMessage(row), row.signature]));

export const hasTrueSignature = (row: CheckpointRow): boolean =>
  verifyInDomain('checkpoint', row.public_key, { message: checkpointMessage(row), signature: row.signature });
