// Brings a base that nobody uses yet back to an instant, one operation of its ledger after another.

import { ok } from '@shared/core/result';
import type { IdMaker } from '@shared/core/ids';
import type { Actor } from '../access';
import { rewindOperation, selectFirstAfter, selectLastChanging } from '../ledger';
import type { Base } from './base';

/** Who may enter is a matter of the keyring, which is that of the backup; and whoever was erased stays so. */
const staying: ReadonlySet<string> = new Set(['app_user', 'erasure']);

export interface Rewind {
  readonly asOf: number;
  readonly actor: Actor;
  readonly ids: IdMaker;
  /** Called between operations; throws to end. */
  readonly breathe: () => Promise<void>;
}

/**
 * Every captured field of every entity but the users becomes what it was at the end of the last operation before or at `asOf`;
 * derived columns and the search index follow. What never was in the ledger (drafts, jobs) and what was erased from it stays as
 * the backup has it. The history stays whole: going back is written down as operations of its own. Answers how many were taken back.
 */
export async function rewindBase(base: Base, { asOf, actor, ids, breathe }: Rewind): Promise<number> {
  const from = base.read.first(selectFirstAfter({ at: asOf }))?.seq ?? null;
  if (from === null) return 0;
  const groupId = ids();
  let rewound = 0;
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const operation = base.read.first(selectLastChanging({ from, below }));
    if (operation === undefined) return rewound;
    const context = { command: 'backups.rewind', actor, groupId, undoesId: operation.id };
    base.unitOfWork.run(context, ({ db }) => ok(rewindOperation(db, operation, staying)));
    rewound += 1;
    below = operation.seq;
    await breathe();
  }
}
