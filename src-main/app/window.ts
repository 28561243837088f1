// One window: hardened, shown at once in the colour of its first screen, and known to the program by its page's contents.

import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { MessagePortMain } from 'electron';
import type { AppEventName } from '@shared/features/app/app-events';
import type { DesktopSettings } from './desktop-settings';
import type { PageLink } from './engine-host';
import { assertHardened, hardenedPreferences, sessionPartition } from './hardening';
import { placeWindow, smallestWindow } from './window-state';

export interface WindowParts {
  readonly scriptsFolder: string;
  readonly address: string;
  readonly title: string;
  readonly devTools: boolean;
  readonly icon: string | null;
}

export interface DiwanWindow extends PageLink {
  readonly native: BrowserWindow;
  listens: boolean;
  send(event: AppEventName, payload: unknown): void;
  /** Answers an operation in the engine's place until the page has its port. */
  answer(operation: string, value: unknown): void;
  /** Lets the page keep unfinished typing; resolves when it has, or after `patience` ms. */
  settle(patience: number): Promise<void>;
  /** The page has kept everything. */
  settled(): void;
}

// The paper of ui/theme in its light and dark form, so that the first painted frame has the colour of the next ones.
const paper = { light: '#FBFAF7', dark: '#14181F' } as const;

export function openWindow(parts: WindowParts, remembered: DesktopSettings): DiwanWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const native = new BrowserWindow({
    ...placeWindow(remembered.bounds, areas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: parts.title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    autoHideMenuBar: true,
    ...(parts.icon === null ? {} : { icon: parts.icon }),
    webPreferences: {
      ...hardenedPreferences,
      partition: sessionPartition,
      preload: join(parts.scriptsFolder, '../preload/index.cjs'),
      devTools: parts.devTools,
    },
  });
  assertHardened(native);
  if (remembered.maximised === true) native.maximize();
  native.on('page-title-updated', (event) => event.preventDefault());
  void native.loadURL(parts.address);
  return describe(native);
}

function describe(native: BrowserWindow): DiwanWindow {
  const waiting = { settled: () => undefined as void };
  const link: DiwanWindow = {
    native,
    id: native.webContents.id,
    listens: false,
    send: (event, payload) => {
      if (!native.isDestroyed() && link.listens) native.webContents.send('event', { event, payload });
    },
    answer: (operation, value) => {
      if (!native.isDestroyed()) native.webContents.send('told', { operation, value });
    },
    tell: (state) => link.send('engine', { state }),
    givePort: (port: MessagePortMain) => native.webContents.postMessage('port', null, [port]),
    settle: (patience) =>
      new Promise((done) => {
        if (native.isDestroyed() || !link.listens) return done();
        waiting.settled = done;
        setTimeout(done, patience);
        native.webContents.send('settle');
      }),
    settled: () => waiting.settled(),
  };
  return link;
}
