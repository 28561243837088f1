// Brings what is stored in line with what the office has chosen for a field: sealed, sealed under the newest key, or open. Each value by
// itself and again as often as needed, so that being cut off anywhere loses nothing. What the ledger told of it before is emptied as an
// erasure would, and the chain holds.

import { z } from 'zod';
import { resealErrors } from '@shared/features/keys/keys.contract';
import { ok } from '@shared/core/result';
import type { WriteDb } from '../../db';
import type { JobKind, JobRun } from '../../jobs';
import { classOf, sealedUnder, type Unlocked } from '../../keys';
import { eraseWords, type UnitOfWork } from '../../ledger';
import * as statements from './classes.sql';

/** The open base, with the keys that whoever is signed in has. */
export interface SealingBase {
  readonly unlocked: Pick<Unlocked, 'sealing'>;
  readonly unitOfWork: UnitOfWork;
  emptyLog(): boolean;
}

const ResealInput = z.strictObject({ fields: z.array(z.string()) });
type ResealInput = z.infer<typeof ResealInput>;

export interface Resealed {
  readonly values: number;
  /** Changes of the ledger that were emptied. */
  readonly history: number;
}

/** Its name among jobs. */
export const resealJob = 'keys.reseal';
const BATCH = 100;
const STRETCH = 5_000;

export const resealField = (base: () => SealingBase): JobKind<ResealInput, Resealed> => ({
  name: resealJob,
  permission: 'base.manage',
  input: ResealInput,
  errors: resealErrors,
  interrupted: 'resume',
  whole: true,
  async run(run, { fields }) {
    const done = { values: 0, history: 0 };
    for (const field of fields) {
      const resealing = { run, base: base(), field };
      done.values += await resealValues(resealing);
      if (headOf(resealing) !== null) done.history += await emptyHistory(resealing);
    }
    while (!base().emptyLog()) await run.breathe();
    return ok(done);
  },
});

interface Resealing {
  readonly run: JobRun;
  readonly base: SealingBase;
  readonly field: string;
}

function headOf({ base, field }: Resealing): string | null {
  const under = classOf(base.unlocked.sealing, field);
  return under === undefined ? null : sealedUnder(under);
}

async function resealValues(resealing: Resealing): Promise<number> {
  const { run, field } = resealing;
  const total = run.context.db.first(statements.countSealed(field))?.count ?? 0;
  const reached = { after: '', done: 0 };
  for (;;) {
    const head = headOf(resealing);
    const page = run.context.db.all(statements.selectUnlike({ field, head, after: reached.after, limit: BATCH }));
    if (page.length === 0) return reached.done;
    commit(resealing, (db) => {
      for (const { id } of page) db.run(statements.resealValue(field, id));
    });
    reached.after = page.at(-1)!.id;
    reached.done += page.length;
    run.progress({ done: reached.done, total, note: 'sealing-values' });
    await run.breathe();
  }
}

/** Whatever is written from now on tells nothing: what was there when it began is all there is. */
async function emptyHistory(resealing: Resealing): Promise<number> {
  const { run, field } = resealing;
  const last = run.context.db.first(statements.selectLastChangeSeq())?.seq ?? 0;
  let emptied = 0;
  for (let after = 0; after < last; after += STRETCH) {
    const upTo = Math.min(after + STRETCH, last);
    const telling = run.context.db.all(statements.selectTellingChanges(field, after, upTo));
    const changes = telling.map(({ seq }) => seq);
    if (changes.length > 0) commit(resealing, (db) => void (emptied += eraseWords(db, { changes, notes: [] })));
    run.progress({ done: upTo, total: last, note: 'sealing-history' });
    await run.breathe();
  }
  return emptied;
}

function commit({ base, run, field }: Resealing, work: (db: WriteDb) => void): void {
  const context = {
    command: resealJob,
    actor: run.context.actor,
    always: true,
    erases: true,
    details: { field },
  };
  base.unitOfWork.run(context, ({ db }) => {
    work(db);
    return ok(undefined);
  });
}
