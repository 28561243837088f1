// What was copied out of the base by our own buttons does not outlive it: at lock and at quit the clipboard is emptied, if what
// lies in it is still ours. Keeps a digest only, so that main holds no record.

import { createHash } from 'node:crypto';

/** The parts of Electron's clipboard that are used; synchronous in older versions, promises in newer ones. */
export interface SystemClipboard {
  writeText(text: string): void | Promise<void>;
  readText(): string | Promise<string>;
}

export interface OwnClipboard {
  copy(text: string): Promise<void>;
  /** Empties the clipboard when our text is still in it. */
  clear(): Promise<void>;
}

export function createOwnClipboard(clipboard: SystemClipboard): OwnClipboard {
  const ours: { digest: string | null } = { digest: null };
  return {
    async copy(text) {
      await clipboard.writeText(text);
      ours.digest = digestOf(text);
    },
    async clear() {
      if (ours.digest === null) return;
      if (digestOf(await clipboard.readText()) === ours.digest) await clipboard.writeText('');
      ours.digest = null;
    },
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
