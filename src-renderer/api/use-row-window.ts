// A long list in a component: rows come as they are looked at, and come anew after a commit that concerns them.

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { nounsOf } from './change-feed';
import { onEngineEvent } from './events';
import { createRowWindow } from './row-window';
import type { LoadPage, RowWindow, RowWindowState } from './row-window';

/** An import commits many times a second; a list follows at most this often. */
const FOLLOW_DELAY_MS = 400;

export interface LiveRows<Row> extends RowWindowState<Row> {
  readonly window: RowWindow<Row>;
}

/** `load` is memoised by the caller and says which list this is; `noun` says whose changes concern it. */
export function useRowWindow<Row>(load: LoadPage<Row>, noun: string): LiveRows<Row> {
  const rows = useMemo(() => createRowWindow(load), [load]);
  const state = useSyncExternalStore(rows.subscribe, rows.state);
  useEffect(() => {
    rows.ensure(0, 1);
    return followRows(noun, rows.refresh);
  }, [rows, noun]);
  return { ...useKeptRows(state), window: rows };
}

function followRows(noun: string, refresh: () => void): () => void {
  const waiting: { timer?: number } = {};
  const stop = onEngineEvent('changed', (event) => {
    if (!nounsOf(event).has(noun)) return;
    waiting.timer ??= window.setTimeout(() => {
      delete waiting.timer;
      refresh();
    }, FOLLOW_DELAY_MS);
  });
  return () => {
    stop();
    window.clearTimeout(waiting.timer);
  };
}

/** While the first page of a changed list is on its way, the list before it stays, so that typing a filter does not flicker. */
function useKeptRows<Row>(state: RowWindowState<Row>): RowWindowState<Row> {
  const before = useRef(state);
  const answered = state.rows.size > 0 || state.complete || state.failure !== null;
  useEffect(() => {
    if (answered) before.current = state;
  }, [answered, state]);
  return answered ? state : before.current;
}
