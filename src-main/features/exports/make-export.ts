// An export as a job: written aside on a thread, noted in the ledger, and only then put under its own name.

import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ExportList, ExportOptions, type Exported } from '@shared/features/exports/exports.contract';
import { IDENTIFIER } from '@shared/core/reads';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { fileErrorCode, syncFolder } from '../../files';
import type { JobKind, JobRun } from '../../jobs';
import { noteGivenOut, numbersIn } from './given-out';
import { Lock, mayGo, sealedForOf, type LockDeps } from './lock';
import { refOf } from '../../access';
import { isMassExport } from './measure-export';
import { permissionsFor } from './permissions';
import { noteReceipt } from './receipts';
import { writeExportInThread, type WriteInput, type Written } from './write-thread';

export const MakeInput = z.object({
  what: ExportList,
  options: ExportOptions,
  path: z.string(),
  replace: z.boolean(),
  /** What it was allowed by, and the most that may go out; null where nobody had to approve. */
  permit: z.object({ id: z.string(), most: z.number() }).nullable().default(null),
  lock: Lock.default({ way: 'open' }),
});
export type MakeInput = z.infer<typeof MakeInput>;

export const makeExport = (deps: Pick<LockDeps, 'passphrases'>): JobKind<MakeInput, Exported> => ({
  name: 'exports.make',
  permission: 'exports.run',
  input: MakeInput,
  errors: [
    'exports.forbidden-list',
    'exports.exists',
    'exports.cancelled',
    'exports.beyond-approval',
    'exports.plain-forbidden',
    'exports.passphrase-gone',
    'files.disk-full',
    'files.read-only',
    'files.not-found',
    'files.io',
  ],
  // Begun again from its first row: what lay aside is overwritten, nothing half stays behind.
  interrupted: 'resume',
  async run(run, input) {
    try {
      return await make(run, input, deps);
    } catch (error) {
      removeAside(asideOf(input.path), null);
      throw error;
    }
  },
});

async function make(
  run: JobRun,
  input: MakeInput,
  deps: Pick<LockDeps, 'passphrases'>,
): Promise<Result<Exported, Failure>> {
  const { actor, clock } = run.context;
  if (permissionsFor(input.what).some((permission) => !actor.can(permission))) return fail('exports.forbidden-list');
  const aside = asideOf(input.path);
  if (!mayGo(input.lock.way, actor)) return removeAside(aside, fail('exports.plain-forbidden'));
  const sealedFor = sealedForOf(input.lock, deps);
  if (!sealedFor.ok) return removeAside(aside, sealedFor);
  const written = await run.inThread<Written>(writeExportInThread.name, {
    as: refOf(actor),
    what: input.what,
    options: input.options,
    path: aside,
    archive: isArchive(input),
    sealedFor: sealedFor.value,
    at: clock.now(),
  } satisfies WriteInput);
  if (!written.ok) return removeAside(aside, written);
  if (run.signal.aborted) return removeAside(aside, fail('exports.cancelled'));
  if (existsSync(input.path) && (!input.replace || statSync(aside).isDirectory()))
    return removeAside(aside, fail('exports.exists', { path: input.path }));
  if (!isWithinApproval(run, input, written.value)) return removeAside(aside, fail('exports.beyond-approval'));
  await noteGivenOut(run, input.what, written.value);
  note(run, input, written.value);
  const { parties: _, ...told } = written.value;
  return place(aside, input.path, told);
}

/** No more than was approved; and what nobody had to approve is still no mass, whatever went out while it was written. */
function isWithinApproval({ context }: JobRun, { what, permit }: MakeInput, { rows, parties }: Written): boolean {
  if (['everything', 'audit', 'forecast'].includes(what.list)) return true;
  const given = what.list === 'parties' ? parties.length : rows;
  return permit === null ? !isMassExport(context, given) : given <= permit.most;
}

/** What is sealed is one file. */
const isArchive = ({ path, lock }: MakeInput): boolean => lock.way !== 'open' || path.toLowerCase().endsWith('.zip');

/** In the same folder, so that the last step is one rename. */
const asideOf = (path: string): string => `${path}.exporting`;

function removeAside<T>(aside: string, failure: T): T {
  for (const place of [aside, `${aside}.part`]) rmSync(place, { recursive: true, force: true });
  return failure;
}

/** Before the file has its name: what left the base is on record, whatever happens next. Never what stood in it. */
function note({ context }: JobRun, { what, options, path, permit, lock }: MakeInput, written: Written): void {
  const { ids, ...list } = { ids: undefined, ...what };
  noteReceipt(context, {
    ...list,
    ...(ids === undefined ? {} : { selected: new Set(ids).size }),
    format: options.format,
    path,
    lock,
    approval: permit?.id,
    fields: numbersIn(what, context.actor) ? [IDENTIFIER] : [],
    ...written,
  });
}

function place(aside: string, path: string, written: Omit<Written, 'parties'>): Result<Exported, Failure> {
  try {
    renameSync(aside, path);
    syncFolder(dirname(path));
    return ok({ path, ...written });
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return removeAside(aside, fail(code));
  }
}
