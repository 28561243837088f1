// A thread that reads what the lock screen shows and ends. A process, as the engine is one, takes longer to start than the whole
// first screen to appear; and on a disk that sleeps or has gone away, reading must not stop the main process.

import { parentPort, workerData } from 'node:worker_threads';
import type { SessionStatus } from '@shared/features/session/session.contract';
import { lockedStatus, placeOf, type LockedBase } from './gate';

const base = workerData as LockedBase;
parentPort?.postMessage({ ...lockedStatus(base), place: placeOf(base.folder) } satisfies SessionStatus);
