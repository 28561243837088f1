// The one way out of the window: what the preload script exposes, and nothing else.

import type { Failure, Result } from '@shared/core/result';
import { throughConfirming } from './confirming';

export interface Bridge {
  call(operation: string, input: unknown): Promise<Result<unknown, Failure>>;
  /** Returns a function that stops listening. */
  on(event: string, listener: (payload: never) => void): () => void;
}

declare global {
  interface Window {
    readonly diwan: Bridge;
  }
}

/** Asks the engine (or main, for `app.*`) and gives its Result as it is; what must be confirmed is confirmed on the way. */
export const callEngine = (operation: string, input: unknown): Promise<Result<unknown, Failure>> =>
  throughConfirming((...asked) => window.diwan.call(...asked), operation, input);
