// Copies of the base: their places, the list of them, and what starts the work.

import { existsSync } from 'node:fs';
import { basename, resolve as absolute } from 'node:path';
import type { BackupRecord, BackupTarget, backupsContract, Rehearsal } from '@shared/features/backups/backups.contract';
import { defaultRotation } from '@shared/features/backups/rotation';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import type { Tables } from '../../db';
import { inspectFolder } from '../../files';
import * as statements from './backups.sql';
import type { BackupBase } from './make-backup';
import { createRestoring, type Restorer } from './restore';
import { checkTarget, isFolder, sameDisk } from './target';

export interface BackupsDeps {
  readonly base: () => BackupBase;
  readonly restorer: Restorer;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
}

type Ops = (typeof backupsContract)['operations'];

export function createBackupsService(deps: BackupsDeps): Handlers<typeof backupsContract> {
  return {
    targets: ({ db }) =>
      ok({ targets: db.all(statements.selectTargets({})).map((row) => targetOf(row, deps.base().folder)) }),
    addTarget: async (context, input) => addTarget(context, input, deps),
    setRotation: async (context, { id, rotation }) =>
      context.local(statements.updateTarget(id, rotation)) === 0 ? fail('backups.target-unknown', { id }) : ok({}),
    removeTarget: async (context, { id }) =>
      context.local(statements.deleteTarget(id)) === 0 ? fail('backups.target-unknown', { id }) : ok({}),
    make: async (context, input) => make(context, input, deps),
    list: ({ db }) => ok({ backups: db.all(statements.selectBackups({})).map(recordOf) }),
    rehearse: async (context, input) => rehearse(context, input, deps),
    rehearsals: ({ db }) => ok({ rehearsals: db.all(statements.selectRehearsals({})).map(rehearsalOf) }),
    ...createRestoring(deps.restorer, deps.resolveFile),
  };
}

async function addTarget(
  context: ActionContext,
  { folder, rotation = defaultRotation }: InputOf<Ops['addTarget']>,
  { base, resolveFile }: BackupsDeps,
): Promise<Answer<Ops['addTarget']>> {
  const chosen = resolveFile(folder);
  if (chosen === undefined) return fail('backups.folder-missing', { target: folder });
  const path = absolute(chosen);
  const checked = checkTarget(path, { baseFolder: base().folder, needed: 0 });
  if (!checked.ok) {
    const { code, details } = checked.error;
    // A full disk takes no copy now, but may be the right place.
    if (code !== 'backups.target-full') return fail(code, { ...details });
  }
  if (context.db.all(statements.selectTargets({})).some((target) => target.path === path))
    return fail('backups.target-known', { target: path });
  const id = context.ids();
  context.local(statements.insertTarget({ id, path, ...rotation, created_at: context.clock.now() }));
  return ok({ id });
}

function make(
  context: ActionContext,
  { folder, rehearse: toRehearse }: InputOf<Ops['make']>,
  deps: BackupsDeps,
): Answer<Ops['make']> {
  const path = folder === undefined ? undefined : deps.resolveFile(folder);
  if (folder !== undefined && (path === undefined || !isFolder(path)))
    return fail('backups.folder-missing', { target: path ?? folder });
  if (path === undefined && context.db.all(statements.selectTargets({})).length === 0) return fail('backups.no-target');
  if (path !== undefined) {
    const inner = checkTarget(path, { baseFolder: deps.base().folder, needed: 0 });
    if (!inner.ok && inner.error.code === 'backups.target-inside')
      return fail('backups.target-inside', { target: path });
  }
  const input = { rehearse: toRehearse, ...(path === undefined ? {} : { folder: absolute(path) }) };
  return ok({ jobId: context.startJob('backups.make', input).id });
}

function rehearse(
  context: ActionContext,
  { id, folder }: InputOf<Ops['rehearse']>,
  deps: BackupsDeps,
): Answer<Ops['rehearse']> {
  if (folder !== undefined) {
    const path = deps.resolveFile(folder);
    if (path === undefined || !isFolder(path)) return fail('backups.folder-missing', { target: path ?? folder });
    return ok({ jobId: context.startJob('backups.rehearse', { folder: absolute(path) }).id });
  }
  const chosen =
    id === undefined
      ? context.db.first(statements.selectBackups({}))
      : context.db.first(statements.selectBackup({ id }));
  if (chosen === undefined) return id === undefined ? fail('backups.none-yet') : fail('backups.unknown', { id });
  return ok({ jobId: context.startJob('backups.rehearse', { folder: chosen.folder }).id });
}

function targetOf(row: Tables['backup_target'], baseFolder: string): BackupTarget {
  const { id, path, hourly, daily, weekly, monthly } = row;
  const reachable = isFolder(path);
  return {
    id,
    path,
    rotation: { hourly, daily, weekly, monthly },
    reachable,
    freeBytes: reachable ? inspectFolder(path).freeBytes : null,
    sameDisk: sameDisk(path, baseFolder),
  };
}

const recordOf = (row: Tables['backup']): BackupRecord => ({
  id: row.id,
  name: basename(row.folder),
  folder: row.folder,
  madeAt: row.made_at,
  verifiedAt: row.verified_at,
  bytes: row.bytes,
  operations: row.operations,
  present: existsSync(row.folder),
});

function rehearsalOf(row: Tables['rehearsal']): Rehearsal {
  const report = JSON.parse(row.report) as Omit<Rehearsal, 'id' | 'startedAt' | 'finishedAt' | 'sound'>;
  return { id: row.id, startedAt: row.started_at, finishedAt: row.finished_at, sound: row.sound === 1, ...report };
}
