// May a file go out locked like this? Whom it is for is looked up in the register; a passphrase is kept in memory alone.

import { z } from 'zod';
import { Addressee } from '@shared/features/exports/lock';
import type { lockErrors, LockWay, lockWish } from '@shared/features/exports/lock';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import { checkPassphrase, type SealedFor } from '../../keys';
import { recipientsOf, type Escrows } from './recipients';

/** As a job keeps it: of a passphrase only under which name it is remembered. */
export const Lock = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('recipients'), recipients: z.array(Addressee) }),
  z.strictObject({ way: z.literal('passphrase'), id: z.string() }),
  z.strictObject({ way: z.literal('open') }),
]);
export type Lock = z.infer<typeof Lock>;

export type LockWish = { readonly [Key in keyof typeof lockWish]?: z.infer<(typeof lockWish)[Key]> | undefined };
export type LockError = Failure<(typeof lockErrors)[number]>;

export interface LockDeps {
  readonly escrows: Escrows;
  /** Passphrases of files under way by the id in their lock, until the base is locked. */
  readonly passphrases: Map<string, string>;
}

type Asking = Pick<QueryContext, 'db' | 'actor'>;

/** `id` is a fresh one. Whoever finds a file has all the time in the world: weak passphrases are refused. */
export async function lockFor(
  { db, actor }: Asking,
  { recipients: ids, passphrase }: LockWish,
  { id, deps }: { readonly id: string; readonly deps: LockDeps },
): Promise<Result<Lock, LockError>> {
  if (ids !== undefined && passphrase !== undefined) return fail('exports.two-locks');
  if (ids !== undefined) {
    const known = recipientsOf(db, deps.escrows);
    const recipients = ids.flatMap((wanted) => known.find((one) => one.id === wanted) ?? []);
    if (recipients.length < ids.length) return fail('exports.recipient-unknown');
    return ok({ way: 'recipients', recipients: recipients.map(({ name, key }) => ({ name, key })) });
  }
  if (passphrase === undefined) return mayGo('open', actor) ? ok({ way: 'open' }) : fail('exports.plain-forbidden');
  const reasons = await checkPassphrase(passphrase);
  if (reasons.length > 0) return fail('keys.weak-passphrase', { reasons });
  deps.passphrases.set(id, passphrase);
  return ok({ way: 'passphrase', id });
}

/** Open text is a right of its own; looked at when it is asked for and again when it is written. */
export const mayGo = (way: LockWay, { can }: Pick<Asking['actor'], 'can'>): boolean =>
  way !== 'open' || can('exports.plain');

type Lost = Failure<'exports.passphrase-gone'>;

/** null: open text. A job that is taken up after a lock finds its passphrase no more. */
export function sealedForOf(
  lock: Lock,
  { passphrases }: Pick<LockDeps, 'passphrases'>,
): Result<SealedFor | null, Lost> {
  if (lock.way === 'open') return ok(null);
  if (lock.way === 'recipients') return ok({ recipients: lock.recipients.map(({ key }) => key) });
  const passphrase = passphrases.get(lock.id);
  return passphrase === undefined ? fail('exports.passphrase-gone') : ok({ passphrase });
}

/** What the log says of it. */
export const lockNoted = (lock: Lock): { readonly way: LockWay; readonly recipients?: readonly Addressee[] } =>
  lock.way === 'recipients' ? lock : { way: lock.way };
