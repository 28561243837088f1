// A field of the catalogue that goes out whole, as people call it.

import { CONTENT, IDENTIFIER } from '@shared/core/reads';
import type { Translate } from '../../ui';

export function fieldLabel(t: Translate, field: string): string {
  if (field === CONTENT) return t('audit.content');
  return field === IDENTIFIER ? t('audit.number') : t.any(`catalogue.${field}`);
}
