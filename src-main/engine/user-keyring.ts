// The keyring as the users feature sees it: slots of the open base, with the keyring's failures as the contract names them.

import { passphraseErrors, usersContract } from '@shared/features/users/users.contract';
import { fail, ok } from '@shared/core/result';
import { declared } from '../core/declared';
import type { UserKeyring } from '../features/users';
import {
  acceptKeyring,
  addUserSlot,
  changePassphrase,
  listSlots,
  removeUserSlot,
  resetUserSlot,
  renewRecoveryCode,
  unlockWithPassphrase,
  wipeUnlocked,
  type KeyringDeps,
  type KeyringSession,
  type KeyringVersion,
} from '../keys';
import type { Base } from './base';
import { keyringSessionOf, rememberKeyring } from './known-keyring';

const codes = usersContract.operations;

export interface KeyringEvents {
  readonly onAccepted: () => void;
  /** Somebody's way in is another, or gone. */
  readonly onSlots: () => void;
  /** Whoever is signed in has a passphrase of their own choice. */
  readonly onChanged: () => void;
}

export function createUserKeyring(base: Base, deps: KeyringDeps, events: KeyringEvents): UserKeyring {
  const session = keyringSessionOf(base);
  const remembered = <T extends KeyringVersion>(changed: T): T => {
    rememberKeyring(base.write, changed);
    events.onSlots();
    return changed;
  };
  return {
    ...slotsOf(session, remembered, deps),
    async change(change) {
      const changed = await changePassphrase(session, change, deps);
      if (!changed.ok) return declared(codes.changePassphrase.errors, changed.error);
      remembered(changed.value);
      return ok(events.onChanged());
    },
    accept(isKept) {
      const accepted = acceptKeyring(session, (slot) => slot.userId === null || isKept(slot.userId));
      if (!accepted.ok) return declared(codes.acceptKeyring.errors, accepted.error);
      remembered(accepted.value);
      return ok(events.onAccepted());
    },
    async renewRecoveryCode(login, passphrase) {
      const proven = await unlockWithPassphrase(base.folder, { login, passphrase }, deps);
      if (!proven.ok) return declared(codes.renewRecoveryCode.errors, proven.error);
      wipeUnlocked(proven.value);
      const renewed = await renewRecoveryCode(session, deps);
      return renewed.ok
        ? ok(remembered(renewed.value).recoveryCode)
        : declared(codes.renewRecoveryCode.errors, renewed.error);
    },
  };
}

/** What becomes of single people's slots. Every change is remembered by the base, so that none can be taken back unnoticed. */
function slotsOf(
  session: KeyringSession,
  remembered: (changed: KeyringVersion) => void,
  deps: KeyringDeps,
): Pick<UserKeyring, 'logins' | 'add' | 'remove' | 'reset'> {
  return {
    logins() {
      const slots = listSlots(session.dir);
      return slots.ok ? slots.value.flatMap((slot) => (slot.login === null ? [] : [slot.login])) : [];
    },
    async add(user) {
      const added = await addUserSlot(session, { ...user, mustChange: false }, deps);
      if (added.ok) return ok(remembered(added.value));
      if (added.error.code === 'keys.login-taken') return fail('users.login-taken', { login: user.login });
      return declared(passphraseErrors, added.error);
    },
    remove(userId) {
      const removed = removeUserSlot(session, userId);
      return removed.ok ? ok(remembered(removed.value)) : removed;
    },
    async reset(userId) {
      const reset = await resetUserSlot(session, userId, deps);
      if (!reset.ok) return declared(codes.resetPassphrase.errors, reset.error);
      remembered(reset.value);
      return ok(reset.value.code);
    },
  };
}
