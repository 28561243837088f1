// Days between which something holds, in words; none when it always holds.

import { useFormat, useT } from '../../ui';

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

export function useDays(): (days: Days) => readonly string[] {
  const t = useT();
  const format = useFormat();
  return ({ from, to }) => {
    if (from !== null && to !== null)
      return [t('prices.days.between', { from: format.date(from), to: format.date(to) })];
    if (from !== null) return [t('prices.days.from', { from: format.date(from) })];
    return to === null ? [] : [t('prices.days.to', { to: format.date(to) })];
  };
}
