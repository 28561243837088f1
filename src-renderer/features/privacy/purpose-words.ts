// A purpose and its grounds in words.

import type { Purpose } from '@shared/features/privacy/purpose';
import type { Translate } from '../../ui';
import { useLocaleSettings, useT } from '../../ui';

export type PurposeName = Pick<Purpose, 'id' | 'names'>;

/** The name in the user's language. */
export function usePurposeWords(): (purpose: PurposeName) => string {
  const t = useT();
  const { language } = useLocaleSettings();
  return ({ id, names }) => names?.[language] ?? t.any(`privacy.purpose.${id}`);
}

/** Why the office's interest outweighs, where that is the basis: its own words, or those a purpose ships with. */
export const balancingWords = (t: Translate, { id, preset, basis, balancing }: Purpose): string | null =>
  basis !== 'legitimate-interest' ? null : (balancing ?? (preset ? t.any(`privacy.balancing.${id}`) : null));
