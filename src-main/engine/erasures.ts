// Erasures and the bases they concern: the open one, those that restores have kept beside it, and whichever is opened with an erasure
// noted in it that it has not seen.

import { dirname, basename } from 'node:path';
import type { Clock, Random } from '@shared/core/clock';
import type { IdMaker } from '@shared/core/ids';
import { systemActor } from '../access';
import { carryOutPending, createReturnHandlers, type ErasureDeps } from '../features/erasure';
import type { AttachmentDeps } from '../features/attachments';
import type { ImportsDeps } from '../features/imports';
import { createRequestHandlers } from '../features/requests';
import { createRetentionHandlers } from '../features/retention';
import type { Projection } from '../ledger';
import { copyUnlocked } from '../keys';
import { openBase, type Base } from './base';
import { keptDatabases } from './base-folder';

/** What of the privacy desk needs more than a database. */
export const privacyHandlers = (base: () => Base, { resolveFile }: Pick<ImportsDeps, 'resolveFile'>) => ({
  ...createReturnHandlers(() => base().subjectKeys.erasures()),
  ...createRequestHandlers(resolveFile),
  ...createRetentionHandlers({ seeAs: (actor, look) => base().seeAs(actor, look), resolveFile }),
});

interface Around {
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly random: Random;
  readonly projections: readonly Projection[];
  readonly base: () => Base;
}

export const erasureDeps = (around: Around, attachments: AttachmentDeps): ErasureDeps => ({
  base: around.base,
  random: around.random,
  attachments,
  eraseInKept: () => eraseInKept(around),
});

/** Before anybody sees it: nobody who was erased is there again, whatever it was restored from. Answers how many there were. */
export const erasePending = (base: Base, { clock, ids }: Pick<Around, 'clock' | 'ids'>): number =>
  carryOutPending({ base, clock, ids, actor: systemActor('erasure', []) });

/** A kept base that does not open is left alone; it will be erased from when it does, or be gone in a week. */
function eraseInKept({ clock, ids, projections, base }: Around): void {
  const { folder, unlocked, keyOf } = base();
  for (const file of keptDatabases(folder)) {
    // It may be from before the key was changed.
    const key = keyOf(file);
    if (key === null) continue;
    const secret = { dek: Buffer.from(key.subarray(0, 32)), dbSalt: Buffer.from(key.subarray(32)) };
    const kept = openBase(
      dirname(file),
      { ...copyUnlocked(unlocked), secret, databaseFile: basename(file) },
      { clock, ids, projections, onCommitted: () => undefined, create: false },
    );
    if (!kept.ok) continue;
    try {
      erasePending(kept.value, { clock, ids });
    } finally {
      kept.value.close();
    }
  }
}
