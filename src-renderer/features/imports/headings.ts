// What stands over the columns of a file: its own headings, those of a card, or numbers where it has none.

import type { Translate } from '../../ui';
import type { Look } from './use-import-plan';

/** What the engine shows of a card, in its order. */
const cardColumns = ['name.display', 'phone', 'email', 'organisation.name'] as const;

export function headingsOf(t: Translate, look: Look): readonly string[] {
  if (look.format === 'vcard') return cardColumns.map((target) => t.any(`import.target.${target}`));
  if (look.headers.length > 0) return look.headers;
  const width = Math.max(0, ...look.rows.map((row) => row.length));
  return Array.from({ length: width }, (_, index) => t('import.columnNumber', { number: index + 1 }));
}
