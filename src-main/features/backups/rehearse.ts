// A rehearsal: the copy is restored on the side for real, opened, checked to the last row, compared with the present base, timed,
// and thrown away. What it found is the certificate.

import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Rehearsal } from '@shared/features/backups/backups.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { bytesOf, type Manifest } from '../../backup';
import type { JobKind, JobRun, ThreadTarget } from '../../jobs';
import { verifyInThread, type Verification } from '../base';
import { compareInThread, type Compared } from './compare';
import * as statements from './backups.sql';
import type { BackupBase } from './make-backup';
import { migrateInThread } from './migrate-staged';
import { inspectInThread, type Inspected } from './places';
import { stagedDatabase, stageInThread } from './stage';
import { checkTarget } from './target';

export interface RehearsalDeps {
  readonly base: () => BackupBase;
  /** Opens a staged copy of the present schema as a base of its own, and closes it. */
  readonly openStaged: (folder: string, manifest: Manifest) => Result<void, Failure>;
  /** Uses the key of the copy with that manifest, which may be from before the key was changed, and overwrites it afterwards. */
  readonly withTarget: <T>(staged: Staged, use: (target: ThreadTarget) => Promise<T>) => Promise<T>;
  /** The same with the key of the open base. */
  readonly withLive: <T>(use: (target: ThreadTarget) => Promise<T>) => Promise<T>;
  /** 0 to 1. */
  readonly chance: () => number;
}

interface Staged {
  readonly file: string;
  readonly manifest: Manifest;
}

const RehearseInput = z.object({ folder: z.string().optional() });
type Report = Omit<Rehearsal, 'id' | 'startedAt' | 'finishedAt' | 'sound'>;

const stagingFolder = 'rehearsing';
const NIGHT = 3 * 60;

export const rehearseBackup = (deps: RehearsalDeps): JobKind<z.infer<typeof RehearseInput>, Rehearsal | null> => ({
  name: 'backups.rehearse',
  permission: 'base.manage',
  input: RehearseInput,
  errors: [
    'backups.not-a-backup',
    'backups.newer',
    'backups.damaged',
    'backups.forged',
    'backups.other-base',
    'backups.cancelled',
    'backups.target-full',
  ],
  interrupted: 'resume',
  scheduled: { by: { every: 'monthly', minuteOfDay: NIGHT, weekDay: 0, monthDay: 3 }, permissions: [] },
  async run(run, input) {
    const folder = input.folder ?? run.context.db.first(statements.selectBackups({}))?.folder;
    // A schedule that finds nothing to rehearse has nothing to say; the health page asks for a first backup.
    if (folder === undefined) return ok(null);
    const staging = join(deps.base().folder, stagingFolder);
    rmSync(staging, { recursive: true, force: true });
    try {
      return await rehearse(run, deps, { folder, staging });
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  },
});

interface Places {
  readonly folder: string;
  readonly staging: string;
}

async function rehearse(run: JobRun, deps: RehearsalDeps, places: Places): Promise<Result<Rehearsal | null, Failure>> {
  const startedAt = run.context.clock.now();
  const inspected = await run.inThread<Inspected>(inspectInThread.name, { path: places.folder });
  if (!inspected.ok) {
    return run.signal.aborted ? inspected : failedRehearsal(run, places, { startedAt, failure: inspected.error });
  }
  const { manifest } = inspected.value;
  if (manifest.vaultId !== deps.base().vaultId) return fail('backups.other-base');
  const needed = bytesOf(manifest) * 2;
  const fits = checkTarget(deps.base().folder, { baseFolder: places.folder, needed });
  if (!fits.ok) return fits;
  const restored = await restoreAside(run, deps, { ...places, manifest });
  if (!restored.ok) {
    return run.signal.aborted ? restored : failedRehearsal(run, places, { startedAt, failure: restored.error });
  }
  const restoreSeconds = (run.context.clock.now() - startedAt) / 1000;
  const looked = await compareAll(run, deps, { places, manifest: restored.value });
  if (!looked.ok) return looked;
  return ok(
    keep(run, places, { startedAt, report: { ...looked.value, restoreSeconds, bytes: bytesOf(restored.value) } }),
  );
}

function restoreAside(
  run: JobRun,
  deps: RehearsalDeps,
  { folder, staging, manifest }: Places & { readonly manifest: Manifest },
): Promise<Result<Manifest, Failure>> {
  return deps.withTarget({ file: join(staging, stagedDatabase), manifest }, async (target) => {
    const staged = await run.inThread<Manifest>(stageInThread.name, { from: folder, to: staging }, target);
    if (!staged.ok) return staged;
    const migrated = await run.inThread(migrateInThread.name, {}, target);
    if (!migrated.ok) return migrated;
    const opened = deps.openStaged(staging, manifest);
    return opened.ok ? staged : opened;
  });
}

type Looked = Omit<Report, 'restoreSeconds' | 'bytes'>;

function compareAll(
  run: JobRun,
  deps: RehearsalDeps,
  { places, manifest }: { readonly places: Places; readonly manifest: Manifest },
): Promise<Result<Looked, Failure>> {
  return deps.withTarget({ file: join(places.staging, stagedDatabase), manifest }, async (target) => {
    const verified = await run.inThread<Verification>(verifyInThread.name, {}, target);
    if (!verified.ok) return verified;
    const chances = Array.from({ length: 2000 }, deps.chance);
    const compared = await deps.withLive(({ file: live, key: liveKey }) =>
      run.inThread<Compared>(compareInThread.name, { live, liveKey: Uint8Array.from(liveKey), chances }, target),
    );
    if (!compared.ok) return compared;
    const { findings, counts, chain } = verified.value;
    const differing = Object.keys(manifest.counts).filter(
      (table) => counts[table] !== undefined && counts[table] !== manifest.counts[table],
    );
    const headFits = chain.head === manifest.audit.head;
    return ok({
      name: basename(places.folder),
      backupMadeAt: manifest.madeAt,
      counts: manifest.counts,
      operations: manifest.audit.operations,
      head: manifest.audit.head,
      ...compared.value,
      findings: [
        ...findings,
        ...differing.map((table) => ({ check: 'counts', detail: table })),
        ...(headFits ? [] : [{ check: 'chain', detail: 'head' }]),
      ],
    });
  });
}

const isSound = ({ findings, differing, sameHistory }: Report): boolean =>
  findings.length === 0 && differing === 0 && sameHistory;

function keep(
  { context }: JobRun,
  { folder }: Places,
  { startedAt, report }: { startedAt: number; report: Report },
): Rehearsal {
  const finishedAt = context.clock.now();
  const id = context.ids();
  const sound = isSound(report);
  const row = {
    id,
    folder,
    started_at: startedAt,
    finished_at: finishedAt,
    sound: sound ? 1 : 0,
    report: JSON.stringify(report),
  };
  context.local(statements.insertRehearsal(row));
  return { id, startedAt, finishedAt, sound, ...report };
}

/** A copy that cannot be restored is the most important finding of all: it is written down as one, and the job fails. */
function failedRehearsal(
  run: JobRun,
  places: Places,
  { startedAt, failure }: { startedAt: number; failure: Failure },
): Result<never, Failure> {
  const report: Report = {
    name: basename(places.folder),
    backupMadeAt: startedAt,
    restoreSeconds: 0,
    bytes: 0,
    counts: {},
    operations: 0,
    head: '',
    sameHistory: false,
    compared: 0,
    differing: 0,
    findings: [{ check: failure.code, detail: String(failure.details?.['file'] ?? '') }],
  };
  keep(run, places, { startedAt, report });
  return fail(failure.code, { ...failure.details });
}
