// The first answer a page needs, while there is no engine yet: the status of the locked base, read by a thread of its own.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app } from 'electron';
import type { SessionStatus } from '@shared/features/session/session.contract';

/** Null when it could not be read: then the engine answers, and says why. May be called before the program is ready. */
export function readFirstStatus(scriptsFolder: string, baseFolder: string): Promise<SessionStatus | null> {
  const workerData = { folder: baseFolder, version: app.getVersion() };
  const thread = new Worker(join(scriptsFolder, 'gate.cjs'), { workerData });
  return new Promise((done) => {
    thread.once('message', (status: SessionStatus) => done(status));
    thread.once('error', () => done(null));
    thread.once('exit', () => done(null));
  });
}
