// Starts the desktop program, what the person sees first: the window, the engine, the menu, the messages from pages.

import { powerMonitor, session } from 'electron';
import type { Desktop, DesktopParts, DesktopState } from './assemble';
import { assemble } from './assemble';
import type { AutoLock } from './auto-lock';
import { readFirstStatus } from './first-status';
import { sessionPartition } from './hardening';
import { servePages } from './page-service';
import { showLanguage } from './program-menu';
import { serveAppScheme } from './protocol';

const IDLE_CHECK_MS = 5000;
/** The engine starts when the first screen stands there; one that is hidden or slow must not keep it waiting for ever. */
const PAINT_PATIENCE_MS = 1500;

/** Must be called when the program is ready. */
export function startDesktop(parts: DesktopParts): Desktop {
  const state: DesktopState = {
    baseFolder: parts.baseFolder,
    language: parts.language,
    firstStatus: readFirstStatus(parts.baseFolder),
  };
  serveAppScheme(session.fromPartition(sessionPartition), {
    folder: parts.places.pageFolder,
    random: parts.random,
    language: () => state.language,
    wasOpened: () => parts.settings.read().openedFolder === state.baseFolder,
  });
  const desktop = assemble(parts, state);
  desktop.windows.open();
  desktop.engine.startLater(state.baseFolder, PAINT_PATIENCE_MS);
  servePages(desktop, parts, state);
  showLanguage(desktop, state.language);
  lockWithTheSystem(desktop.autoLock);
  return desktop;
}

function lockWithTheSystem(autoLock: AutoLock): void {
  powerMonitor.on('lock-screen', autoLock.systemLocked);
  powerMonitor.on('suspend', autoLock.systemLocked);
  powerMonitor.on('user-did-resign-active', autoLock.systemLocked);
  setInterval(autoLock.check, IDLE_CHECK_MS);
}
