// What starts an export: may it go out, in this format, to this place?

import { existsSync } from 'node:fs';
import { dirname, isAbsolute, resolve as absolute, sep } from 'node:path';
import type { ExportFormat, ExportList, exportsContract } from '@shared/features/exports/exports.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import { inspectFolder } from '../../files';
import { drillOf } from './drill';
import { selectDrills } from './exports.sql';
import { makeExport } from './make-export';
import { identityOf, lockFor, type OnThread } from './package-locks';
import { permissionsFor } from './permissions';

export interface ExportsDeps {
  /** Of the open base. */
  readonly baseFolder: () => string;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
  readonly onThread: OnThread;
  /** Keys of packages under a passphrase, by their folder, for the drill that was asked for; kept in memory alone. */
  readonly packageKeys: Map<string, string>;
}

type Ops = (typeof exportsContract)['operations'];

export function createExportsService(deps: ExportsDeps): Handlers<typeof exportsContract> {
  return {
    make: async (context, input) => make(context, input, deps),
    makeExit: async (context, input) => startExit(context, input, deps),
    drill: (context, input) => startDrill(context, input, deps),
    drills: ({ db }) => ok({ drills: db.all(selectDrills({})).map(drillOf) }),
  };
}

function make(
  context: ActionContext,
  { what, options, to, replace }: InputOf<Ops['make']>,
  { baseFolder, resolveFile }: ExportsDeps,
): Answer<Ops['make']> {
  if (permissionsFor(what).some((permission) => !context.actor.can(permission))) return fail('exports.forbidden-list');
  if (!formatsOf(what).includes(options.format)) return fail('exports.no-such-format');
  const chosen = resolveFile(to);
  if (chosen === undefined || !isAbsolute(chosen)) return fail('exports.folder-missing', { path: to });
  const path = absolute(chosen);
  const place = checkPlace(path, baseFolder());
  if (!place.ok) return place;
  if (!replace && existsSync(path)) return fail('exports.exists', { path });
  const { permit } = context;
  return ok({ jobId: context.startJob(makeExport.name, { what, options, path, replace, permit }).id });
}

async function startExit(
  context: ActionContext,
  { to, language, passphrase }: InputOf<Ops['makeExit']>,
  { baseFolder, resolveFile, onThread }: ExportsDeps,
): Promise<Answer<Ops['makeExit']>> {
  if (permissionsFor({ list: 'everything' }).some((permission) => !context.actor.can(permission)))
    return fail('exports.forbidden-list');
  const chosen = resolveFile(to);
  if (chosen === undefined || !isAbsolute(chosen)) return fail('exports.folder-missing', { path: to });
  const path = absolute(chosen);
  const place = checkPlace(path, baseFolder());
  if (!place.ok) return place;
  if (existsSync(path)) return fail('exports.exists', { path });
  const lock = await lockFor(passphrase, onThread);
  if (!lock.ok) return lock;
  const permit = context.permit?.id;
  const input = { path, language, ...(permit && { permit }), ...(lock.value && { lock: lock.value }) };
  return ok({ jobId: context.startJob('exports.makeExit', input).id });
}

async function startDrill(
  context: ActionContext,
  { from, passphrase }: InputOf<Ops['drill']>,
  { resolveFile, onThread, packageKeys }: ExportsDeps,
): Promise<Answer<Ops['drill']>> {
  if (from === undefined) return ok({ jobId: context.startJob('exports.drill', {}).id });
  const chosen = resolveFile(from);
  if (chosen === undefined || !existsSync(chosen)) return fail('exports.folder-missing', { path: chosen ?? from });
  const path = absolute(chosen);
  const identity = await identityOf(path, passphrase, onThread);
  if (!identity.ok) return identity;
  if (identity.value !== null) packageKeys.set(path, identity.value);
  return ok({ jobId: context.startJob('exports.drill', { from: path }).id });
}

/** Cards are of parties, calendars of what has a day. */
export function formatsOf({ list }: ExportList): readonly ExportFormat[] {
  const tables = ['csv', 'xlsx', 'jsonl'] as const;
  if (list === 'parties' || list === 'everything') return [...tables, 'vcf', 'ics'];
  return list === 'activities' ? [...tables, 'ics'] : tables;
}

type PlaceError = Failure<'exports.folder-missing' | 'exports.in-base' | 'exports.read-only'>;

/** A file of open text has no place among the encrypted ones. */
export function checkPlace(path: string, baseFolder: string): Result<void, PlaceError> {
  const folder = dirname(path);
  if (!existsSync(folder)) return fail('exports.folder-missing', { path: folder });
  if (folder === absolute(baseFolder) || folder.startsWith(absolute(baseFolder) + sep))
    return fail('exports.in-base', { path });
  return inspectFolder(folder).writable ? ok(undefined) : fail('exports.read-only', { path: folder });
}
