// Who may speak to the desktop process: the main frame of our own page in one of our own windows, and nobody else.
import type { IpcMainEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { isTrustedSender, type TrustedPages } from '../../src-main/app/trusted-sender';

const mainFrame = { url: 'app://diwan/index.html#people' };
const ours = { sender: { mainFrame }, senderFrame: mainFrame };
const pages: TrustedPages = { origin: 'app://diwan', isOurs: (contents) => Object.is(contents, ours.sender) };
const heard = (event: object): boolean => isTrustedSender(event as IpcMainEvent, pages);

describe('a message is heard from our page, and not from', () => {
  it('a frame inside the page', () => {
    expect(heard(ours)).toBe(true);
    expect(heard({ ...ours, senderFrame: { url: mainFrame.url } })).toBe(false);
  });

  it('a page of another address', () => {
    for (const url of ['https://diwan/', 'app://other/index.html', 'file:///opt/index.html', 'app:diwan', '']) {
      const frame = { url };
      const sender = { mainFrame: frame };
      const all: TrustedPages = { ...pages, isOurs: () => true };
      expect(isTrustedSender({ sender, senderFrame: frame } as unknown as IpcMainEvent, all), url).toBe(false);
    }
  });

  it('a window that is not ours', () => {
    expect(heard({ sender: { mainFrame }, senderFrame: mainFrame })).toBe(false);
  });

  it('a frame that is gone', () => {
    expect(heard({ ...ours, senderFrame: null })).toBe(false);
  });
});
