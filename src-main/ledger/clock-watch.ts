// Notices that the machine's clock was set by more than five minutes: hours in the ledger are only as true as the clock was.

import type { Clock } from '@shared/core/clock';

const MOST_DRIFT_MS = 5 * 60_000;

export interface ClockJump {
  /** What the clock should have shown, and what it shows, ms UTC. */
  readonly from: number;
  readonly to: number;
}

export interface ClockWatch {
  /** Answers the jump since it was last asked, or null. */
  look(now: number): ClockJump | null;
}

/** `lastAt`: the last hour the ledger knows, 0 in an empty one. Without `elapsed` only a clock that was put back is noticed. */
export function createClockWatch({ elapsed }: Clock, lastAt: number): ClockWatch {
  const seen: { at: number; elapsed: number | null } = { at: lastAt, elapsed: null };
  return {
    look(now) {
      const passed = elapsed?.() ?? null;
      const expected = passed === null || seen.elapsed === null ? seen.at : seen.at + (passed - seen.elapsed);
      const drift = now - expected;
      const known = passed !== null && seen.elapsed !== null;
      const jumped = drift < -MOST_DRIFT_MS || (known && drift > MOST_DRIFT_MS);
      seen.at = now;
      seen.elapsed = passed;
      return jumped ? { from: Math.round(expected), to: now } : null;
    },
  };
}
