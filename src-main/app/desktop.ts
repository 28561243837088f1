// The desktop program put together: one base, its engine, its windows, and the order in which they begin and end.

import { join } from 'node:path';
import { app, Menu, powerMonitor, session } from 'electron';
import type { Clock, Random } from '@shared/core/clock';
import type { Language } from '@shared/locale/language';
import { languages } from '@shared/locale/language';
import { appHandlers } from './app-handlers';
import type { StartArguments } from './arguments';
import type { AutoLock } from './auto-lock';
import { createAutoLock } from './auto-lock';
import type { SettingsFile } from './desktop-settings';
import type { EngineHost, EngineHostParts } from './engine-host';
import { createEngineHost } from './engine-host';
import { fileDialogs } from './file-dialogs';
import { createFileTokens } from './file-tokens';
import { sessionPartition } from './hardening';
import { PARSER_HEAP_MIB, startProcess } from './hosted-process';
import type { Instance } from './instance';
import { listenToPages } from './ipc';
import type { ProgramKey } from './keys';
import type { Life } from './life';
import { createLife } from './life';
import type { MenuActions } from './menu';
import { menuTemplate } from './menu';
import { apologise, offerRetry, tellOpenElsewhere } from './notices';
import type { Places } from './places';
import { mayLoad } from './places';
import { serveAppScheme } from './protocol';
import { createRestartPolicy } from './restart-policy';
import type { DiwanWindow } from './window';
import { careFor, zoom } from './window-care';
import type { Windows } from './windows';
import { createWindows } from './windows';
import type { Words } from './words';
import { wordsIn } from './words';

export interface DesktopParts {
  readonly given: StartArguments;
  readonly places: Places;
  readonly settings: SettingsFile;
  readonly instance: Instance;
  readonly baseFolder: string;
  readonly language: Language;
  readonly devTools: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly report: (problem: string) => void;
}

export interface Desktop {
  readonly windows: Windows;
  readonly engine: EngineHost;
  readonly autoLock: AutoLock;
  readonly life: Life;
  /** For menus and the title bar, and for the first screen of the next start. */
  readonly setLanguage: (language: Language) => void;
}

const IDLE_CHECK_MS = 5000;

type State = { baseFolder: string; language: Language };

/** Must be called when the program is ready. Opens the window first and starts the engine while its page loads. */
export function startDesktop(parts: DesktopParts): Desktop {
  const { places, random } = parts;
  const state: State = { baseFolder: parts.baseFolder, language: parts.language };
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

function assemble(parts: DesktopParts, state: State): Desktop {
  const windows: Windows = createWindows({
    settings: parts.settings,
    window: () => ({ ...parts.places, devTools: parts.devTools, title: wordsIn(state.language)('app.name') }),
    prepare: (window) =>
      careFor(window, {
        words: () => wordsIn(state.language),
        act: (action, pressedIn) => act(desktop, action, pressedIn),
        onPageGone: revive,
      }),
    onGone: (windowId) => engine.disconnect(windowId),
  });
  const autoLock = createAutoLock({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    lock: () => void life.lock(),
  });
  const engine: EngineHost = createEngineHost({
    ...processes(parts.places.scriptsFolder),
    restarts: createRestartPolicy(parts.clock),
    version: app.getVersion(),
    scriptsFolder: parts.places.scriptsFolder,
    pages: windows.all,
    onUnlocked: ({ lockMinutes, language }) => {
      autoLock.unlocked(lockMinutes);
      const spoken = languages.find((one) => one === language);
      if (spoken !== undefined) setLanguage(spoken);
    },
    onLockWanted: () => void life.lock(),
    onGone: autoLock.locked,
    onStopped: (last) =>
      void offerRetry(windows, wordsIn(state.language), last).then((again) => (again ? engine.retry() : app.quit())),
  });
  const life: Life = createLife({
    windows,
    engine,
    instance: parts.instance,
    baseFolder: () => state.baseFolder,
    setBaseFolder: (folder) => {
      state.baseFolder = folder;
      parts.settings.change({ baseFolder: folder });
    },
    onBaseOpenElsewhere: () => void tellOpenElsewhere(wordsIn(state.language)),
  });
  const revive = reviver(parts, () => wordsIn(state.language));
  const setLanguage = (language: Language): void => {
    state.language = language;
    parts.settings.change({ language });
    showLanguage(desktop, language);
  };
  const desktop: Desktop = { windows, engine, autoLock, life, setLanguage };
  return desktop;
}

function processes(scriptsFolder: string): Pick<EngineHostParts, 'startEngine' | 'startParser'> {
  const script = (name: string): string => join(scriptsFolder, name);
  return {
    startEngine: () => startProcess({ script: script('engine.cjs'), name: 'Diwan engine' }),
    startParser: () => startProcess({ script: script('parser.cjs'), name: 'Diwan parser', heapMiB: PARSER_HEAP_MIB }),
  };
}

// A page that died is loaded again; one that keeps dying is an end that has to be told.
function reviver(parts: DesktopParts, words: () => Words): (window: DiwanWindow, reason: string) => void {
  const deaths = createRestartPolicy(parts.clock);
  return (window, reason) => {
    parts.report(`a page is gone: ${reason}`);
    if (window.native.isDestroyed()) return;
    if (deaths.afterDeath() === null) void apologise(words()).then(() => app.quit());
    else window.native.webContents.reload();
  };
}

function showLanguage(desktop: Desktop, language: Language): void {
  const words = wordsIn(language);
  const template = menuTemplate(words, actionsOf(desktop), process.platform);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  for (const { native } of desktop.windows.all()) native.setTitle(words('app.name'));
}

function actionsOf(desktop: Desktop): MenuActions {
  const inCurrent = (work: (window: DiwanWindow) => void): void => {
    const window = desktop.windows.current();
    if (window !== undefined) work(window);
  };
  return {
    command: (command) => inCurrent((window) => window.send('menu', { command })),
    program: (action) => inCurrent((window) => act(desktop, action, window)),
  };
}

function act(desktop: Desktop, action: ProgramKey, window: DiwanWindow): void {
  switch (action) {
    case 'lock':
      return void desktop.life.lock();
    case 'print':
      return window.native.webContents.print({});
    case 'quit':
      return app.quit();
    case 'close':
      return window.native.close();
    case 'full-screen':
      return window.native.setFullScreen(!window.native.isFullScreen());
    default:
      return zoom(window, action);
  }
}

function lockWithTheSystem(autoLock: AutoLock): void {
  powerMonitor.on('lock-screen', autoLock.systemLocked);
  powerMonitor.on('suspend', autoLock.systemLocked);
  powerMonitor.on('user-did-resign-active', autoLock.systemLocked);
  setInterval(autoLock.check, IDLE_CHECK_MS);
}
