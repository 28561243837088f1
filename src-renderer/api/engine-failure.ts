// A declared failure on its way through react-query, which knows only thrown errors.

import type { Failure } from '@shared/core/result';

export class EngineFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'EngineFailure';
    this.failure = failure;
  }
}

/** The code shown when something was thrown that no contract declares. */
export const unexpectedCode = 'door.internal';

export function failureOf(error: unknown): Failure {
  if (error instanceof EngineFailure) return error.failure;
  const reason = error instanceof Error ? error.message : String(error);
  return { code: unexpectedCode, details: { reason } };
}
