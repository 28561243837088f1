// A list of entries of any height and any number: only those in sight are drawn, measured and asked for.

import type { ReactNode } from 'react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { classes } from './class-names';
import { useVirtualList } from './use-virtual-list';
import style from './VirtualFeed.module.css';

export interface VirtualFeedProps {
  /** What the list holds; read out. */
  readonly label: string;
  readonly count: number;
  readonly busy: boolean;
  /** Pixels an entry is thought to take before it was measured. */
  readonly guess: (index: number) => number;
  readonly keyAt: (index: number) => string | number;
  readonly children: (index: number) => ReactNode;
  /** The entries in sight and those a little further on, whenever they change: fetch what is missing. */
  readonly onRange: (from: number, to: number) => void;
  /** Below the last entry. */
  readonly foot?: ReactNode;
  /** On a card that reaches to the foot of the page. */
  readonly framed?: boolean;
}

/** Entries asked for beyond the last one in sight. */
const AHEAD = 40;
const DRAWN_AROUND = 8;

export function VirtualFeed(props: VirtualFeedProps): ReactNode {
  const { label, count, busy, children, foot, framed = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualList({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: props.guess,
    getItemKey: props.keyAt,
    overscan: DRAWN_AROUND,
  });
  const items = list.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const report = useEffectEvent(() => props.onRange(first, last + AHEAD));
  useEffect(() => report(), [first, last, count]);
  return (
    <div
      ref={scroller}
      className={classes(style.scroller, framed && style.framed)}
      tabIndex={0}
      role="feed"
      aria-label={label}
      aria-busy={busy}
    >
      <div className={style.sizer} style={{ blockSize: list.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            ref={list.measureElement}
            data-index={item.index}
            className={style.slot}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {children(item.index)}
          </div>
        ))}
      </div>
      {foot}
    </div>
  );
}
