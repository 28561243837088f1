// Carries out an erasure that is noted beside the keys: files, rows, history, and the log of the database. May be cut off anywhere; whoever
// opens the base next begins again and ends it.

import type { Clock } from '@shared/core/clock';
import type { IdMaker } from '@shared/core/ids';
import { ok } from '@shared/core/result';
import type { Actor } from '../../access';
import type { ErasureNote, SubjectKeys } from '../../blobs';
import type { ReadDb, WriteDb } from '../../db';
import type { UnitOfWork } from '../../ledger';
import { removeErased } from '../attachments';
import { copiesOf } from './copies';
import { eraseRows, type ErasedCounts } from './erase-rows';
import { insertErasure, selectErasure } from './erasure.sql';
import { personWith } from './person';
import { residueOf, type Residue } from './residue';

/** What an erasure needs of an open base. */
export interface ErasingBase {
  readonly folder: string;
  readonly read: ReadDb;
  readonly write: WriteDb;
  readonly unitOfWork: UnitOfWork;
  readonly subjectKeys: SubjectKeys;
  /** Moves everything from the database's log into its file and cuts the log to nothing; false while somebody reads. */
  emptyLog(): boolean;
}

export interface Carrying {
  readonly base: ErasingBase;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ids: IdMaker;
}

/** Answers whether it is over; otherwise somebody reads just now, and it is to be asked again. */
export function carryOut(carrying: Carrying, note: ErasureNote, found?: Residue): boolean {
  const { base, clock } = carrying;
  if (base.read.first(selectErasure({ id: note.id })) === undefined) erase(carrying, note, found);
  if (!base.emptyLog()) return false;
  base.subjectKeys.erasureDone(note.id, clock.now());
  return true;
}

/** Those that a copy, or a program that was cut off, has left undone. Answers how many. */
export function carryOutPending(carrying: Carrying): number {
  const { base } = carrying;
  const undone = new Set(base.subjectKeys.erasures('undone').map(({ id }) => id));
  const pending = base.subjectKeys
    .erasures()
    .filter(({ id }) => undone.has(id) || base.read.first(selectErasure({ id })) === undefined);
  for (const note of pending) carryOut(carrying, note);
  return pending.length;
}

function erase({ base, actor, clock, ids }: Carrying, note: ErasureNote, found?: Residue): void {
  const person = personWith(base.read, note.parties, note.activities);
  const residue = found ?? residueOf(base.read, person);
  const subjects = [...person.parties, ...person.alone];
  base.subjectKeys.destroy(subjects, note.at);
  const removing = { db: base.read, clock, local: (query: Parameters<WriteDb['run']>[0]) => base.write.run(query) };
  const { files } = removeErased(removing, subjects, base.folder);
  const context = {
    command: 'privacy.execute',
    actor,
    always: true,
    erases: true,
    details: { erasure: note.id, mode: note.mode },
  };
  base.unitOfWork.run(context, ({ db, at }) => {
    const counts: ErasedCounts = { ...eraseRows(db, { note, person, residue, newId: ids }), files };
    db.run(insertErasure(rowOf(note, { counts, at, copies: copiesOf(base.read, at) })));
    return ok(undefined);
  });
}

const rowOf = (
  note: ErasureNote,
  { counts, at, copies }: { counts: ErasedCounts; at: number; copies: ReturnType<typeof copiesOf> },
): Parameters<typeof insertErasure>[0] => ({
  id: note.id,
  mode: note.mode,
  at,
  asked_by: note.askedBy,
  approved_by: note.approvedBy,
  request_id: note.requestId,
  party_ids: JSON.stringify(note.parties),
  counts: JSON.stringify(counts),
  copies: JSON.stringify(copies),
  language: note.language,
});
