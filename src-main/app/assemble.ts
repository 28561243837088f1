// The parts of the desktop program and how they call on one another; desktop.ts starts what is put together here.

import { join } from 'node:path';
import { app, clipboard, powerMonitor } from 'electron';
import type { Clock, Random } from '@shared/core/clock';
import type { SessionStatus } from '@shared/features/session/session.contract';
import type { Language } from '@shared/locale/language';
import { languages } from '@shared/locale/language';
import type { StartArguments } from './arguments';
import type { AutoLock } from './auto-lock';
import { createAutoLock } from './auto-lock';
import type { SettingsFile } from './desktop-settings';
import type { EngineHost, EngineHostParts } from './engine-host';
import { createEngineHost } from './engine-host';
import { PARSER_HEAP_MIB, startProcess } from './hosted-process';
import type { Instance } from './instance';
import type { Life } from './life';
import { createLife } from './life';
import { apologise, offerRetry, tellOpenElsewhere } from './notices';
import type { OwnClipboard } from './own-clipboard';
import { createOwnClipboard } from './own-clipboard';
import type { PaperPrinter } from './paper-printer';
import { createPaperPrinter } from './paper-printer';
import type { Places } from './places';
import { act, showLanguage } from './program-menu';
import { createRestartPolicy } from './restart-policy';
import type { DiwanWindow } from './window';
import { careFor } from './window-care';
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
  readonly clipboard: OwnClipboard;
  readonly printer: PaperPrinter;
  /** For menus and the title bar, and for the first screen of the next start. */
  readonly setLanguage: (language: Language) => void;
}

/** What changes while the program runs. */
export type DesktopState = {
  baseFolder: string;
  language: Language;
  /** Of the base at the start, for the first page; null when it could not be read. */
  readonly firstStatus: Promise<SessionStatus | null>;
};

type Built = { readonly parts: DesktopParts; readonly state: DesktopState; readonly words: () => Words };

export function assemble(parts: DesktopParts, state: DesktopState): Desktop {
  const built: Built = { parts, state, words: () => wordsIn(state.language) };
  const windows: Windows = buildWindows(built, () => desktop);
  const autoLock = createAutoLock({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    lock: () => void desktop.life.lock(),
  });
  const engine = buildEngine(built, () => desktop);
  const setBaseFolder = (folder: string): void => {
    state.baseFolder = folder;
    parts.settings.change({ baseFolder: folder });
  };
  const ownClipboard = createOwnClipboard(clipboard);
  const printer = createPaperPrinter(parts.places.pageFolder);
  const life = createLife({
    windows,
    engine,
    clipboard: ownClipboard,
    printer,
    instance: parts.instance,
    baseFolder: () => state.baseFolder,
    setBaseFolder,
    onBaseOpenElsewhere: () => void tellOpenElsewhere(built.words()),
  });
  const setLanguage = (language: Language): void => {
    state.language = language;
    parts.settings.change({ language });
    showLanguage(desktop, language);
  };
  const desktop: Desktop = { windows, engine, autoLock, life, clipboard: ownClipboard, printer, setLanguage };
  return desktop;
}

function buildWindows({ parts, words }: Built, desktop: () => Desktop): Windows {
  const revive = reviver(parts, words);
  return createWindows({
    settings: parts.settings,
    window: () => ({ ...parts.places, devTools: parts.devTools, title: words()('app.name') }),
    prepare: (window) => {
      careFor(window, { words, act: (action, pressedIn) => act(desktop(), action, pressedIn), onPageGone: revive });
    },
    onGone: (windowId) => desktop().engine.disconnect(windowId),
  });
}

function buildEngine({ parts, state, words }: Built, desktop: () => Desktop): EngineHost {
  const engine: EngineHost = createEngineHost({
    ...processes(parts.places.scriptsFolder),
    restarts: createRestartPolicy(parts.clock),
    version: app.getVersion(),
    scriptsFolder: parts.places.scriptsFolder,
    pages: () => desktop().windows.all(),
    onUnlocked: ({ lockMinutes, language }) => {
      desktop().autoLock.unlocked(lockMinutes);
      parts.settings.change({ openedFolder: state.baseFolder });
      const spoken = languages.find((one) => one === language);
      if (spoken !== undefined) desktop().setLanguage(spoken);
    },
    onLockWanted: () => void desktop().life.lock(),
    onGone: () => desktop().autoLock.locked(),
    onStopped: (last) => {
      const answered = offerRetry(desktop().windows, words(), last);
      void answered.then((again) => (again ? engine.retry() : app.quit()));
    },
  });
  return engine;
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
