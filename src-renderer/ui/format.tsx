// Numbers, dates and times as the user reads them: `const format = useFormat(); format.date(record.birth.on)`.

import type { Calendar, Digits, Language } from '@shared/locale/language';
import { createContext, useContext, useMemo } from 'react';
import { createFormat } from './format-rules';
import type { Format } from './format-rules';

/** The reader's choices, resolved: nothing here is 'auto'. */
export interface LocaleSettings {
  readonly language: Language;
  readonly digits: Digits;
  readonly calendar: Calendar;
  readonly secondaryCalendar: Calendar | null;
  readonly hourCycle: 'h12' | 'h23';
  readonly country: string;
  /** 0 Sunday … 6 Saturday. */
  readonly weekStart: number;
  readonly weekend: readonly number[];
  /** IANA name. */
  readonly timeZone: string;
}

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
