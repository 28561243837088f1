// Reasons as a sentence: "same phone; family name spelled differently; birth dates differ".

import type { Reason } from '@shared/features/duplicates/reasons';
import type { Translate } from '../../ui';

export const reasonWords = (t: Translate, { code, scheme }: Reason): string =>
  t.any(`duplicates.reason.${code}`, {
    scheme: scheme === undefined ? '' : t.any(`catalogue.identifier.scheme.${scheme}`),
  });
