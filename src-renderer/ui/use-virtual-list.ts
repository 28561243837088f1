// The arithmetic of a list of entries of any height: which are in sight, and where each stands.

import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/react-virtual';
import type { VirtualizerOptions } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useReducer, useState } from 'react';

export type VirtualListOptions = Pick<
  VirtualizerOptions<HTMLDivElement, HTMLElement>,
  'count' | 'getScrollElement' | 'estimateSize' | 'getItemKey' | 'overscan'
>;

/** The list keeps its measures for as long as the component lives, and draws anew when the scroll place or a height changes. */
export function useVirtualList(given: VirtualListOptions): Virtualizer<HTMLDivElement, HTMLElement> {
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  const options = { ...given, observeElementRect, observeElementOffset, scrollToFn: elementScroll, onChange: draw };
  const [list] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options));
  list.setOptions(options);
  useEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());
  return list;
}
