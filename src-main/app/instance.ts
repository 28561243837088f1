// One program per base folder: each base has its own folder for Electron's files, and Electron's single-instance lock lives
// there, so a second start on the same base wakes the first one and a start on another base is free.

import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { systemCode } from '../files';

export interface Instance {
  /** Takes the lock of this base; false when another running program has it. Drops the lock held before. */
  hold(baseFolder: string): boolean;
}

/** `root` is the folder for the program's own files; must be first used before the program is ready. */
export function instanceLock(app: App, root: string): Instance {
  const held: { place: string | null } = { place: null };
  return {
    hold(baseFolder) {
      const place = join(root, 'instances', instanceName(baseFolder));
      if (place === held.place) return true;
      const before = held.place;
      if (before !== null) app.releaseSingleInstanceLock();
      app.setPath('userData', place);
      if (app.requestSingleInstanceLock()) {
        held.place = place;
        return true;
      }
      if (before !== null) {
        app.setPath('userData', before);
        app.requestSingleInstanceLock();
      }
      return false;
    },
  };
}

/** The same name for every way of writing one folder; nothing of the path can be read from it. */
export function instanceName(baseFolder: string): string {
  return createHash('sha256').update(realFolder(baseFolder)).digest('hex').slice(0, 16);
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return folder;
  }
}
