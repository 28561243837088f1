// What every new window gets: the program's keys, the menu of a right click, and a successor when its page dies.

import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { ProgramKey } from './keys';
import { programKeyOf } from './keys';
import { editItems } from './menu';
import type { DiwanWindow } from './window';
import type { Words } from './words';

export interface CareParts {
  readonly words: () => Words;
  readonly act: (action: ProgramKey, window: DiwanWindow) => void;
  /** The page's process died without our doing. */
  readonly onPageGone: (window: DiwanWindow, reason: string) => void;
}

const ZOOM_STEP = 0.5;
const ZOOM_LIMIT = 4;

export function careFor(window: DiwanWindow, parts: CareParts): void {
  const contents = window.native.webContents;
  contents.on('before-input-event', (event, input) => {
    const key = programKeyOf(input);
    if (key === null) return;
    event.preventDefault();
    parts.act(key, window);
  });
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const items = contextItems(parts.words(), { isEditable, hasSelection: selectionText.trim() !== '' });
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window: window.native });
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    window.listens = false;
    if (reason !== 'clean-exit') parts.onPageGone(window, reason);
  });
}

/** A step of zoom is about ten per cent; 0 is the original size. */
export function zoom({ native }: DiwanWindow, action: 'zoom-in' | 'zoom-out' | 'zoom-reset'): void {
  const level = native.webContents.getZoomLevel();
  const next = action === 'zoom-reset' ? 0 : level + (action === 'zoom-in' ? ZOOM_STEP : -ZOOM_STEP);
  native.webContents.setZoomLevel(Math.max(-ZOOM_LIMIT, Math.min(ZOOM_LIMIT, next)));
}

function contextItems(
  words: Words,
  { isEditable, hasSelection }: { isEditable: boolean; hasSelection: boolean },
): MenuItemConstructorOptions[] {
  if (isEditable) return editItems(words);
  return hasSelection ? editItems(words).filter(({ role }) => role === 'copy') : [];
}
