// An exit package as a job: a folder written aside, noted in the ledger, and only then under its own name.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ExitPackage } from '@shared/features/exports/exports.contract';
import { languages } from '@shared/locale/language';
import { CONTENT, IDENTIFIER } from '@shared/core/reads';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { syncFolder } from '../../files';
import type { JobKind, JobRun } from '../../jobs';
import { writePackageInThread, type PackageInput, type Receipted } from './package-thread';
import { noteGivenOut } from './given-out';
import { Lock, mayGo } from './lock';
import { refOf } from '../../access';
import { permissionsFor } from './permissions';
import { noteReceipt } from './receipts';

export interface ExitDeps {
  readonly version: string;
  /** Of the open base; throws when none is. */
  readonly baseFolder: () => string;
  /** 48 random bytes. */
  readonly freshKey: () => number[];
}

const ExitInput = z.object({
  path: z.string(),
  language: z.enum(languages),
  /** Nothing in it is secret: the passphrase itself is kept nowhere. */
  lock: z.object({ recipient: z.string(), sealedKey: z.string() }).optional(),
  lockedFor: Lock.default({ way: 'open' }),
  /** The approval it was allowed by. */
  permit: z.string().optional(),
});
type ExitInput = z.infer<typeof ExitInput>;

export const makeExit = (deps: ExitDeps): JobKind<ExitInput, ExitPackage> => ({
  name: 'exports.makeExit',
  permission: 'exports.run',
  input: ExitInput,
  errors: [
    'exports.forbidden-list',
    'exports.exists',
    'exports.cancelled',
    'exports.plain-forbidden',
    'files.disk-full',
    'files.read-only',
    'files.not-found',
    'files.io',
  ],
  interrupted: 'resume',
  async run(run, input) {
    try {
      return await make(run, input, deps);
    } finally {
      rmSync(asideOf(input.path), { recursive: true, force: true });
    }
  },
});

/** Gone at its end, however it ends, but for a package that got its name. */
const asideOf = (path: string): string => `${path}.exporting`;

async function make(
  run: JobRun,
  { path, language, lock, lockedFor, permit }: ExitInput,
  { version }: ExitDeps,
): Promise<Result<ExitPackage, Failure>> {
  const { actor, clock } = run.context;
  if (permissionsFor({ list: 'everything' }).some((permission) => !actor.can(permission)))
    return fail('exports.forbidden-list');
  if (!mayGo(lockedFor.way, actor)) return fail('exports.plain-forbidden');
  const aside = asideOf(path);
  rmSync(aside, { recursive: true, force: true });
  const packed = await run.inThread<Receipted>(writePackageInThread.name, {
    as: refOf(actor),
    language,
    version,
    at: clock.now(),
    folder: aside,
    lock: lock ?? null,
  } satisfies PackageInput);
  if (!packed.ok) return packed;
  if (run.signal.aborted) return fail('exports.cancelled');
  if (existsSync(path)) return fail('exports.exists', { path });
  await noteGivenOut(run, { list: 'everything' }, { withFiles: true });
  const fields = [...(actor.can('parties.read-sensitive') ? [IDENTIFIER] : []), CONTENT];
  const noted = { path, list: 'everything', format: 'exit', approval: permit, lock: lockedFor, fields };
  noteReceipt(run.context, { ...noted, ...packed.value });
  renameSync(aside, path);
  syncFolder(dirname(path));
  return ok({ path, ...packed.value });
}
