// A day as a heading: today, yesterday, or its date.

import { addDays } from '@shared/locale/civil';
import type { Format, Translate } from '../../ui';

export function dayWords(
  t: Translate,
  format: Format,
  { day, today }: { readonly day: string; readonly today: string },
): string {
  if (day === today) return t('home.today');
  if (day === addDays(today, -1)) return t('home.yesterday');
  return format.date(day, { style: 'full' });
}
