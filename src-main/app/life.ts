// The turns in the program's life: locking, moving to another base, quitting. In each the pages keep their typing first, the
// engine closes next, and only then is anything ended.

import type { Instance } from './instance';
import type { EngineHost } from './engine-host';
import type { OwnClipboard } from './own-clipboard';
import type { PaperPrinter } from './paper-printer';
import type { Windows } from './windows';

/** A locked base must be shut within a second; at quit an import may take a little longer to reach a safe point. */
const LOCK_PATIENCE_MS = 1000;
const QUIT_PATIENCE_MS = 5000;

export interface LifeParts {
  readonly windows: Windows;
  readonly engine: EngineHost;
  readonly instance: Instance;
  readonly clipboard: OwnClipboard;
  readonly printer: PaperPrinter;
  readonly baseFolder: () => string;
  readonly setBaseFolder: (folder: string) => void;
  readonly onBaseOpenElsewhere: () => void;
}

export interface Life {
  lock(): Promise<void>;
  moveToBase(folder: string): Promise<void>;
  /** Resolves when nothing is left that could be lost. */
  close(): Promise<void>;
}

export function createLife(parts: LifeParts): Life {
  const turn: { current: Promise<void> | null } = { current: null };
  // One turn at a time: a lock asked for during a lock is the same lock.
  const alone = (work: () => Promise<void>): Promise<void> => {
    turn.current ??= work().finally(() => {
      turn.current = null;
    });
    return turn.current;
  };
  const startAfresh = async (): Promise<void> => {
    parts.printer.cancelAll();
    await parts.windows.settle('locking');
    parts.windows.replaceAll();
    await Promise.all([parts.engine.stop(LOCK_PATIENCE_MS), parts.clipboard.clear()]);
    parts.engine.start(parts.baseFolder());
  };
  return {
    lock: () => alone(startAfresh),
    moveToBase: (folder) =>
      alone(async () => {
        if (!parts.instance.hold(folder)) return parts.onBaseOpenElsewhere();
        parts.setBaseFolder(folder);
        await startAfresh();
      }),
    async close() {
      await turn.current;
      parts.printer.cancelAll();
      await parts.windows.settle('closing');
      await Promise.all([parts.engine.stop(QUIT_PATIENCE_MS), parts.clipboard.clear()]);
      parts.windows.destroyAll();
    },
  };
}
