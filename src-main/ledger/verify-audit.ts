// Everything that proves the log: the chain of operations, the chain of readings, and the signatures under both.

import type { AccessEventRow, CheckpointRow, ReadDb } from '../db';
import { accessHash, subjectsHash } from './access-seal';
import {
  selectAccessFrom,
  selectAccessHash,
  selectCheckpointsFrom,
  selectOperationHash,
  selectSubjectsOf,
} from './audit.sql';
import { checkpointHash, hasTrueSignature } from './checkpoint';
import { genesis } from './seal';
import { verifyChain, type ChainReport } from './verify-chain';

export interface AuditReport extends ChainReport {
  readonly readings: number;
  /** Of the first reading that does not fit, or null. */
  readonly readingsBrokenAt: number | null;
  readonly checkpoints: number;
  /** Of the first checkpoint that does not fit what it signs, or null. */
  readonly checkpointBrokenAt: number | null;
  /** The last operation that somebody's key has signed; 0 before the first checkpoint. */
  readonly signedUpTo: number;
}

const PAGE = 500;

export const isWhole = ({ brokenAt, readingsBrokenAt, checkpointBrokenAt }: AuditReport): boolean =>
  brokenAt === null && readingsBrokenAt === null && checkpointBrokenAt === null;

/** `onPage` is told how many entries of all kinds are looked at; it throws to end the look. */
export function verifyAudit(db: ReadDb, onPage: (entries: number) => void = () => undefined): AuditReport {
  const chain = verifyChain(db, onPage);
  const readings = verifyReadings(db, (count) => onPage(chain.operations + count));
  const checkpoints = verifyCheckpoints(db);
  return { ...chain, ...readings, ...checkpoints };
}

function verifyReadings(
  db: ReadDb,
  onPage: (count: number) => void,
): Pick<AuditReport, 'readings' | 'readingsBrokenAt'> {
  let previous: Uint8Array = genesis;
  let readings = 0;
  for (;;) {
    const page = db.all(selectAccessFrom({ after: readings, limit: PAGE }));
    onPage(readings);
    if (page.length === 0) return { readings, readingsBrokenAt: null };
    for (const event of page) {
      if (!isSoundReading(db, event, { previous, readings })) return { readings, readingsBrokenAt: event.seq };
      previous = event.hash;
      readings += 1;
    }
  }
}

function isSoundReading(
  db: ReadDb,
  event: AccessEventRow,
  { previous, readings }: { readonly previous: Uint8Array; readonly readings: number },
): boolean {
  const people = db.all(selectSubjectsOf({ seq: event.seq })).map(({ party_id }) => party_id);
  return (
    event.seq === readings + 1 &&
    (event.scope === 'everyone' ? people.length === 0 : people.length === event.people) &&
    same(event.subjects_hash, subjectsHash(people)) &&
    same(event.hash, accessHash(previous, event))
  );
}

function verifyCheckpoints(db: ReadDb): Pick<AuditReport, 'checkpoints' | 'checkpointBrokenAt' | 'signedUpTo'> {
  let last: CheckpointRow | undefined;
  let checkpoints = 0;
  for (;;) {
    const page = db.all(selectCheckpointsFrom({ after: checkpoints, limit: PAGE }));
    const signedUpTo = last?.operation_seq ?? 0;
    if (page.length === 0) return { checkpoints, checkpointBrokenAt: null, signedUpTo };
    for (const row of page) {
      if (!isSoundCheckpoint(db, row, last)) return { checkpoints, checkpointBrokenAt: row.seq, signedUpTo };
      last = row;
      checkpoints += 1;
    }
  }
}

function isSoundCheckpoint(db: ReadDb, row: CheckpointRow, last: CheckpointRow | undefined): boolean {
  const operation = db.first(selectOperationHash({ seq: row.operation_seq }))?.hash;
  const access = row.access_seq === 0 ? genesis : db.first(selectAccessHash({ seq: row.access_seq }))?.hash;
  return (
    row.seq === (last?.seq ?? 0) + 1 &&
    row.operation_seq >= (last?.operation_seq ?? 0) &&
    row.access_seq >= (last?.access_seq ?? 0) &&
    same(row.previous_hash, last === undefined ? genesis : checkpointHash(last)) &&
    operation !== undefined &&
    same(row.operation_hash, operation) &&
    access !== undefined &&
    same(row.access_hash, access) &&
    hasTrueSignature(row)
  );
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
