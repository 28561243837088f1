// What pages ask of the program, wired to the parts that do it.

import { appHandlers } from './app-handlers';
import type { Desktop, DesktopParts, DesktopState } from './assemble';
import { fileDialogs } from './file-dialogs';
import { createFileTokens } from './file-tokens';
import { listenToPages } from './ipc';
import type { DiwanWindow } from './window';
import { wordsIn } from './words';

/** After the first frame, so that the first keys typed do not wait for a process to be made. */
const ENGINE_AFTER_MS = 200;

export function servePages(desktop: Desktop, parts: DesktopParts, state: DesktopState): void {
  const tokens = createFileTokens(parts.random, desktop.engine.sendFile);
  const handlers = appHandlers({
    scriptsFolder: parts.places.scriptsFolder,
    baseFolder: () => state.baseFolder,
    language: () => state.language,
    sample: parts.given.sample,
    tokens,
    clipboard: desktop.clipboard,
    printer: desktop.printer,
    dialogs: (window) => fileDialogs(window.native, wordsIn(state.language)),
    setLanguage: desktop.setLanguage,
    moveToBase: (folder) => void desktop.life.moveToBase(folder),
    lock: () => void desktop.life.lock(),
  });
  const door = { handlers, report: parts.report };
  listenToPages({
    pages: { origin: parts.places.origin, isOurs: (contents) => desktop.windows.of(contents) !== undefined },
    windows: desktop.windows,
    onListens: (window) => {
      window.listens = true;
      desktop.engine.connect(window);
      if (desktop.engine.isPlanned()) void answerFirst(window, desktop, state);
    },
    onPainted: () => void setTimeout(() => startPlanned(desktop, state), ENGINE_AFTER_MS),
    onFilesDropped: async (window, paths, zone) =>
      window.send('files-dropped', { files: await Promise.all(paths.map(tokens.give)), zone }),
    answer: async (window, message) => (await import('./app-door')).answerCall(door, window, message),
  });
}

/** Before the engine's first start a page learns from a thread what its lock screen shows; later only the engine may say it. */
async function answerFirst(window: DiwanWindow, { engine }: Desktop, state: DesktopState): Promise<void> {
  const status = await state.firstStatus;
  if (!engine.isPlanned()) return;
  if (status === null) engine.start(state.baseFolder);
  else window.answer('session.status', status);
}

/** Not before the first screen stands there: its start keeps a processor busy, and it is needed when a passphrase is typed. */
function startPlanned({ engine }: Desktop, state: DesktopState): void {
  if (engine.isPlanned()) engine.start(state.baseFolder);
}
