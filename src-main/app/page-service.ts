// What pages ask of the program, wired to the parts that do it. Loaded while the first page loads, because the validation it
// brings along would otherwise delay the first window.

import { appHandlers } from './app-handlers';
import type { Desktop, DesktopParts, DesktopState } from './assemble';
import { fileDialogs } from './file-dialogs';
import { createFileTokens } from './file-tokens';
import { listenToPages } from './ipc';
import { wordsIn } from './words';

export function servePages(desktop: Desktop, parts: DesktopParts, state: DesktopState): void {
  const tokens = createFileTokens(parts.random, desktop.engine.sendFile);
  listenToPages({
    pages: { origin: parts.places.origin, isOurs: (contents) => desktop.windows.of(contents) !== undefined },
    windows: desktop.windows,
    report: parts.report,
    onListens: (window) => {
      window.listens = true;
      desktop.engine.connect(window);
    },
    onFileDropped: (window, path) => window.send('file-dropped', tokens.give(path)),
    handlers: appHandlers({
      scriptsFolder: parts.places.scriptsFolder,
      baseFolder: () => state.baseFolder,
      language: () => state.language,
      sample: parts.given.sample,
      tokens,
      clipboard: desktop.clipboard,
      dialogs: (window) => fileDialogs(window.native, wordsIn(state.language)),
      setLanguage: desktop.setLanguage,
      moveToBase: (folder) => void desktop.life.moveToBase(folder),
      lock: () => void desktop.life.lock(),
    }),
  });
}
