// What an import keeps of rows that may be somebody: the pair for the queue, and whom, why and what was done for its report.

import { z } from 'zod';
import { duplicateBands } from '@shared/catalogue';
import { Reason } from '@shared/features/duplicates/reasons';
import type { CommandContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { queuePair } from '../duplicates';
import { insertLikeness, selectLikenesses, selectOneLikeness } from './imports.sql';
import type { Likeness, Recognition, Told } from './recognition';

/** Kept with the import: no names, for these change. */
export const KeptLikeness = z.object({
  partyId: z.string(),
  band: z.enum(duplicateBands),
  percent: z.number(),
  reasons: z.array(Reason),
});
export type KeptLikeness = z.infer<typeof KeptLikeness>;

export interface LikeRow {
  readonly row: number;
  readonly done: Tables['import_likeness']['done'];
  readonly likenesses: readonly KeptLikeness[];
}

interface Recognised {
  readonly jobId: string;
  readonly row: number;
  readonly recognition: Recognition;
}

const doneAs = { new: 'stored', known: 'updated', 'left-out': 'left-out' } as const;

/** Rows that are nobody's likeness leave nothing. */
export function keepLikeness({ db, ids, at }: CommandContext, { jobId, row, recognition }: Recognised): void {
  const { like } = recognition;
  if (like.length === 0) return;
  const likenesses = JSON.stringify(like.map(kept));
  db.run(insertLikeness({ id: ids(), job_id: jobId, row, done: doneAs[recognition.is], likenesses }));
  if (recognition.is !== 'new') return;
  for (const { partyId, band, bits } of like)
    queuePair(db, { one: recognition.id, other: partyId, band, bits }, { finder: jobId, at });
}

const kept = ({ partyId, band, percent, reasons }: Likeness): KeptLikeness => ({
  partyId,
  band,
  percent,
  reasons: [...reasons],
});

export const likeRowsOf = (db: ReadDb, job: string): LikeRow[] =>
  db.all(selectLikenesses({ job })).map(({ row, done, likenesses }) => ({
    row,
    done,
    likenesses: z.array(KeptLikeness).parse(JSON.parse(likenesses)),
  }));

export const hasAlike = (db: ReadDb, job: string): boolean => db.first(selectOneLikeness({ job })) !== undefined;

/** Whom rows were taken for; the others became parties of their own. */
export function toldOf(db: ReadDb, job: string): Told {
  const taken = likeRowsOf(db, job).filter(({ done }) => done !== 'stored');
  return Object.fromEntries(taken.map(({ row, likenesses }) => [row, likenesses[0]!.partyId]));
}
