// What asking, approving and refusing have in common: who has proven who they are, and what may be decided yet.

import type { CodeOf } from '@shared/core/contract';
import type { approvalsContract } from '@shared/features/approvals/approvals.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Actor } from '../../access';
import type { ActionContext, CommitOptions } from '../../core/context';
import type { ReadDb, WriteDb } from '../../db';
import { selectUser } from '../users';
import { requestOf, type KeyOf, type Request } from './request';

type Ops = (typeof approvalsContract)['operations'];
type ProofCode = Extract<CodeOf<Ops['approve']>, `keys.${string}`>;

/** Somebody who has just typed their passphrase. */
export interface Proven {
  readonly userId: string;
  readonly publicKey: Uint8Array;
  sign(domain: 'ask-approval' | 'approve', message: Uint8Array): Uint8Array;
}

export interface ApprovalsDeps {
  /** Wrong passphrases are counted as at the lock screen; the key is overwritten when `use` is done. */
  readonly withProof: <T, E>(
    typed: { readonly login: string; readonly passphrase: string },
    use: (proven: Proven) => Result<T, E>,
  ) => Promise<Result<T, E | Failure<ProofCode>>>;
  /** As it is stored. */
  readonly whole: () => ReadDb;
  readonly keyOf: KeyOf;
  /** ms UTC of the hybrid clock: a clock that is set back brings no request to life again. */
  readonly now: () => number;
  /** One unit of work in the name of somebody who has just proven who they are. */
  readonly commitAs: (actor: Actor, command: string) => ActionContext['commit'];
}

export const loginOf = (db: ReadDb, { userId }: Actor): string =>
  db.first(selectUser({ id: userId ?? '' }))?.login ?? '';

export function put(commit: ActionContext['commit'], options: CommitOptions, work: (db: WriteDb) => unknown): void {
  const done = commit<null, never>(
    ({ db }) => {
      work(db);
      return ok(null);
    },
    { always: true, ...options },
  );
  if (!done.ok) throw new Error('an approval could not be noted');
}

type StateError = Failure<'approvals.not-found' | 'approvals.not-waiting' | 'approvals.expired'>;

export function decidable(id: string, { whole, now }: ApprovalsDeps): Result<Request, StateError> {
  const request = requestOf(whole(), id, now());
  if (request === null) return fail('approvals.not-found', { id });
  if (request.state === 'expired') return fail('approvals.expired', { id });
  return request.state === 'waiting' ? ok(request) : fail('approvals.not-waiting', { id });
}
