// From a day to a day, in words; either end may be open.

import { useFormat, useT } from '../../ui';

export function usePeriodWords(): (from: string | null, to: string | null) => string | null {
  const t = useT();
  const format = useFormat();
  return (fromOn, toOn) => {
    const from = fromOn === null ? null : format.date(fromOn);
    const to = toOn === null ? null : format.date(toOn);
    if (from !== null && to !== null) return t('policy.since-until', { from, to });
    if (from !== null) return t('policy.since', { from });
    return to === null ? null : t('policy.until', { to });
  };
}
