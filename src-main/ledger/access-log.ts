// The log of readings. An answer waits until its reading is committed, and until the disk has it where something leaves the base with
// it; readings that come together are written together.

import type { Reading } from '@shared/core/reads';
import type { Clock } from '@shared/core/clock';
import type { Actor } from '../access';
import type { AccessEventRow, Database, UnwaitedCommits, WriteDb } from '../db';
import { accessHash, subjectsHash } from './access-seal';
import { insertAccess, insertSubject, partiesOf, selectLastAccess } from './audit.sql';
import { genesis } from './seal';

/** A reading and what it came from. */
export interface Noted extends Reading {
  readonly actor: Actor;
  /** Name of the operation that answers, or kind of the job. */
  readonly operation: string;
  /** Job or operation that it is part of, or the record that was opened. */
  readonly workId?: string | null;
}

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

/** A page asks again after each change somebody makes; it is one look. */
const SAME_LOOK_MS = 10 * 60_000;
/** Looks remembered. */
const MOST_LOOKS = 5000;

interface Waiting {
  readonly noted: Noted;
  readonly key: string;
  resolve(): void;
  reject(error: unknown): void;
}

export function createAccessLog(deps: AccessLogDeps): AccessLog {
  const looks = new Map<string, number>();
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
    for (const { key, resolve } of batch) {
      remember(looks, key, deps.clock.now());
      resolve();
    }
  };
  return {
    note(noted) {
      const key = keyOf(noted);
      const before = looks.get(key);
      const now = deps.clock.now();
      if (!leaves(noted) && before !== undefined && now >= before && now - before < SAME_LOOK_MS)
        return Promise.resolve();
      return new Promise((resolve, reject) => {
        if (waiting.push({ noted, key, resolve, reject }) === 1) setImmediate(flush);
      });
    },
    write: (noted) => writeAll(deps, [noted]),
  };
}

/** What was given out cannot be called back, so its reading must be certain first. */
const leaves = ({ way }: Noted): boolean => way === 'export' || way === 'print';

const keyOf = ({ actor, way, operation, fields, of, purpose }: Noted): string =>
  JSON.stringify([actor.userId ?? actor.name, way, operation, fields, of, purpose ?? null]);

function remember(looks: Map<string, number>, key: string, at: number): void {
  looks.delete(key);
  if (looks.size >= MOST_LOOKS) looks.delete(looks.keys().next().value!);
  looks.set(key, at);
}

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

const peopleOf = (db: WriteDb, { entity, ids }: Exclude<Reading['of'], 'everyone'>): string[] => [
  ...new Set(entity === 'party' ? ids : db.all(partiesOf[entity]({ ids: JSON.stringify(ids) })).map(({ id }) => id)),
];

/** The one record, where it is not a person, that was read. */
const recordOf = (of: Reading['of']): string | null =>
  of === 'everyone' || of.entity === 'party' || of.ids.length !== 1 ? null : of.ids[0]!;
