// The machine's clock; everything else receives `Clock` from outside.

import type { Clock } from '@shared/core/clock';

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };
