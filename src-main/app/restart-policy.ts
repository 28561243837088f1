// How often and how fast a process that died is started again.

import type { Clock } from '@shared/core/clock';

const WINDOW_MS = 60_000;
const MOST_IN_WINDOW = 5;
const FIRST_PAUSE_MS = 100;

export interface RestartPolicy {
  /** Milliseconds to wait before starting again after the death that was just seen, or null: give up. */
  afterDeath(): number | null;
  /** Forgets earlier deaths, because the person asked to try again. */
  forget(): void;
}

/** The first restart comes at once, the next after 100, 200, 400 and 800 ms; the sixth death within a minute is the last. */
export function createRestartPolicy(clock: Clock): RestartPolicy {
  const deaths: number[] = [];
  return {
    afterDeath() {
      const now = clock.now();
      while (deaths[0] !== undefined && now - deaths[0] >= WINDOW_MS) deaths.shift();
      deaths.push(now);
      if (deaths.length > MOST_IN_WINDOW) return null;
      return deaths.length === 1 ? 0 : FIRST_PAUSE_MS * 2 ** (deaths.length - 2);
    },
    forget() {
      deaths.length = 0;
    },
  };
}
