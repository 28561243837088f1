// Light or dark: as chosen, or as the system says, following it when it changes.

import { useSyncExternalStore } from 'react';
import type { Appearance } from '../../ui';

const query = '(prefers-color-scheme: dark)';

function listen(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

export function useColourScheme(theme: Appearance['theme']): 'light' | 'dark' {
  const systemDark = useSyncExternalStore(listen, () => window.matchMedia(query).matches);
  if (theme !== 'system') return theme;
  return systemDark ? 'dark' : 'light';
}
