// Reading from the engine in components. Reads run again when the ledger's change feed says so (change-feed.ts).

import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import type { Failure } from '@shared/core/result';
import { askEngine } from './bridge';
import { EngineFailure, failureOf } from './engine-failure';
import { purposeAskedBy } from './holding';
import type { InputAt, OutputAt, QueryName } from './operation-types';

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
  const result = await askEngine(op, input);
  if (!result.ok) throw new EngineFailure(result.error);
  return result.value as OutputAt<Name>;
}

/** Asks anew what was refused until it was said what for. */
export const askRefused = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({
    predicate: ({ state: { error } }) => error !== null && purposeAskedBy(failureOf(error)) !== null,
  });

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
