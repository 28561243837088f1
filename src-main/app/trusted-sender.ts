// Point 17 of the hardening list: only the main frame of one of our own windows, showing our own page, may speak to main.

import type { IpcMainEvent, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';

export interface TrustedPages {
  /** `app://diwan`, or the development server's origin. */
  readonly origin: string;
  isOurs(contents: WebContents): boolean;
}

export function isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent, pages: TrustedPages): boolean {
  const frame: WebFrameMain | null = event.senderFrame;
  return (
    frame !== null &&
    frame === event.sender.mainFrame &&
    originOf(frame.url) === pages.origin &&
    pages.isOurs(event.sender)
  );
}

/** Scheme and host of an address. The `origin` of URL is "null" for schemes that only Chromium knows. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  return `${url.protocol}//${url.host}`;
}
