// The program's menu in the person's language. Keys are only shown here: the program's own are caught by keys.ts, the page's
// by the page, both by the place of the key, which accelerators of menus cannot do on every layout.

import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '@shared/features/app/app-events';
import type { ProgramKey } from './keys';
import type { WordId, Words } from './words';

export interface MenuActions {
  /** Something the page does. */
  command(command: MenuCommand): void;
  /** Something the program does. */
  program(action: ProgramKey): void;
}

type Item = MenuItemConstructorOptions;

export function menuTemplate(words: Words, actions: MenuActions, platform: NodeJS.Platform): Item[] {
  const page = (command: MenuCommand, accelerator?: string): Item => ({
    id: command,
    label: words(`menu.${command}`),
    accelerator,
    registerAccelerator: false,
    click: () => actions.command(command),
  });
  const program = (action: ProgramKey, accelerator?: string): Item => ({
    id: action,
    label: words(`menu.${action}`),
    accelerator,
    registerAccelerator: false,
    click: () => actions.program(action),
  });
  const line: Item = { type: 'separator' };
  const top = (id: WordId, submenu: Item[]): Item => ({ id, label: words(id), submenu });
  const fileItems = [
    page('new-party', 'Ctrl+N'), page('quick-log'), line, page('import'), line, program('print', 'Ctrl+P'),
    line, page('settings'), page('users'), line, program('lock', 'Ctrl+L'), program('close', 'Ctrl+W'), program('quit', 'Ctrl+Q'),
  ]; // prettier-ignore
  const goItems = [
    page('search', 'Ctrl+K'), line, page('home', 'Ctrl+1'), page('people', 'Ctrl+2'),
    page('organisations', 'Ctrl+3'), page('groups', 'Ctrl+4'), page('operations'),
  ]; // prettier-ignore
  const viewItems = [
    program('zoom-in', 'Ctrl+='), program('zoom-out', 'Ctrl+-'), program('zoom-reset', 'Ctrl+0'), line,
    program('full-screen', 'F11'),
  ]; // prettier-ignore
  return [
    ...(platform === 'darwin' ? [applicationMenu(words, program)] : []),
    top('menu.file', fileItems),
    top('menu.edit', editItems(words)),
    top('menu.go', goItems),
    top('menu.view', viewItems),
    top('menu.help', [page('shortcuts', 'F1'), page('about')]),
  ];
}

/** Undo, cut, copy and so on: the roles of the system under our own words. Also the menu of a right click. */
export function editItems(words: Words): Item[] {
  const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;
  const ids: Readonly<Record<(typeof roles)[number], WordId>> = {
    undo: 'menu.undo',
    redo: 'menu.redo',
    cut: 'menu.cut',
    copy: 'menu.copy',
    paste: 'menu.paste',
    selectAll: 'menu.select-all',
  };
  const items = roles.map((role): Item => ({ role, label: words(ids[role]), registerAccelerator: false }));
  return [...items.slice(0, 2), { type: 'separator' }, ...items.slice(2)];
}

// macOS puts its first menu under the program's name and looks for "quit" there.
function applicationMenu(words: Words, program: (action: ProgramKey) => Item): Item {
  return { label: words('app.name'), submenu: [program('lock'), { type: 'separator' }, program('quit')] };
}
