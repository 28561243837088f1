// The menu of the running program: its words in the language of now, and what its items do.

import { app, Menu } from 'electron';
import type { Language } from '@shared/locale/language';
import type { ProgramKey } from './keys';
import type { Life } from './life';
import type { MenuActions } from './menu';
import { menuTemplate } from './menu';
import type { DiwanWindow } from './window';
import { zoom } from './window-care';
import type { Windows } from './windows';
import { wordsIn } from './words';

type Program = { readonly windows: Windows; readonly life: Life };

export function showLanguage(program: Program, language: Language): void {
  const words = wordsIn(language);
  const template = menuTemplate(words, actionsOf(program), process.platform);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  for (const { native } of program.windows.all()) native.setTitle(words('app.name'));
}

function actionsOf(program: Program): MenuActions {
  const inCurrent = (work: (window: DiwanWindow) => void): void => {
    const window = program.windows.current();
    if (window !== undefined) work(window);
  };
  return {
    command: (command) => inCurrent((window) => window.send('menu', { command })),
    program: (action) => inCurrent((window) => act(program, action, window)),
  };
}

/** Does what a key of the program or an item of its menu asks for. */
export function act(program: Program, action: ProgramKey, window: DiwanWindow): void {
  switch (action) {
    case 'lock':
      return void program.life.lock();
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
