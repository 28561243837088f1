// The keyring as the users feature sees it: slots of the open base, with the keyring's failures as the contract names them.

import { usersContract } from '@shared/features/users/users.contract';
import { fail, ok } from '@shared/core/result';
import { declared } from '../core/declared';
import type { UserKeyring } from '../features/users';
import {
  addUserSlot,
  changePassphrase,
  listSlots,
  removeUserSlot,
  renewRecoveryCode,
  unlockWithPassphrase,
  wipeUnlocked,
  type KeyringDeps,
} from '../keys';
import type { Base } from './base';

const codes = usersContract.operations;

export function createUserKeyring(base: Base, deps: KeyringDeps): UserKeyring {
  const session = { dir: base.folder, unlocked: base.unlocked };
  return {
    logins() {
      const slots = listSlots(base.folder);
      return slots.ok ? slots.value.flatMap((slot) => (slot.login === null ? [] : [slot.login])) : [];
    },
    async add(user) {
      const added = await addUserSlot(session, { ...user, mustChange: false }, deps);
      if (added.ok) return ok(undefined);
      if (added.error.code === 'keys.login-taken') return fail('users.login-taken', { login: user.login });
      return declared(codes.create.errors, added.error);
    },
    remove(userId) {
      const removed = removeUserSlot(session, userId);
      return removed.ok ? ok(undefined) : removed;
    },
    async change(change) {
      const changed = await changePassphrase(base.folder, change, deps);
      return changed.ok ? ok(undefined) : declared(codes.changePassphrase.errors, changed.error);
    },
    async renewRecoveryCode(login, passphrase) {
      const proven = await unlockWithPassphrase(base.folder, { login, passphrase }, deps);
      if (!proven.ok) return declared(codes.renewRecoveryCode.errors, proven.error);
      wipeUnlocked(proven.value);
      const renewed = renewRecoveryCode(session, deps);
      return renewed.ok ? ok(renewed.value.recoveryCode) : declared(codes.renewRecoveryCode.errors, renewed.error);
    },
  };
}
