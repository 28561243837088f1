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
import { lockFor, sealedForOf, type LockDeps } from './lock';
import { identityOf, packageLockFor, type OnThread } from './package-locks';
import { permissionsFor } from './permissions';
import { listReceipts, verifyFile } from './receipts';
import { addRecipient, recipientsOf, removeRecipient } from './recipients';

export interface ExportsDeps {
  /** Of the open base. */
  readonly baseFolder: () => string;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
  readonly onThread: OnThread;
  /** Keys of packages under a passphrase, by their folder, for the drill that was asked for; kept in memory alone. */
  readonly packageKeys: Map<string, string>;
  readonly locks: LockDeps;
}

type Ops = (typeof exportsContract)['operations'];

export function createExportsService(deps: ExportsDeps): Handlers<typeof exportsContract> {
  return {
    make: (context, input) => make(context, input, deps),
    makeExit: async (context, input) => startExit(context, input, deps),
    drill: (context, input) => startDrill(context, input, deps),
    recipients: ({ db }) => ok({ recipients: [...recipientsOf(db, deps.locks.escrows)] }),
    addRecipient,
    removeRecipient,
    receipts: listReceipts,
    verify: (context, input) => verifyFile(context, input, deps),
    drills: ({ db }) => ok({ drills: db.all(selectDrills({})).map(drillOf) }),
  };
}

async function make(
  context: ActionContext,
  { what, options, to, replace, ...wish }: InputOf<Ops['make']>,
  { baseFolder, resolveFile, locks }: ExportsDeps,
): Promise<Answer<Ops['make']>> {
  if (permissionsFor(what).some((permission) => !context.actor.can(permission))) return fail('exports.forbidden-list');
  if (!formatsOf(what).includes(options.format)) return fail('exports.no-such-format');
  const chosen = resolveFile(to);
  if (chosen === undefined || !isAbsolute(chosen)) return fail('exports.folder-missing', { path: to });
  const isPlain = wish.recipients === undefined && wish.passphrase === undefined;
  const path = isPlain || /\.age$/i.test(chosen) ? absolute(chosen) : `${absolute(chosen)}.age`;
  const place = checkPlace(path, baseFolder());
  if (!place.ok) return place;
  // Whoever was asked whether something may be replaced was asked about the name they chose.
  const mayReplace = replace && path === absolute(chosen);
  if (!mayReplace && existsSync(path)) return fail('exports.exists', { path });
  const lock = await lockFor(context, wish, { id: context.ids(), deps: locks });
  if (!lock.ok) return lock;
  const { permit } = context;
  const input = { what, options, path, replace: mayReplace, permit, lock: lock.value };
  return ok({ jobId: context.startJob('exports.make', input).id });
}

async function startExit(
  context: ActionContext,
  { to, language, ...wish }: InputOf<Ops['makeExit']>,
  { baseFolder, resolveFile, onThread, locks }: ExportsDeps,
): Promise<Answer<Ops['makeExit']>> {
  if (permissionsFor({ list: 'everything' }).some((permission) => !context.actor.can(permission)))
    return fail('exports.forbidden-list');
  const chosen = resolveFile(to);
  if (chosen === undefined || !isAbsolute(chosen)) return fail('exports.folder-missing', { path: to });
  const path = absolute(chosen);
  const place = checkPlace(path, baseFolder());
  if (!place.ok) return place;
  if (existsSync(path)) return fail('exports.exists', { path });
  const lockedFor = await lockFor(context, wish, { id: context.ids(), deps: locks });
  if (!lockedFor.ok) return lockedFor;
  const sealedFor = sealedForOf(lockedFor.value, locks);
  if (!sealedFor.ok) throw new Error('a passphrase just given is there');
  if (lockedFor.value.way === 'passphrase') locks.passphrases.delete(lockedFor.value.id);
  const lock = sealedFor.value === null ? null : await packageLockFor(sealedFor.value, onThread);
  const permit = context.permit?.id;
  const input = { path, language, lockedFor: lockedFor.value, ...(permit && { permit }), ...(lock && { lock }) };
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
