// The log of readings. An answer waits until its reading is committed, and until the disk has it where something leaves the base with
// it; readings that come together are written together.

import { leavesBase, type Reading } from '@shared/core/reads';
import type { Clock } from '@shared/core/clock';
import type { AccessEventRow, Database, ReadDb, UnwaitedCommits, WriteDb } from '../db';
import { accessHash, subjectsHash } from './access-seal';
import { insertAccess, insertSubject, partiesOf, selectLastAccess } from './audit.sql';
import { createLooks, type Noted } from './looks';
import { genesis } from './seal';

export interface AccessLog {
  /** Resolves when it is committed. What the same person was shown of the same people in the same way minutes ago is not written again. */
  note(noted: Noted): Promise<void>;
  /** Before something leaves the base: on the disk on return, every time. */
  write(noted: Noted): void;
}

export interface AccessLogDeps {
  readonly database: Database;
  readonly db: WriteDb;
  readonly unwaited: UnwaitedCommits;
  readonly deviceId: string;
  readonly clock: Clock;
}

interface Waiting {
  readonly noted: Noted;
  resolve(): void;
  reject(error: unknown): void;
}

export function createAccessLog(deps: AccessLogDeps): AccessLog {
  const looks = createLooks(deps.clock);
  const waiting: Waiting[] = [];
  const flush = (): void => {
    const batch = waiting.splice(0);
    const readings = batch.map(({ noted }) => noted);
    const write = (): void => writeAll(deps, readings);
    try {
      if (readings.some(leaves)) write();
      else deps.unwaited.run(write);
    } catch (error) {
      for (const one of batch) one.reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  };
  const written = (noted: Noted): Promise<void> =>
    new Promise((resolve, reject) => {
      if (waiting.push({ noted, resolve, reject }) === 1) setImmediate(flush);
    });
  return {
    note: (noted) => (leaves(noted) ? written(noted) : looks.once(noted, written)),
    write: (noted) => writeAll(deps, [noted]),
  };
}

/** Its reading must be certain first. */
const leaves = ({ way }: Noted): boolean => leavesBase(way);

function writeAll({ database, db, deviceId, clock }: AccessLogDeps, batch: readonly Noted[]): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const last = db.first(selectLastAccess({}));
    let head = { seq: last?.seq ?? 0, hash: last?.hash ?? genesis };
    for (const noted of batch) head = writeOne(db, noted, { head, deviceId, at: clock.now() });
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

interface Place {
  readonly head: { readonly seq: number; readonly hash: Uint8Array };
  readonly deviceId: string;
  readonly at: number;
}

function writeOne(db: WriteDb, noted: Noted, { head, deviceId, at }: Place): { seq: number; hash: Uint8Array } {
  const seq = head.seq + 1;
  const people = noted.of === 'everyone' ? [] : peopleOf(db, noted.of);
  for (const party_id of people) db.run(insertSubject({ party_id, event_seq: seq }));
  const body: Omit<AccessEventRow, 'hash'> = {
    seq,
    at,
    device_id: deviceId,
    user_id: noted.actor.userId,
    actor: noted.actor.name,
    way: noted.way,
    operation: noted.operation,
    scope: noted.of === 'everyone' ? 'everyone' : 'people',
    people: people.length,
    fields: JSON.stringify(noted.fields),
    purpose: noted.purpose ?? null,
    work_id: noted.workId ?? recordOf(noted.of),
    subjects_hash: subjectsHash(people),
  };
  const hash = accessHash(head.hash, body);
  db.run(insertAccess({ ...body, hash }));
  return { seq, hash };
}

/** Whom a reading is about, as the records it named. */
export const peopleOf = (db: ReadDb, { entity, ids }: Exclude<Reading['of'], 'everyone'>): string[] => [
  ...new Set(entity === 'party' ? ids : db.all(partiesOf[entity]({ ids: JSON.stringify(ids) })).map(({ id }) => id)),
];

/** The one record, where it is not a person, that was read. */
export const recordOf = (of: Reading['of']): string | null =>
  of === 'everyone' || of.entity === 'party' || of.ids.length !== 1 ? null : of.ids[0]!;
