// Copies of the base: their places, the list of them, and what starts the work.

import { basename, dirname, resolve as absolute } from 'node:path';
import type { BackupRecord, BackupTarget, backupsContract, Rehearsal } from '@shared/features/backups/backups.contract';
import { defaultRotation } from '@shared/features/backups/rotation';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import type { Tables } from '../../db';
import * as statements from './backups.sql';
import type { Place, Places } from './places';
import { createRestoring, type Restorer } from './restore';

export interface BackupsDeps {
  readonly places: Places;
  readonly restorer: Restorer;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
}

type Ops = (typeof backupsContract)['operations'];

export function createBackupsService(deps: BackupsDeps): Handlers<typeof backupsContract> {
  return {
    async targets({ db }) {
      const rows = db.all(statements.selectTargets({}));
      const looked = await Promise.all(rows.map(({ path }) => deps.places.look(path)));
      return ok({ targets: rows.map((row, index) => targetOf(row, looked[index]!)) });
    },
    addTarget: async (context, input) => addTarget(context, input, deps),
    setRotation: async (context, { id, rotation }) =>
      context.local(statements.updateTarget(id, rotation)) === 0 ? fail('backups.target-unknown', { id }) : ok({}),
    removeTarget: async (context, { id }) =>
      context.local(statements.deleteTarget(id)) === 0 ? fail('backups.target-unknown', { id }) : ok({}),
    make: async (context, input) => make(context, input, deps),
    async list({ db }) {
      const rows = db.all(statements.selectBackups({}));
      const present = await presentOf(rows, deps.places);
      return ok({ backups: rows.map((row) => recordOf(row, present.has(row.folder))) });
    },
    rehearse: async (context, input) => rehearse(context, input, deps),
    rehearsals: ({ db }) => ok({ rehearsals: db.all(statements.selectRehearsals({})).map(rehearsalOf) }),
    ...createRestoring(deps),
  };
}

async function addTarget(
  context: ActionContext,
  { folder, rotation = defaultRotation }: InputOf<Ops['addTarget']>,
  { places, resolveFile }: BackupsDeps,
): Promise<Answer<Ops['addTarget']>> {
  const chosen = resolveFile(folder);
  if (chosen === undefined) return fail('backups.folder-missing', { target: folder });
  const path = absolute(chosen);
  const { refusal } = await places.look(path);
  // A full disk takes no copy now, but may be the right place.
  if (refusal !== null && refusal.code !== 'backups.target-full') return fail(refusal.code, { ...refusal.details });
  if (context.db.all(statements.selectTargets({})).some((target) => target.path === path))
    return fail('backups.target-known', { target: path });
  const id = context.ids();
  context.local(statements.insertTarget({ id, path, ...rotation, created_at: context.clock.now() }));
  return ok({ id });
}

async function make(
  context: ActionContext,
  { folder, rehearse: toRehearse }: InputOf<Ops['make']>,
  deps: BackupsDeps,
): Promise<Answer<Ops['make']>> {
  const path = folder === undefined ? undefined : deps.resolveFile(folder);
  if (folder !== undefined && path === undefined) return fail('backups.folder-missing', { target: folder });
  if (path === undefined && context.db.all(statements.selectTargets({})).length === 0) return fail('backups.no-target');
  const refusal = path === undefined ? null : (await deps.places.look(path)).refusal;
  if (refusal?.code === 'backups.folder-missing' || refusal?.code === 'backups.target-inside')
    return fail(refusal.code, { target: path });
  const input = { rehearse: toRehearse, ...(path === undefined ? {} : { folder: absolute(path) }) };
  return ok({ jobId: context.startJob('backups.make', input).id });
}

async function rehearse(
  context: ActionContext,
  { id, folder }: InputOf<Ops['rehearse']>,
  deps: BackupsDeps,
): Promise<Answer<Ops['rehearse']>> {
  if (folder !== undefined) {
    const path = deps.resolveFile(folder);
    if (path === undefined || !(await deps.places.look(path)).reachable)
      return fail('backups.folder-missing', { target: path ?? folder });
    return ok({ jobId: context.startJob('backups.rehearse', { folder: absolute(path) }).id });
  }
  const chosen =
    id === undefined
      ? context.db.first(statements.selectBackups({}))
      : context.db.first(statements.selectBackup({ id }));
  if (chosen === undefined) return id === undefined ? fail('backups.none-yet') : fail('backups.unknown', { id });
  return ok({ jobId: context.startJob('backups.rehearse', { folder: chosen.folder }).id });
}

function targetOf(row: Tables['backup_target'], { reachable, freeBytes, sameDisk }: Place): BackupTarget {
  const { id, path, hourly, daily, weekly, monthly } = row;
  return { id, path, rotation: { hourly, daily, weekly, monthly }, reachable, freeBytes, sameDisk };
}

/** Folders of backups that are still in their place: each place is looked at once, for all it should hold. */
async function presentOf(rows: readonly Tables['backup'][], places: Places): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    [...new Set(rows.map(({ folder }) => dirname(folder)))].map(async (path) => {
      const inside = rows.filter(({ folder }) => dirname(folder) === path).map(({ folder }) => folder);
      const { present } = await places.look(path, { names: inside.map((folder) => basename(folder)) });
      return inside.filter((folder) => present.includes(basename(folder)));
    }),
  );
  return new Set(found.flat());
}

const recordOf = (row: Tables['backup'], present: boolean): BackupRecord => ({
  id: row.id,
  name: basename(row.folder),
  folder: row.folder,
  madeAt: row.made_at,
  verifiedAt: row.verified_at,
  bytes: row.bytes,
  operations: row.operations,
  present,
});

function rehearsalOf(row: Tables['rehearsal']): Rehearsal {
  const report = JSON.parse(row.report) as Omit<Rehearsal, 'id' | 'startedAt' | 'finishedAt' | 'sound'>;
  return { id: row.id, startedAt: row.started_at, finishedAt: row.finished_at, sound: row.sound === 1, ...report };
}
