// Looking at the whole log as a job, on a thread: entries, signatures, and the heads that copies of the base remember.

import { z } from 'zod';
import type { AuditVerified } from '@shared/features/audit/audit.contract';
import { fail, ok } from '@shared/core/result';
import { keyOfCopy, readManifest } from '../../backup';
import { pastKeys, type ReadDb } from '../../db';
import type { JobKind, ThreadTask } from '../../jobs';
import { isWhole, verifyAudit } from '../../ledger';
import { selectBackups } from '../backups';
import { countEntries, selectHashAt } from './audit.sql';

class Cancelled extends Error {}

export const verifyLog: JobKind<Record<string, never>, AuditVerified> = {
  name: 'audit.verify',
  permission: 'audit.read',
  input: z.strictObject({}),
  errors: [],
  interrupted: 'resume',
  run: (run) => run.inThread<AuditVerified>(verifyLogInThread.name, {}),
};

export const verifyLogInThread: ThreadTask<unknown, AuditVerified> = {
  name: 'audit.verify',
  run({ db, key, progress, isCancelled }) {
    const total = db.first(countEntries({}))?.count ?? 0;
    try {
      const report = verifyAudit(db, (done) => {
        if (isCancelled()) throw new Cancelled();
        progress({ done, total, note: 'checking' });
      });
      const witnesses = witnessesOf(db, key);
      return ok({ ...report, sound: isWhole(report) && witnesses.every(({ agrees }) => agrees), witnesses });
    } catch (error) {
      if (error instanceof Cancelled) return fail('jobs.cancelled');
      throw error;
    }
  },
};

/** Copies that lie where this device made them. One that remembers more than the base has says that the end of the log is gone. */
function witnessesOf(db: ReadDb, key: Uint8Array): AuditVerified['witnesses'] {
  const keys = [key, ...pastKeys(db).map((past) => past.key)];
  return db.all(selectBackups({})).flatMap(({ folder }) => {
    const manifest = readManifest(folder);
    if (!manifest.ok || manifest.value.audit.head === '') return [];
    const { operations, head } = manifest.value.audit;
    const isTrue = keyOfCopy(manifest.value, keys) !== null;
    return [{ folder, operations, agrees: isTrue && db.first(selectHashAt({ seq: operations }))?.hash === head }];
  });
}
