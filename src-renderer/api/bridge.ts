// The one way out of the window: what the preload script exposes, and nothing else.

import type { Failure, Result } from '@shared/core/result';
import { throughDesks } from './holding';

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

/** Asks the engine (or main, for `app.*`) and gives its Result as it is. */
export const askEngine = (operation: string, input: unknown): Promise<Result<unknown, Failure>> =>
  window.diwan.call(operation, input);

/** The same; what must be confirmed, approved or said first is asked for on the way. */
export const callEngine = throughDesks(askEngine);
