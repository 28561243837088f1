// Widths of columns while they are dragged. They become part of the view when the hand rests: the address takes no hundred changes a second.

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ListView } from './list-view';

type Widths = ListView['widths'];

const REST_MS = 250;

export function useColumnWidths(view: ListView, keep: (view: ListView) => void) {
  const [dragged, setDragged] = useState<Widths | null>(null);
  const rest = useEffectEvent(() => {
    if (dragged !== null) keep({ ...view, widths: { ...view.widths, ...dragged } });
    setDragged(null);
  });
  useEffect(() => {
    if (dragged === null) return undefined;
    const timer = window.setTimeout(() => rest(), REST_MS);
    return () => window.clearTimeout(timer);
  }, [dragged]);
  const widths = useMemo(() => ({ ...view.widths, ...dragged }), [view.widths, dragged]);
  return {
    widths,
    resize: (key: string, width: number): void => setDragged((before) => ({ ...before, [key]: width })),
  };
}
