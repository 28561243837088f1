// A fiscal period in words: spring 1405, the second quarter of 2026, Ramadan 1447.

import type { Period } from '@shared/features/forecast/period';
import { civilToParts, monthNames } from '@shared/locale/calendars';
import { useFormat, useLocaleSettings, useT } from '../../ui';

/** Quarters of the solar year that begin with its seasons are called by them. */
const seasonOf: Readonly<Record<number, 1 | 2 | 3 | 4>> = { 1: 1, 4: 2, 7: 3, 10: 4 };

export function usePeriodWords(): (period: Pick<Period, 'key' | 'calendar' | 'size' | 'from'>) => string {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  return ({ key, calendar, size, from }) => {
    const parts = civilToParts(from, calendar);
    if (parts === null) return key;
    const year = format.digits(key.slice(0, 4));
    if (size === 'year') return t('forecast.year', { year });
    if (size === 'month')
      return t('forecast.month', {
        month: monthNames(language, calendar)[parts.month - 1] ?? '',
        year: format.digits(String(parts.year)),
      });
    const season = calendar === 'persian' ? seasonOf[parts.month] : undefined;
    if (season !== undefined) return t('forecast.month', { month: t(`forecast.season.${season}`), year });
    return t('forecast.quarter', { number: format.digits(key.slice(-1)), year });
  };
}
