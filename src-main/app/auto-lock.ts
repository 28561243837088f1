// Locks the base when nobody is there: after some minutes without a touch, and when the system locks, sleeps or changes user.

export interface AutoLockParts {
  /** Seconds since the person last touched keyboard or mouse, as the system counts them. */
  readonly idleSeconds: () => number;
  readonly lock: () => void;
}

export interface AutoLock {
  unlocked(lockMinutes: number): void;
  locked(): void;
  /** To be called every few seconds: locks when the time is up. */
  check(): void;
  /** The system itself was locked or put to sleep. */
  systemLocked(): void;
}

export function createAutoLock({ idleSeconds, lock }: AutoLockParts): AutoLock {
  const state: { lockMinutes: number | null } = { lockMinutes: null };
  const lockNow = (): void => {
    if (state.lockMinutes === null) return;
    state.lockMinutes = null;
    lock();
  };
  return {
    unlocked: (lockMinutes) => {
      state.lockMinutes = lockMinutes;
    },
    locked: () => {
      state.lockMinutes = null;
    },
    check: () => {
      if (state.lockMinutes !== null && idleSeconds() >= state.lockMinutes * 60) lockNow();
    },
    systemLocked: lockNow,
  };
}
