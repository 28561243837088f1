// The look a person chose: theme, size of text, density; and what follows from it in pixels for parts that must count.

import type { densities, textSizes, themes } from '@shared/features/settings/settings.contract';
import { createContext, useContext } from 'react';

export interface Appearance {
  readonly theme: (typeof themes)[number];
  readonly textSize: (typeof textSizes)[number];
  readonly density: (typeof densities)[number];
}

export const defaultAppearance: Appearance = { theme: 'system', textSize: 'normal', density: 'default' };

export const AppearanceContext = createContext<Appearance>(defaultAppearance);

const rowPixels = { compact: 32, default: 36, comfortable: 44 } as const;
/** The same steps as in tokens.css: 16, 18 and 20 px. */
const scales = { normal: 1, large: 1.125, largest: 1.25 } as const;

/** Pixels per pixel of the normal text size. */
export const useTextScale = (): number => scales[useContext(AppearanceContext).textSize];

/** Height of a list row in pixels. */
export function useRowHeight(): number {
  const { density, textSize } = useContext(AppearanceContext);
  return Math.round(rowPixels[density] * scales[textSize]);
}
