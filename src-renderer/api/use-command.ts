// Writing to the engine in components. Apart from reading, because the lock screen commands and has no cache of answers.

import type { Result } from '@shared/core/result';
import { useCallback, useState } from 'react';
import { callEngine } from './bridge';
import type { CommandName, FailureAt, InputAt, OutputAt } from './operation-types';

export interface CommandState<Name extends CommandName> {
  /** Runs the command; the Result is also kept as `error` when it failed. */
  run(input: InputAt<Name>): Promise<Result<OutputAt<Name>, FailureAt<Name>>>;
  readonly pending: boolean;
  readonly error: FailureAt<Name> | null;
  clear(): void;
}

export function useEngineCommand<Name extends CommandName>(op: Name): CommandState<Name> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<FailureAt<Name> | null>(null);
  const run = useCallback(
    async (input: InputAt<Name>) => {
      setPending(true);
      setError(null);
      try {
        const result = (await callEngine(op, input)) as Result<OutputAt<Name>, FailureAt<Name>>;
        if (!result.ok) setError(result.error);
        return result;
      } finally {
        setPending(false);
      }
    },
    [op],
  );
  return { run, pending, error, clear: useCallback(() => setError(null), []) };
}
