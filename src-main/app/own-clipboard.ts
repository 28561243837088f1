// What was copied out of the base by our own buttons does not outlive it: at lock and at quit the clipboard is emptied, if what
// lies in it is still ours; a sensitive value lies in it for a minute only. Keeps a digest, so that main holds no record.

import { createHash } from 'node:crypto';

/** The parts of Electron's clipboard that are used; synchronous in older versions, promises in newer ones. */
export interface SystemClipboard {
  writeText(text: string): void | Promise<void>;
  readText(): string | Promise<string>;
}

export interface OwnClipboard {
  /** `briefly`: emptied again after a minute. */
  copy(text: string, options?: { readonly briefly?: boolean }): Promise<void>;
  /** Empties the clipboard when our text is still in it. */
  clear(): Promise<void>;
}

export const BRIEFLY_MS = 60_000;

type After = (ms: number, work: () => void) => () => void;

/** Answers how to call it off; a program that ends does not wait for it. */
const afterwards: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

export function createOwnClipboard(clipboard: SystemClipboard, after: After = afterwards): OwnClipboard {
  const ours: { digest: string | null; callOff: () => void } = { digest: null, callOff: () => undefined };
  const clear = async (): Promise<void> => {
    ours.callOff();
    if (ours.digest === null) return;
    if (digestOf(await clipboard.readText()) === ours.digest) await clipboard.writeText('');
    ours.digest = null;
  };
  return {
    async copy(text, { briefly = false } = {}) {
      ours.callOff();
      await clipboard.writeText(text);
      ours.digest = digestOf(text);
      if (briefly) ours.callOff = after(BRIEFLY_MS, () => void clear());
    },
    clear,
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
