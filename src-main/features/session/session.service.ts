// Opening, unlocking and locking. The engine holds the one signed-in user; this service decides who becomes it.

import type { SessionStatus, sessionContract } from '@shared/features/session/session.contract';
import type { CodeOf, InputOf } from '@shared/core/contract';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { Handlers } from '../../core/context';

type Ops = (typeof sessionContract)['operations'];
export type NewBase = InputOf<Ops['create']>;
type Outcome<T, Name extends keyof Ops> = Result<T, Failure<CodeOf<Ops[Name]>>>;

/** What the engine can do with its base's keys. */
export interface SessionKeeper {
  status(): SessionStatus;
  /** Answers the recovery code, which is shown once. */
  create(input: NewBase): Promise<Outcome<string, 'create'>>;
  unlock(input: InputOf<Ops['unlock']>): Promise<Outcome<void, 'unlock'>>;
  recover(input: InputOf<Ops['recover']>): Promise<Outcome<void, 'recover'>>;
  checkRecoveryCode(code: string): Outcome<void, 'confirmRecovery'>;
  lock(): Promise<void>;
}

export function createSessionService(keeper: SessionKeeper): Handlers<typeof sessionContract> {
  return {
    status: () => ok(keeper.status()),
    async create(_, input) {
      const created = await keeper.create(input);
      return created.ok ? ok({ recoveryCode: created.value, status: keeper.status() }) : created;
    },
    async confirmRecovery(_, { recoveryCode }) {
      const checked = keeper.checkRecoveryCode(recoveryCode);
      return checked.ok ? ok({}) : checked;
    },
    async unlock(_, input) {
      const unlocked = await keeper.unlock(input);
      return unlocked.ok ? ok(keeper.status()) : unlocked;
    },
    async recover(_, input) {
      const recovered = await keeper.recover(input);
      return recovered.ok ? ok(keeper.status()) : recovered;
    },
    async lock() {
      await keeper.lock();
      return ok({});
    },
  };
}
