// Saving what can be read of a damaged base into a new one, on a thread; the damaged one is only read.

import { z } from 'zod';
import { fail, ok } from '@shared/core/result';
import { openDatabase, salvageInto, type SalvagedTable } from '../../db';
import type { ThreadTask } from '../../jobs';
import { endedByCancel, throwIfCancelled } from './thread-work';

const SalvageInput = z.object({
  /** The damaged database; the thread's own target is the new one, migrated and empty. */
  damaged: z.string(),
});

export const salvageInThread: ThreadTask<unknown, readonly SalvagedTable[]> = {
  name: 'backups.salvage',
  run(thread, given) {
    const { damaged } = SalvageInput.parse(given);
    const source = openDatabase({ file: damaged, key: thread.key, mode: 'reader' });
    if (!source.ok) return fail(source.error.code, { ...source.error.details });
    const target = openDatabase({ file: thread.databaseFile, key: thread.key, mode: 'writer' });
    try {
      if (!target.ok) return fail(target.error.code);
      const { value: writer } = target;
      return endedByCancel(() =>
        ok(
          salvageInto(source.value, writer, (done, total) => {
            throwIfCancelled(thread);
            thread.progress({ done, total, note: 'salvaging' });
          }),
        ),
      );
    } finally {
      source.value.close();
      if (target.ok) target.value.close();
    }
  },
};
