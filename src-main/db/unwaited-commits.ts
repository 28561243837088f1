// Commits for which nobody waits until the disk has them: of who read what, never of a change. The system has them when they return, so
// a program that is killed loses none; the disk has them moments later, or with the next change, which syncs all that stands before it
// in the log. A power cut may take the last of them and nothing else: the log of the database is read up to where it is whole.

import { closeSync, fdatasync, openSync } from 'node:fs';
import { fileErrorCode } from '../files';
import type { Database } from './connection-profile';

export interface UnwaitedCommits {
  /** `work` makes one transaction of its own and commits it. Not to be called inside one. */
  run(work: () => void): void;
  close(): void;
}

const FULL = 2;
const NORMAL = 1;

/** Of a writer that is set to wait, and waits again after each; `file` is its database's. */
export function createUnwaitedCommits(database: Database, file: string): UnwaitedCommits {
  const log = createLateSync(`${file}-wal`);
  return {
    run(work) {
      if (!log.isReady()) {
        work();
        log.trust();
        return;
      }
      setWaiting(database, NORMAL);
      try {
        work();
      } finally {
        setWaiting(database, FULL);
      }
      log.ask();
    },
    close: () => log.close(),
  };
}

/** SQLite answers a setting it does not take with silence, so it is read back: no change may ever be committed unwaited. */
function setWaiting(database: Database, level: typeof FULL | typeof NORMAL): void {
  database.pragma(`synchronous = ${level}`);
  const actual = database.pragma('synchronous', { simple: true });
  if (actual !== level) throw new Error(`the writer has synchronous = ${String(actual)} where ${level} was asked for`);
}

interface LateSync {
  /** False when the file cannot be synced beside the database: then whoever commits has to wait. */
  isReady(): boolean;
  /** After a commit that was waited for, which SQLite would have refused on a broken disk. */
  trust(): void;
  /** Soon, off this thread; what is asked for while one is under way is done by one more. */
  ask(): void;
  close(): void;
}

function createLateSync(path: string): LateSync {
  const held = { handle: null as number | null, running: false, again: false, failed: false, closed: false };
  const release = (): void => {
    if (held.handle === null || held.running) return;
    closeSync(held.handle);
    held.handle = null;
  };
  const start = (handle: number): void => {
    held.running = true;
    held.again = false;
    fdatasync(handle, (error) => {
      held.running = false;
      if (error !== null) held.failed = true;
      if (held.closed) release();
      else if (held.again && !held.failed) start(handle);
    });
  };
  return {
    isReady() {
      held.handle ??= held.closed ? null : opened(path);
      return held.handle !== null && !held.failed;
    },
    trust: () => void (held.failed = false),
    ask() {
      if (held.handle === null) return;
      if (held.running) held.again = true;
      else start(held.handle);
    },
    close() {
      held.closed = true;
      release();
    },
  };
}

/** SQLite keeps its locks on other files than the log: closing a handle of ours gives none of them back. */
function opened(path: string): number | null {
  try {
    // Windows syncs only what may be written.
    return openSync(path, 'r+');
  } catch (error) {
    if (fileErrorCode(error) === null) throw error;
    return null;
  }
}
