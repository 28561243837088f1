// The exit drill: the whole base taken out, loaded into an empty one and compared, so that the office knows it could leave today.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ExitDrill } from '@shared/features/exports/exports.contract';
import type { Permission } from '@shared/core/permissions';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Tables } from '../../db';
import { inspectFolder } from '../../files';
import type { JobKind, JobRun } from '../../jobs';
import { refOf } from '../../access';
import { insertDrill } from './exports.sql';
import type { LockDeps } from './lock';
import type { ExitDeps } from './make-exit';
import { drillInThread, type DrillInput } from './package-thread';
import type { Checked } from './package/check-package';
import { keyFile } from './package/sealed-package';

const WishedDrill = z.object({ from: z.string().optional() });
type WishedDrill = z.infer<typeof WishedDrill>;

export interface DrillDeps extends ExitDeps {
  /** Bytes of the open base: its rows, and the files sealed beside them. */
  readonly bytes: () => { readonly rows: number; readonly files: number };
  readonly packageKeys: Map<string, string>;
  readonly passphrases: LockDeps['passphrases'];
}

const scratchFolder = 'exit-drill';
const NIGHT = 4 * 60;
/** The package, the empty base and what SQLite needs beside them. */
const ROOM = 4;
const granted: readonly Permission[] = ['base.manage', 'parties.read', 'parties.read-sensitive', 'activities.read'];

export const exitDrill = (deps: DrillDeps): JobKind<WishedDrill, ExitDrill> => ({
  name: 'exports.drill',
  permission: 'base.manage',
  input: WishedDrill,
  errors: [
    'exports.cancelled',
    'exports.not-a-package',
    'exports.password-needed',
    'exports.no-room',
    'files.disk-full',
    'db.disk-full',
    'files.io',
  ],
  interrupted: 'resume',
  scheduled: { by: { every: 'monthly', minuteOfDay: NIGHT, weekDay: 0, monthDay: 5 }, permissions: granted },
  run: (run, input) => drill(run, input, deps),
});

async function drill(run: JobRun, { from }: WishedDrill, deps: DrillDeps): Promise<Result<ExitDrill, Failure>> {
  const { context } = run;
  const { actor, clock } = context;
  const { freeBytes } = inspectFolder(deps.baseFolder());
  const { rows, files } = deps.bytes();
  const needed = rows * ROOM + (from === undefined ? files : 0);
  if (freeBytes !== null && freeBytes < needed)
    return fail('exports.no-room', { missing: Math.ceil((needed - freeBytes) / 1_000_000) });
  const identity = from === undefined ? null : (deps.packageKeys.get(from) ?? null);
  if (from !== undefined && identity === null && existsSync(join(from, keyFile)))
    return fail('exports.password-needed');
  const startedAt = clock.now();
  const checked = await run.inThread<Checked>(drillInThread.name, {
    as: refOf(actor),
    language: 'en',
    version: deps.version,
    at: startedAt,
    scratch: join(deps.baseFolder(), scratchFolder),
    keys: [deps.freshKey(), deps.freshKey()],
    from: from ?? null,
    identity,
  } satisfies DrillInput);
  if (from !== undefined) deps.packageKeys.delete(from);
  if (!checked.ok) return checked;
  return ok(keep(run, { ...checked.value, from: from ?? null }, startedAt));
}

function keep({ context }: JobRun, report: Checked & { readonly from: string | null }, startedAt: number): ExitDrill {
  const id = context.ids();
  const finishedAt = context.clock.now();
  const sound = report.findings.length === 0;
  context.local(
    insertDrill({
      id,
      started_at: startedAt,
      finished_at: finishedAt,
      sound: sound ? 1 : 0,
      report: JSON.stringify(report),
    }),
  );
  return { id, startedAt, finishedAt, sound, ...report };
}

export function drillOf(row: Tables['exit_drill']): ExitDrill {
  const report = JSON.parse(row.report) as Omit<ExitDrill, 'id' | 'startedAt' | 'finishedAt' | 'sound'>;
  return { id: row.id, startedAt: row.started_at, finishedAt: row.finished_at, sound: row.sound === 1, ...report };
}
