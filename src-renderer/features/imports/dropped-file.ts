// A file that was dropped on the window while another page was shown, until the wizard takes it.

import { create } from 'zustand';
import type { ChosenFile } from './use-import-plan';

interface DroppedFile {
  readonly file: ChosenFile | null;
  drop(file: ChosenFile): void;
  taken(): void;
}

export const useDroppedFile = create<DroppedFile>((set) => ({
  file: null,
  drop: (file) => set({ file }),
  taken: () => set({ file: null }),
}));
