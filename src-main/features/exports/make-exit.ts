// An exit package as a job: a folder written aside, noted in the ledger, and only then under its own name.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { ExitPackage } from '@shared/features/exports/exports.contract';
import { languages } from '@shared/locale/language';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { syncFolder } from '../../files';
import type { JobKind, JobRun } from '../../jobs';
import { writePackageInThread, type PackageInput, type Packaged } from './package-thread';
import { noteGivenOut } from './given-out';
import { refOf } from '../../access';
import { permissionsFor } from './permissions';

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
    'files.disk-full',
    'files.read-only',
    'files.not-found',
    'files.io',
  ],
  interrupted: 'resume',
  run: (run, input) => make(run, input, deps),
});

async function make(
  run: JobRun,
  { path, language, lock, permit }: ExitInput,
  { version }: ExitDeps,
): Promise<Result<ExitPackage, Failure>> {
  const { actor, clock } = run.context;
  if (permissionsFor({ list: 'everything' }).some((permission) => !actor.can(permission)))
    return fail('exports.forbidden-list');
  const aside = `${path}.exporting`;
  const gone = <T>(outcome: T): T => {
    rmSync(aside, { recursive: true, force: true });
    return outcome;
  };
  gone(null);
  const packed = await run.inThread<Packaged>(writePackageInThread.name, {
    as: refOf(actor),
    language,
    version,
    at: clock.now(),
    folder: aside,
    lock: lock ?? null,
  } satisfies PackageInput);
  if (!packed.ok) return gone(packed);
  if (run.signal.aborted) return gone(fail('exports.cancelled'));
  if (existsSync(path)) return gone(fail('exports.exists', { path }));
  await noteGivenOut(run, { list: 'everything' }, { withFiles: true });
  note(run, { path, permit, isSealed: lock !== undefined, rows: packed.value.rows });
  renameSync(aside, path);
  syncFolder(dirname(path));
  return ok({ path, ...packed.value });
}

interface Noted {
  readonly path: string;
  readonly permit: string | undefined;
  readonly isSealed: boolean;
  readonly rows: number;
}

function note({ context }: JobRun, { path, permit, isSealed, rows }: Noted): void {
  const details = {
    list: 'everything',
    format: 'exit',
    rows,
    file: basename(path),
    encrypted: isSealed,
    approval: permit,
  };
  const reason = `${basename(path)} · ${rows}`;
  const noted = context.commit<null, never>(() => ok(null), { always: true, reason, details });
  if (!noted.ok) throw new Error('an exit package could not be noted');
}
