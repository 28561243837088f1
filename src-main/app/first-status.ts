// The first answer a page needs, while there is no engine yet: the status of the locked base.

import { app } from 'electron';
import type { SessionStatus } from '@shared/features/session/session.contract';
import { systemCode } from '../files';

/** Null when it could not be read: then the engine answers, and says why. May be called before the program is ready. */
export async function readFirstStatus(folder: string): Promise<SessionStatus | null> {
  try {
    // Loaded while the window is being made, not before it.
    const { firstStatus } = await import('../engine/gate');
    return await firstStatus({ folder, version: app.getVersion() });
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}
