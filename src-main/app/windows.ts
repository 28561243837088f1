// All windows of this program: opened, found again by their page, replaced at lock by fresh ones, closed without losing typing.

import type { WebContents } from 'electron';
import type { AppEventName, EngineState } from '@shared/features/app/app-events';
import type { SettingsFile } from './desktop-settings';
import type { DiwanWindow, WindowParts } from './window';
import { openWindow } from './window';

const SETTLE_MS = 500;

export interface WindowsParts {
  readonly window: () => WindowParts;
  readonly settings: SettingsFile;
  /** Puts keys, menus and crash handling on a new window. */
  readonly prepare: (window: DiwanWindow) => void;
  readonly onGone: (windowId: number) => void;
}

export interface Windows {
  all(): readonly DiwanWindow[];
  open(): DiwanWindow;
  of(contents: WebContents): DiwanWindow | undefined;
  /** The window the person is in, or the only one. */
  current(): DiwanWindow | undefined;
  focus(): void;
  send(event: AppEventName, payload: unknown): void;
  /** Tells every page that it is about to go and waits until each has kept its typing. */
  settle(state: Extract<EngineState, 'locking' | 'closing'>): Promise<void>;
  /** Opens a fresh window in the place of each and destroys the old ones with all they showed. */
  replaceAll(): void;
  destroyAll(): void;
}

export function createWindows(parts: WindowsParts): Windows {
  const open = new Set<DiwanWindow>();
  const windows: Windows = {
    all: () => [...open],
    open: () => openOne(parts, open),
    of: (contents) =>
      [...open].find((window) => !window.native.isDestroyed() && window.native.webContents === contents),
    current: () => [...open].find((window) => window.native.isFocused()) ?? [...open][0],
    focus() {
      const window = windows.current();
      if (window === undefined) return;
      if (window.native.isMinimized()) window.native.restore();
      window.native.show();
      window.native.focus();
    },
    send: (event, payload) => open.forEach((window) => window.send(event, payload)),
    async settle(state) {
      await Promise.all(windows.all().map((window) => settleWindow(window, state)));
    },
    replaceAll() {
      for (const old of windows.all()) {
        rememberPlace(old, parts.settings);
        windows.open();
        old.native.destroy();
      }
    },
    destroyAll() {
      for (const window of windows.all()) {
        rememberPlace(window, parts.settings);
        window.native.destroy();
      }
    },
  };
  return windows;
}

function openOne(parts: WindowsParts, open: Set<DiwanWindow>): DiwanWindow {
  const window = openWindow(parts.window(), parts.settings.read());
  open.add(window);
  window.native.on('close', (event) => closeGently(event, window, parts.settings));
  window.native.on('closed', () => {
    open.delete(window);
    parts.onGone(window.id);
  });
  parts.prepare(window);
  return window;
}

async function settleWindow(window: DiwanWindow, state: EngineState): Promise<void> {
  window.tell(state);
  await window.settle(SETTLE_MS);
}

function closeGently(event: { preventDefault(): void }, window: DiwanWindow, settings: SettingsFile): void {
  event.preventDefault();
  rememberPlace(window, settings);
  void settleWindow(window, 'closing').then(() => {
    if (!window.native.isDestroyed()) window.native.destroy();
  });
}

function rememberPlace({ native }: DiwanWindow, settings: SettingsFile): void {
  const { x, y, width, height } = native.getNormalBounds();
  settings.change({ bounds: { x, y, width, height }, maximised: native.isMaximized() });
}
