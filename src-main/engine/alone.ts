// Long work on the folder of a base, one piece at a time, which can be ended, and whose disk's refusals are said in its words.

import { fail, type Failure, type Result } from '@shared/core/result';
import { databaseErrorCode } from '../db';
import { fileErrorCode, systemCode } from '../files';

export interface Alone {
  /** Answers `busy` while another piece of work runs, and `cancelled` for what was thrown because somebody ended it. */
  run<T>(work: (signal: AbortSignal) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>>;
  isRunning(): boolean;
  cancel(): void;
}

export function createAlone(codes: { readonly busy: string; readonly cancelled: string }): Alone {
  const running: { ender: AbortController | null } = { ender: null };
  return {
    async run(work) {
      if (running.ender !== null) return fail(codes.busy);
      const ender = new AbortController();
      running.ender = ender;
      try {
        return await work(ender.signal);
      } catch (error) {
        return ender.signal.aborted ? fail(codes.cancelled) : told(error);
      } finally {
        running.ender = null;
      }
    },
    isRunning: () => running.ender !== null,
    cancel: () => running.ender?.abort(),
  };
}

function told(error: unknown): Result<never, Failure> {
  const code = fileErrorCode(error) ?? databaseErrorCode(error);
  if (code !== null) return fail(code);
  const system = systemCode(error);
  // Codes of Node's and SQLite's own are mistakes of ours.
  if (system === null || /^(?:ERR|SQLITE)_/.test(system)) throw error;
  return fail('files.io');
}
