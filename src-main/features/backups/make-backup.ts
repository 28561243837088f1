// Making a backup as a job: to each target in turn, from a read connection on a thread, while everybody goes on working.

import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { languages } from '@shared/locale/language';
import { createTranslator } from '@shared/locale/translate';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { backupName, filesBelow } from '../../backup';
import { blobsFolder, keysFileOf } from '../../blobs';
import { systemCode } from '../../files';
import { localMigrationCount } from '../../db';
import type { JobKind, JobRun } from '../../jobs';
import * as statements from './backups.sql';
import type { Places } from './places';
import { writeInThread, type WriteInput, type Written } from './thread-work';

/** The open base as backups need it. */
export interface BackupBase {
  readonly folder: string;
  readonly databaseFile: string;
  readonly vaultId: string;
  readonly deviceId: string;
  /** Signs the head of the ledger, so that the copy witnesses everything before it. */
  sign(): void;
}

export interface BackupDeps {
  readonly appVersion: string;
  readonly places: Places;
  /** Throws when none is open, which no job runs without. */
  readonly base: () => BackupBase;
}

const MakeInput = z.object({ folder: z.string().optional(), rehearse: z.boolean().default(false) });
type MakeInput = z.infer<typeof MakeInput>;
export interface Made {
  readonly made: readonly { readonly folder: string; readonly bytes: number; readonly operations: number }[];
}

type Place = Pick<WriteInput, 'target' | 'rotation'>;

const NOON = 12 * 60 + 45;
const WATCH_EVERY_MS = 400;

export const targetErrors = [
  'backups.no-target',
  'backups.folder-missing',
  'backups.target-read-only',
  'backups.target-inside',
  'backups.target-full',
  'backups.target-gone',
  'backups.damaged',
  'backups.cancelled',
] as const;

export const makeBackup = (deps: BackupDeps): JobKind<MakeInput, Made> => ({
  name: 'backups.make',
  permission: 'base.manage',
  input: MakeInput,
  errors: targetErrors,
  interrupted: 'resume',
  scheduled: { by: { every: 'daily', minuteOfDay: NOON, weekDay: 0, monthDay: 1 }, permissions: [] },
  run: (run, input) => makeAll(run, deps, input),
});

/** One target out of reach does not keep the others from their copies; the first failure is the job's. */
async function makeAll(run: JobRun, deps: BackupDeps, input: MakeInput): Promise<Result<Made, Failure>> {
  const places = placesFor(run, input);
  const made: Written[] = [];
  let failure: Failure | null = null;
  for (const place of places) {
    run.signal.throwIfAborted();
    const written = await makeOne(run, deps, place);
    if (written.ok) made.push(written.value);
    else failure ??= written.error;
  }
  if (failure !== null) return fail(failure.code, { ...failure.details, made: made.length });
  if (input.rehearse && made.length > 0) run.context.startJob('backups.rehearse', { folder: made[0]!.folder });
  return ok({ made: made.map(({ folder, bytes, operations }) => ({ folder, bytes, operations })) });
}

function placesFor({ context }: JobRun, { folder }: MakeInput): Place[] {
  if (folder !== undefined) return [{ target: folder, rotation: null }];
  return context.db.all(statements.selectTargets({})).map(({ path, hourly, daily, weekly, monthly }) => ({
    target: path,
    rotation: { hourly, daily, weekly, monthly },
  }));
}

async function makeOne(run: JobRun, deps: BackupDeps, { target, rotation }: Place): Promise<Result<Written, Failure>> {
  const base = deps.base();
  const madeAt = run.context.clock.now();
  const name = backupName(base, madeAt);
  const { refusal } = await deps.places.look(target, { needed: bytesNeeded(base) });
  if (refusal !== null) return fail(refusal.code, { ...refusal.details });
  base.sign();
  const input: WriteInput = {
    baseFolder: base.folder,
    target,
    name,
    readme: readme(),
    origin: { vaultId: base.vaultId, deviceId: base.deviceId },
    draft: { vaultId: base.vaultId, appVersion: deps.appVersion, schema: localMigrationCount, madeAt },
    rotation,
  };
  const watch = watchCopy(run, join(target, `${name}.partial`, 'data.db'));
  const written = await run.inThread<Written>(writeInThread.name, input).finally(() => clearInterval(watch));
  if (!written.ok)
    return fail(ofTarget[written.error.code] ?? written.error.code, { target, ...written.error.details });
  keep(run, written.value, madeAt);
  return written;
}

/** What goes wrong while writing goes wrong on the target: the base is only read. */
const ofTarget: Readonly<Record<string, string>> = {
  'db.disk-full': 'backups.target-full',
  'files.disk-full': 'backups.target-full',
  'db.read-only': 'backups.target-gone',
  'files.read-only': 'backups.target-read-only',
  'db.vanished': 'backups.target-gone',
  'files.not-found': 'backups.target-gone',
  'db.io': 'backups.target-gone',
  'files.io': 'backups.target-gone',
};

function keep({ context }: JobRun, { folder, bytes, operations, rotatedOut }: Written, madeAt: number): void {
  const row = { id: context.ids(), folder, made_at: madeAt, verified_at: context.clock.now(), bytes, operations };
  context.local(statements.insertBackup(row));
  if (rotatedOut.length > 0) context.local(statements.deleteBackupsIn(rotatedOut));
}

/** The copying statement says nothing until it is over; the growing file does. Never asked twice at once: a share may not answer. */
function watchCopy(run: JobRun, copy: string): NodeJS.Timeout {
  const asked = { pending: false };
  return setInterval(() => {
    if (asked.pending) return;
    asked.pending = true;
    void sizeOf(copy).then((size) => {
      asked.pending = false;
      const latest = run.latest();
      if (latest?.note !== 'backup-copying' || latest.total === null) return;
      run.progress({ done: Math.min(size, latest.total), total: latest.total, note: latest.note });
    });
  }, WATCH_EVERY_MS);
}

/** 0 for a file that is not there yet, or no more. */
async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return 0;
  }
}

/** The database with its log, and attachments as if none of them lay on the target already. */
function bytesNeeded({ folder, databaseFile }: BackupBase): number {
  const sizes = [databaseFile, `${databaseFile}-wal`, keysFileOf(databaseFile)].map(
    (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0,
  );
  const blobs = filesBelow(join(folder, blobsFolder)).map((name) => statSync(join(folder, blobsFolder, name)).size);
  return [...sizes, ...blobs].reduce((sum, size) => sum + size, 0);
}

/** For whoever finds the folder without us: what it is and how to get the data out, in three languages. */
const readme = (): string =>
  languages.map((language) => createTranslator(language)('backups.readme')).join('\n\n————————\n\n') + '\n';
