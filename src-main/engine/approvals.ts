// Joins the door to approvals: what is needed, whose signature is whose, and using an approval up.

import type { Clock } from '@shared/core/clock';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Actor } from '../access';
import { permitFor, usePermit, type ApprovalsDeps, type AskedCall, type GateError } from '../features/approvals';
import type { ActionContext, Permit } from '../core/context';
import { signInDomain, signingKeys, unlockWithPassphrase, wipeUnlocked, type KeyringDeps } from '../keys';
import { ledgerTime, selectSigners, type Work } from '../ledger';
import type { Base } from './base';
import { keyringSessionOf } from './known-keyring';

export interface Approvals {
  /** Whether a call may be made: null when nothing is needed. */
  permit(call: AskedCall): Result<Permit | null, Failure>;
  /** Inside the unit of work that it allows. */
  useIn(work: Work, permit: Permit, actor: Actor): void;
  /** In one of its own, before what it allows. */
  use(permit: Permit, by: { readonly actor: Actor; readonly op: string }): void;
}

interface Deps {
  readonly clock: Clock;
  readonly base: () => Base | null;
}

export function createApprovals({ clock, base }: Deps): Approvals {
  const useIn = ({ db, operationId }: Work, permit: Permit, { userId }: Actor): void =>
    usePermit(db, permit, { userId: userId ?? '', at: ledgerTime(db, clock), operationId });
  return {
    permit(call): Result<Permit | null, GateError> {
      const open = base();
      if (open === null || call.operation.approval === undefined) return ok(null);
      const { read, readAs } = open;
      return permitFor(call, {
        db: readAs(call.actor),
        whole: read,
        clock,
        now: ledgerTime(read, clock),
        keyOf: keysOf(open),
      });
    },
    useIn,
    use(permit, { actor, op }) {
      const details = { request: permit.id, operation: op };
      const used = base()?.unitOfWork.run({ command: 'approvals.use', actor, always: true, details }, (work) =>
        ok(useIn(work, permit, actor)),
      );
      if (used?.ok !== true) throw new Error('an approval could not be used');
    },
  };
}

/** Of the keyring; where somebody has changed it, those that have signed this base's log. */
function keysOf(base: Base): (userId: string) => Uint8Array | undefined {
  const known = signingKeys(keyringSessionOf(base));
  if (known !== null) return (userId) => known.get(userId);
  const signed = new Map(base.read.all(selectSigners({})).map((row) => [row.user_id, row.public_key]));
  return (userId) => signed.get(userId);
}

interface ServiceDeps {
  readonly clock: Clock;
  readonly base: () => Base;
  readonly keyring: KeyringDeps;
  readonly commitAs: (actor: Actor, command: string) => ActionContext['commit'];
}

export const approvalsDeps = ({ clock, base, keyring, commitAs }: ServiceDeps): ApprovalsDeps => ({
  whole: () => base().read,
  keyOf: (userId) => keysOf(base())(userId),
  now: () => ledgerTime(base().read, clock),
  commitAs,
  async withProof(typed, use) {
    const proven = await unlockWithPassphrase(base().folder, typed, keyring);
    if (!proven.ok) return fail(provenError(proven.error.code), proven.error.details);
    const { userId, userKeys } = proven.value;
    if (userId === null || userKeys === null) throw new Error('a passphrase belongs to somebody');
    const { publicKey, privateKey } = userKeys.signing;
    try {
      return use({ userId, publicKey, sign: (domain, message) => signInDomain(domain, privateKey, message) });
    } finally {
      wipeUnlocked(proven.value);
    }
  },
});

/** A keyring that cannot be read while the base is open was changed under it. */
function provenError(
  code: string,
): 'keys.wrong-passphrase' | 'keys.too-many-attempts' | 'keys.unknown-user' | 'keys.keyring-altered' {
  switch (code) {
    case 'keys.wrong-passphrase':
    case 'keys.too-many-attempts':
    case 'keys.unknown-user':
      return code;
    default:
      return 'keys.keyring-altered';
  }
}
