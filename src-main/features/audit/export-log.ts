// The log as a file, as a job: the head is signed, a thread writes aside, the signature of whoever asked closes it, and it gets its name.

import { appendFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { AuditExported } from '@shared/features/audit/audit.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { syncFile } from '../../backup';
import { refOf, systemActor } from '../../access';
import { fileErrorCode, openTextFile, syncFolder, type TextFile } from '../../files';
import type { JobKind, JobRun, TaskThread, ThreadTask } from '../../jobs';
import { createLogSum, logEnd, logLines } from '../../ledger';
import { breathe, heldStill } from '../exports';
import type { AuditBase } from './audit-base';
import { countEntries, selectHeadHash } from './audit.sql';

const ExportInput = z.object({ path: z.string(), replace: z.boolean() });
type ExportInput = z.infer<typeof ExportInput>;

export const exportLog = (base: () => AuditBase): JobKind<ExportInput, AuditExported> => ({
  name: 'audit.export',
  permission: 'audit.read',
  input: ExportInput,
  errors: [
    'exports.exists',
    'exports.cancelled',
    'audit.nobody-signs',
    'files.disk-full',
    'files.read-only',
    'files.not-found',
    'files.io',
  ],
  interrupted: 'resume',
  run: (run, input) => write(run, input, base()),
});

async function write(
  run: JobRun,
  { path, replace }: ExportInput,
  base: AuditBase,
): Promise<Result<AuditExported, Failure>> {
  const noted = run.context.commit<null, never>(() => ok(null), { always: true, details: { file: basename(path) } });
  if (!noted.ok) throw new Error('an export of the log could not be noted');
  base.sign();
  const aside = `${path}.exporting`;
  const given = { aside, vaultId: base.vaultId, madeAt: run.context.clock.now() };
  const written = await run.inThread<Written>(writeLogInThread.name, given);
  if (!written.ok) return discard(aside, written);
  if (run.signal.aborted) return discard(aside, fail('exports.cancelled'));
  const { lines, hash, head } = written.value;
  const signed = base.signLog(hash);
  if (signed === null) return discard(aside, fail('audit.nobody-signs'));
  if (!replace && existsSync(path)) return discard(aside, fail('exports.exists', { path }));
  try {
    appendFileSync(aside, logEnd({ lines, hash, ...signed }));
    syncFile(aside);
    renameSync(aside, path);
    syncFolder(dirname(path));
    return ok({ path, lines: lines + 1, head });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return discard(aside, fail(code));
  }
}

function discard<T>(aside: string, failure: T): T {
  rmSync(aside, { force: true });
  return failure;
}

const WriteInput = z.object({ aside: z.string(), vaultId: z.string(), madeAt: z.number() });
type WriteInput = z.infer<typeof WriteInput>;
interface Written {
  readonly lines: number;
  readonly hash: string;
  readonly head: string;
}

/** The log goes out as it was written, or its hashes would not be those of what it says. */
const logKeeper = systemActor('log', []);

/** Everything but the signature: the thread has no key. */
export const writeLogInThread: ThreadTask<unknown, Written> = {
  name: 'audit.write',
  run: (thread, given) =>
    heldStill(thread, { as: refOf(logKeeper), at: WriteInput.parse(given).madeAt }, (still) =>
      writeLines(still, WriteInput.parse(given)),
    ),
};

async function writeLines(thread: TaskThread, input: WriteInput): Promise<Result<Written, Failure>> {
  const opened: { file: TextFile | null } = { file: null };
  try {
    const file = (opened.file = openTextFile(input.aside));
    const sum = createLogSum();
    const total = thread.db.first(countEntries({}))?.count ?? 0;
    for (const lines of logLines(thread.db, input)) {
      file.write(sum.add(lines));
      await breathe();
      if (thread.isCancelled()) {
        file.abandon();
        return fail('exports.cancelled');
      }
      thread.progress({ done: Math.min(sum.lines(), total), total, note: 'exporting' });
    }
    file.end();
    const head = thread.db.first(selectHeadHash({}))?.hash ?? '';
    return ok({ ...sum.end(), head });
  } catch (error) {
    opened.file?.abandon();
    const code = fileErrorCode(error);
    if (code !== null) return fail(code);
    throw error;
  }
}
