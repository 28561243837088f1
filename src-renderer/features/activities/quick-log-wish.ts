// Somebody wants to log something: the shortcut and the menu say so from anywhere, and the bar that is shown next takes the keyboard.

import type { RefObject } from 'react';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { QuickLogHandle } from './QuickLog';

interface QuickLogWish {
  readonly wished: boolean;
  wish(): void;
  taken(): void;
}

export const useQuickLogWish = create<QuickLogWish>((set) => ({
  wished: false,
  wish: () => set({ wished: true }),
  taken: () => set({ wished: false }),
}));

/** For the page that shows a quick log bar. */
export function useTakeQuickLogWish(bar: RefObject<QuickLogHandle | null>): void {
  const { wished, taken } = useQuickLogWish();
  useEffect(() => {
    if (!wished || bar.current === null) return;
    bar.current.focus();
    taken();
  }, [wished, taken, bar]);
}
