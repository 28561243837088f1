// Rules, wishes, places and tests in words.

import type { Place, QualityRule, QualityWish } from '@shared/features/quality/quality.contract';
import type { Hue, Translate } from '../../ui';

export const ruleWords = (t: Translate, { id, name }: Pick<QualityRule, 'id' | 'name'>): string =>
  name ?? t.any(`quality.rule.${id}`);

export const wishWords = (t: Translate, { id, name }: Pick<QualityWish, 'id' | 'name'>): string =>
  name ?? t.any(`quality.wish.${id}`);

/** Of what may have several kinds, the kind: "Phone", not "number or address". */
export function fieldWords(t: Translate, { of, field, values }: Place): string {
  const { kind, scheme } = values;
  if (of === 'contact_point' && kind !== undefined) return t.any(`catalogue.contact_point.kind.${kind}`);
  if (of === 'identifier' && field !== 'expires_on')
    return scheme === undefined ? t('catalogue.identifier') : t.any(`catalogue.identifier.scheme.${scheme}`);
  return field === null ? t.any(`catalogue.${of}`) : t.any(`catalogue.${of}.${field}`);
}

export const severityHues: Readonly<Record<QualityRule['severity'], Hue>> = {
  high: 'rose',
  medium: 'amber',
  low: 'teal',
};
