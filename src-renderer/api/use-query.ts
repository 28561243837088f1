// Reading from and writing to the engine in components. Reads run again when the ledger's change feed says so (change-feed.ts).

import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import type { Failure, Result } from '@shared/core/result';
import { useCallback, useState } from 'react';
import { callEngine } from './bridge';
import { EngineFailure, failureOf } from './engine-failure';
import type { CommandName, FailureAt, InputAt, OutputAt, QueryName } from './operation-types';

export interface QueryOptions {
  /** False: do not ask yet. */
  enabled?: boolean;
  /** Show the last answer while the next one is on its way (lists whose filter changes). */
  keepPrevious?: boolean;
}

export interface QueryState<Output> {
  readonly data: Output | undefined;
  readonly error: Failure | null;
  /** Nothing to show yet. */
  readonly loading: boolean;
  /** An answer is on its way, whether or not there is something to show. */
  readonly fetching: boolean;
  refresh(): void;
}

/** The engine is in the same machine: never paused offline, never retried, never stale but by the change feed. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 120_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });

async function ask<Name extends QueryName>(op: Name, input: InputAt<Name>): Promise<OutputAt<Name>> {
  const result = await callEngine(op, input);
  if (!result.ok) throw new EngineFailure(result.error);
  return result.value as OutputAt<Name>;
}

export function useEngineQuery<Name extends QueryName>(
  op: Name,
  input: InputAt<Name>,
  options: QueryOptions = {},
): QueryState<OutputAt<Name>> {
  const query = useQuery({
    queryKey: [op, input],
    queryFn: () => ask(op, input),
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious === true ? keepPreviousData : undefined,
  });
  return {
    data: query.data as OutputAt<Name> | undefined,
    error: query.error === null ? null : failureOf(query.error),
    loading: query.isPending && query.fetchStatus !== 'idle',
    fetching: query.isFetching,
    refresh: () => void query.refetch(),
  };
}

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
