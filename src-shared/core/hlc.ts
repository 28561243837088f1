// Hybrid logical clock: stamps that order operations of many devices even when their clocks disagree.
// 48 bits of milliseconds and 16 bits of counter as 16 hex characters; text order is time order.

import type { Clock } from './clock';

/** 16 lower-case hex characters. */
export type HlcStamp = string;

export interface HybridClock {
  /** The next stamp: after every stamp made or seen so far, and never before the wall clock. */
  next(): HlcStamp;
  /** Takes note of a stamp from elsewhere (or from the stored ledger at start). */
  witness(stamp: HlcStamp): void;
}

const COUNTER_LIMIT = 0xffff;

export function createHybridClock(clock: Clock, last?: HlcStamp): HybridClock {
  let at = 0;
  let counter = 0;
  const witness = (stamp: HlcStamp): void => {
    const { milliseconds, count } = parseStamp(stamp);
    if (milliseconds > at || (milliseconds === at && count > counter)) {
      at = milliseconds;
      counter = count;
    }
  };
  if (last !== undefined) witness(last);
  return {
    witness,
    next() {
      const now = clock.now();
      if (now > at) {
        at = now;
        counter = 0;
      } else if (++counter > COUNTER_LIMIT) {
        at += 1;
        counter = 0;
      }
      return at.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0');
    },
  };
}

/** The wall-clock part (ms UTC) and the counter of a stamp. */
export function parseStamp(stamp: HlcStamp): { milliseconds: number; count: number } {
  return { milliseconds: Number.parseInt(stamp.slice(0, 12), 16), count: Number.parseInt(stamp.slice(12), 16) };
}
