// Bringing a staged copy to the present schema, on the thread: a large base of an early release takes minutes.

import { fail, ok } from '@shared/core/result';
import { migrate, openDatabase } from '../../db';
import type { ThreadTask } from '../../jobs';

export const migrateInThread: ThreadTask<unknown, null> = {
  name: 'backups.migrate',
  run({ databaseFile: file, key, progress }) {
    progress({ done: 0, note: 'backup-migrating' });
    const opened = openDatabase({ file, key, mode: 'writer' });
    if (!opened.ok) return fail(opened.error.code, { ...opened.error.details });
    try {
      const migrated = migrate(opened.value);
      return migrated.ok ? ok(null) : migrated;
    } finally {
      opened.value.close();
    }
  },
};
