// Everything the main process hears from its pages. Each message is believed only from the main frame of one of our own
// windows. What an `app.*` operation has to pass besides is in app-door.ts.

import type { IpcMainEvent } from 'electron';
import { ipcMain } from 'electron';
import type { Failure, Result } from '@shared/core/result';
import { fail } from '@shared/core/result';
import { mostDropped } from '@shared/features/app/app-events';
import type { TrustedPages } from './trusted-sender';
import { isTrustedSender } from './trusted-sender';
import type { DiwanWindow } from './window';
import type { Windows } from './windows';

export interface IpcParts {
  readonly pages: TrustedPages;
  readonly windows: Windows;
  readonly answer: (window: DiwanWindow, message: unknown) => Promise<Result<unknown, Failure>>;
  readonly onListens: (window: DiwanWindow) => void;
  /** The page has drawn its first screen. */
  readonly onPainted: () => void;
  readonly onFilesDropped: (window: DiwanWindow, paths: readonly string[], zone: string | null) => Promise<void>;
}

const PATH_LIMIT = 4096;
const ZONE_LIMIT = 100;

export function listenToPages(parts: IpcParts): void {
  const fromOurs = (event: IpcMainEvent, act: (window: DiwanWindow) => void): void => {
    const window = isTrustedSender(event, parts.pages) ? parts.windows.of(event.sender) : undefined;
    if (window !== undefined) act(window);
  };
  ipcMain.handle('app', (event, message: unknown) => {
    const window = isTrustedSender(event, parts.pages) ? parts.windows.of(event.sender) : undefined;
    return window === undefined ? fail('door.forbidden') : parts.answer(window, message);
  });
  ipcMain.on('listens', (event) => fromOurs(event, parts.onListens));
  ipcMain.on('painted', (event) => fromOurs(event, parts.onPainted));
  ipcMain.on('settled', (event) => fromOurs(event, (window) => window.settled()));
  ipcMain.on('files-dropped', (event, paths: unknown, zone: unknown) =>
    fromOurs(event, (window) => {
      const known = Array.isArray(paths) ? paths.slice(0, mostDropped).filter(isPath) : [];
      const named = typeof zone === 'string' && zone.length <= ZONE_LIMIT ? zone : null;
      if (known.length > 0) void parts.onFilesDropped(window, known, named);
    }),
  );
}

const isPath = (path: unknown): path is string => typeof path === 'string' && path !== '' && path.length <= PATH_LIMIT;
