// Compares a restored copy with the present base: the same history, and records picked at random, field by field.

import { z } from 'zod';
import { capturedFields, ledgerEntities, type Entity } from '@shared/catalogue';
import { fail, ok } from '@shared/core/result';
import { openDatabase, readConnection, type ReadDb } from '../../db';
import type { ThreadTask } from '../../jobs';
import * as statements from './backups.sql';
import { hex } from './look';
import { endedByCancel, throwIfCancelled } from './thread-work';

const CompareInput = z.object({
  /** The present base's database, and the 48 raw bytes that open it: the copy may be from before its key was changed. */
  live: z.string(),
  liveKey: z.instanceof(Uint8Array),
  /** Numbers from 0 to 1 that pick the records. */
  chances: z.array(z.number()),
});

export interface Compared {
  readonly sameHistory: boolean;
  readonly compared: number;
  readonly differing: number;
}

const WANTED = 100;

export const compareInThread: ThreadTask<unknown, Compared> = {
  name: 'backups.compare',
  run(thread, given) {
    const { live, liveKey, chances } = CompareInput.parse(given);
    const opened = openDatabase({ file: live, key: liveKey, mode: 'reader' });
    liveKey.fill(0);
    if (!opened.ok) return fail(opened.error.code);
    const present = readConnection(opened.value);
    try {
      return endedByCancel(() => {
        thread.progress({ done: 0, total: WANTED, note: 'comparing' });
        throwIfCancelled(thread);
        const sameHistory = hasSameHistory(thread.db, present);
        return ok({ sameHistory, ...compareRecords(thread.db, present, chances) });
      });
    } finally {
      opened.value.close();
    }
  },
};

function hasSameHistory(copy: ReadDb, present: ReadDb): boolean {
  const head = copy.first(statements.selectHead({}));
  if (head === undefined) return true;
  const same = present.first(statements.selectOperationHash({ seq: head.seq }));
  return same !== undefined && hex(same.hash) === hex(head.hash);
}

/** Up to 100 different records, of each entity about as many as it has rows; what changed since the copy proves nothing. */
function compareRecords(copy: ReadDb, present: ReadDb, chances: readonly number[]): Omit<Compared, 'sameHistory'> {
  const copiedUpTo = copy.first(statements.selectLastChange({}))?.seq ?? 0;
  const sizes = ledgerEntities.map((entity) => ({
    entity,
    last: copy.first(statements.lastRow(entity.key))?.last ?? 0,
  }));
  const total = sizes.reduce((sum, { last }) => sum + last, 0);
  const seen = new Set<string>();
  let differing = 0;
  for (const chance of chances) {
    if (seen.size >= WANTED || total === 0) break;
    const { entity, rowid } = placeOf(sizes, Math.floor(chance * total));
    const row = copy.first(statements.rowFrom(entity.key, rowid));
    if (row === undefined || seen.has(row.id)) continue;
    if (present.first(statements.changedAfter({ record: row.id, seq: copiedUpTo })) !== undefined) continue;
    seen.add(row.id);
    if (!isSame(entity, row, present.first(statements.rowById(entity.key, row.id)))) differing += 1;
  }
  return { compared: seen.size, differing };
}

function placeOf(sizes: readonly { entity: Entity; last: number }[], place: number): { entity: Entity; rowid: number } {
  let left = place;
  for (const { entity, last } of sizes) {
    if (left < last) return { entity, rowid: left + 1 };
    left -= last;
  }
  return { entity: sizes[0]!.entity, rowid: 1 };
}

const isSame = (
  entity: Entity,
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>> | undefined,
): boolean => b !== undefined && capturedFields(entity).every((field) => (a[field] ?? null) === (b[field] ?? null));
