// Lights and their reasons in words.

import type { MatterLight } from '@shared/features/authority/authority.contract';
import { lights, type Light } from '@shared/features/authority/situation';
import type { Format, Translate } from '../../ui';

type Reason = MatterLight['told']['reasons'][number];

export function reasonWords(t: Translate, format: Format, { code, on }: Reason): string {
  const date = on === undefined ? '' : format.date(on);
  if (code === 'came-of-age')
    return date === '' ? t('authority.reason.came-of-age') : t('authority.reason.came-of-age-on', { date });
  if (code === 'not-yet' || code === 'ended') return t(`authority.reason.${code}`, { date });
  return t.any(`authority.reason.${code}`);
}

/** The lightest of several: whether there is anything that may be said at all. */
export const lightest = (all: readonly Light[]): Light => lights.find((light) => all.includes(light)) ?? 'red';
