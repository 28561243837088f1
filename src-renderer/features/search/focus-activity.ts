// Which activity a page was opened for: the search sets it, the timeline scrolls to it and forgets it.

import { create } from 'zustand';

interface FocusState {
  readonly activity: { readonly id: string; readonly at: number } | null;
  focus(activity: { id: string; at: number }): void;
  done(): void;
}

export const useFocusedActivity = create<FocusState>((set) => ({
  activity: null,
  focus: (activity) => set({ activity }),
  done: () => set({ activity: null }),
}));
