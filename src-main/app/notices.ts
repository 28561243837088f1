// The few things that must be said by the system's own message box, because no page could say them.

import { dialog } from 'electron';
import type { Stopped } from './engine-host';
import type { Windows } from './windows';
import type { Words } from './words';

/** The engine died too often. Resolves to whether the person wants it tried again. */
export async function offerRetry(windows: Windows, words: Words, last: Stopped): Promise<boolean> {
  const reference = [last.code, last.reference].filter((part) => part !== '').join(' ');
  const box = {
    type: 'error' as const,
    title: words('app.name'),
    message: words('app.stopped-title'),
    detail: [words('app.stopped-detail'), reference].filter((part) => part !== '').join('\n\n'),
    buttons: [words('app.try-again'), words('app.close-program')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const window = windows.current();
  const { response } = await (window === undefined
    ? dialog.showMessageBox(box)
    : dialog.showMessageBox(window.native, box));
  return response === 0;
}

/** Pages died again and again. */
export async function apologise(words: Words): Promise<void> {
  await say(words, words('app.page-gone-title'), words('app.page-gone-detail'));
}

/** The folder chosen is open in another running Diwan. */
export async function tellOpenElsewhere(words: Words): Promise<void> {
  await say(words, words('app.base-open-elsewhere-title'), words('app.base-open-elsewhere-detail'));
}

async function say(words: Words, message: string, detail: string): Promise<void> {
  const buttons = [words('app.understood')];
  await dialog.showMessageBox({ type: 'info', title: words('app.name'), message, detail, buttons, noLink: true });
}
