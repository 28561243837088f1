// Numbers, dates and times as the user reads them: `const format = useFormat(); format.date(record.birth.on)`.

import { createContext, useContext, useMemo } from 'react';
import { createFormat } from './format-rules';
import type { Format, LocaleSettings } from './format-rules';

export const LocaleContext = createContext<LocaleSettings | null>(null);

export function useLocaleSettings(): LocaleSettings {
  const settings = useContext(LocaleContext);
  if (settings === null) throw new Error('LocaleContext is missing');
  return settings;
}

export function useFormat(): Format {
  const settings = useLocaleSettings();
  return useMemo(() => createFormat(settings), [settings]);
}
