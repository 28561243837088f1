// The states of a question to the engine: on its way, failed, answered. What an empty answer says is up to whoever shows it.

import type { ReactNode } from 'react';
import type { LiveRows, QueryState } from '../api';
import { ErrorState, LoadingState } from './states';

export interface AnswerProps<Output> {
  readonly of: Pick<QueryState<Output>, 'data' | 'error' | 'refresh'>;
  /** Lines drawn while the answer is on its way. */
  readonly lines?: number;
  readonly children: (answer: Output) => ReactNode;
}

/** What was answered once stays while it is asked for again, also when that fails. */
export function Answer<Output>({ of: { data, error, refresh }, lines, children }: AnswerProps<Output>): ReactNode {
  if (data !== undefined) return children(data);
  return error === null ? <LoadingState lines={lines} /> : <ErrorState error={error} onRetry={refresh} />;
}

export interface RowsAnswerProps {
  readonly of: Pick<LiveRows<unknown>, 'failure' | 'length' | 'complete' | 'window'>;
  readonly lines?: number;
  /** What is said when there are no rows. */
  readonly empty: ReactNode;
  /** The rows, once there are some. */
  readonly children: ReactNode;
}

/** The same of a list whose rows come as they are scrolled to. */
export function RowsAnswer({ of: rows, lines, empty, children }: RowsAnswerProps): ReactNode {
  if (rows.failure !== null) return <ErrorState error={rows.failure} onRetry={rows.window.refresh} />;
  if (rows.length > 0) return children;
  return rows.complete ? empty : <LoadingState lines={lines} />;
}
