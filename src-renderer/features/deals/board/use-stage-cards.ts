// The cards of one column: pages of the list of deals, of which those in sight are kept and drawn, and the place of the keyboard among them.

import type { DealCard, DealFilter } from '@shared/features/deals/deal';
import type { RefObject } from 'react';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { client, useRowWindow } from '../../../api';
import type { LiveRows, LoadPage } from '../../../api';
import { useVirtualList } from '../../../ui';
import type { ColumnHandle } from './column-handle';

/** Pixels a card is thought to take before it was measured. */
const CARD_GUESS = 128;
const DRAWN_AROUND = 3;
const AHEAD = 20;

export interface StageCards {
  readonly rows: LiveRows<DealCard>;
  readonly list: ReturnType<typeof useVirtualList>;
  /** The card that Tab comes to. */
  readonly active: number;
  /** That card takes the keyboard as soon as it is drawn. */
  readonly wanted: boolean;
  setActive(index: number): void;
  focus(index: number): void;
}

export function useStageCards(
  question: DealFilter,
  scroller: RefObject<HTMLDivElement | null>,
  handles: Map<string, ColumnHandle>,
): StageCards {
  const rows = useStageRows(question);
  const [at, setAt] = useState({ index: 0, wanted: false });
  const list = useVirtualList({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_GUESS,
    getItemKey: (index) => rows.rows.get(index)?.id ?? index,
    overscan: DRAWN_AROUND,
  });
  const drawn = list.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, (drawn.at(-1)?.index ?? 0) + AHEAD];
  useEffect(() => rows.window.ensure(first, last + 1), [rows.window, first, last]);
  const focus = (index: number): void => {
    const to = Math.max(0, Math.min(index, rows.length - 1));
    list.scrollToIndex(to);
    setAt({ index: to, wanted: true });
  };
  useColumnHandle(handles, question.stageId ?? '', { rows, focus });
  const active = Math.max(0, Math.min(at.index, rows.length - 1));
  return { rows, list, active, wanted: at.wanted, setActive: (index) => setAt({ index, wanted: false }), focus };
}

type Place = Pick<StageCards, 'rows' | 'focus'>;

/** Lets the board and the other columns speak to this one. */
function useColumnHandle(handles: Map<string, ColumnHandle>, stageId: string, { rows, focus }: Place): void {
  const [followed, setFollowed] = useState<string | null>(null);
  const handle: ColumnHandle = {
    count: () => rows.length,
    focus,
    follow: (id) => (setFollowed(id), rows.window.refresh()),
    refresh: rows.window.refresh,
  };
  useEffect(() => {
    handles.set(stageId, handle);
    return () => void handles.delete(stageId);
  });
  const arrive = useEffectEvent(() => {
    const found = [...rows.rows].find(([, card]) => card.id === followed);
    if (followed === null || found === undefined) return;
    setFollowed(null);
    focus(found[0]);
  });
  useEffect(() => arrive(), [rows.rows]);
}

function useStageRows(question: DealFilter): LiveRows<DealCard> {
  const text = JSON.stringify(question);
  const load: LoadPage<DealCard> = useCallback(
    (after, limit) => client.deals.list({ filter: JSON.parse(text) as DealFilter, after, limit }),
    [text],
  );
  return useRowWindow(load, 'deals');
}
