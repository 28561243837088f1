// Starts the desktop program, what the person sees first: the window, the engine, the menu, the messages from pages.

import { powerMonitor, session } from 'electron';
import type { Desktop, DesktopParts, DesktopState } from './assemble';
import { assemble } from './assemble';
import type { AutoLock } from './auto-lock';
import { sessionPartition } from './hardening';
import { showLanguage } from './program-menu';
import { serveAppScheme } from './protocol';

const IDLE_CHECK_MS = 5000;

/** Must be called when the program is ready. */
export async function startDesktop(parts: DesktopParts): Promise<Desktop> {
  const state: DesktopState = { baseFolder: parts.baseFolder, language: parts.language };
  serveAppScheme(session.fromPartition(sessionPartition), parts.places.pageFolder, parts.random);
  const desktop = assemble(parts, state);
  desktop.windows.open();
  desktop.engine.start(state.baseFolder);
  // Comes at once, before any message of the page that is loading now.
  const { servePages } = await import('./page-service');
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
