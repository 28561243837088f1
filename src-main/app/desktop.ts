// Starts the desktop program: the pages' address, the messages from pages, the first window, the engine, the watch for locking.

import { powerMonitor, session } from 'electron';
import { appHandlers } from './app-handlers';
import type { Desktop, DesktopParts, DesktopState } from './assemble';
import { assemble } from './assemble';
import type { AutoLock } from './auto-lock';
import { fileDialogs } from './file-dialogs';
import { createFileTokens } from './file-tokens';
import { sessionPartition } from './hardening';
import { listenToPages } from './ipc';
import { showLanguage } from './program-menu';
import { serveAppScheme } from './protocol';
import { wordsIn } from './words';

const IDLE_CHECK_MS = 5000;

/** Must be called when the program is ready. Opens the window first and starts the engine while its page loads. */
export function startDesktop(parts: DesktopParts): Desktop {
  const { places, random } = parts;
  const state: DesktopState = { baseFolder: parts.baseFolder, language: parts.language };
  const pageSession = session.fromPartition(sessionPartition);
  serveAppScheme(pageSession, places.pageFolder, random);
  const desktop: Desktop = assemble(parts, state);
  const tokens = createFileTokens(random, desktop.engine.sendFile);
  listenToPages({
    pages: { origin: places.origin, isOurs: (contents) => desktop.windows.of(contents) !== undefined },
    windows: desktop.windows,
    report: parts.report,
    onListens: (window) => {
      window.listens = true;
      desktop.engine.connect(window);
    },
    onFileDropped: (window, path) => window.send('file-dropped', tokens.give(path)),
    handlers: appHandlers({
      scriptsFolder: places.scriptsFolder,
      baseFolder: () => state.baseFolder,
      language: () => state.language,
      sample: parts.given.sample,
      tokens,
      dialogs: (window) => fileDialogs(window.native, wordsIn(state.language)),
      setLanguage: desktop.setLanguage,
      moveToBase: (folder) => void desktop.life.moveToBase(folder),
      lock: () => void desktop.life.lock(),
    }),
  });
  showLanguage(desktop, state.language);
  desktop.windows.open();
  desktop.engine.start(state.baseFolder);
  lockWithTheSystem(desktop.autoLock);
  return desktop;
}

function lockWithTheSystem(autoLock: AutoLock): void {
  powerMonitor.on('lock-screen', autoLock.systemLocked);
  powerMonitor.on('suspend', autoLock.systemLocked);
  powerMonitor.on('user-did-resign-active', autoLock.systemLocked);
  setInterval(autoLock.check, IDLE_CHECK_MS);
}
