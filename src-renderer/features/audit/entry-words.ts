// What an entry of the log says, in words.

import type { AuditEntry } from '@shared/features/access/access.contract';
import { purposeSaid } from '@shared/core/purpose';
import { CONTENT, IDENTIFIER } from '@shared/core/reads';
import type { Translate } from '../../ui';

/** The command, or for a reading the way in which people were seen. */
export function headWords(t: Translate, { kind, what, way, refused }: AuditEntry): string {
  if (way !== null) return t.any(`audit.way.${way}`);
  if (kind === 'refused' && refused !== null) return t('audit.refused', { operation: refused });
  return whatWords(t, what);
}

/** A command in words; the name of an operation that only reads, as it is. */
export function whatWords(t: Translate, what: string): string {
  const id = `operations.command.${what}`;
  return t.has(id) ? t.any(id) : what;
}

/** Of a reading: which fields were seen whole. */
export const fieldWords = (t: Translate, { fields }: AuditEntry): string[] =>
  fields.map((field) => {
    if (field === 'party') return t('catalogue.party');
    if (field === CONTENT) return t('audit.content');
    return field === IDENTIFIER ? t('audit.number') : t.any(`catalogue.${field}`);
  });

/** Why it was read. */
export const purposeWords = (t: Translate, purpose: string): string => purposeSaid(purpose, (id) => t.any(id));
