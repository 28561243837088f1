// An error code in the reader's words.

import type { Failure } from '@shared/core/result';
import type { Translate } from './words';

/** The words of a code; for a code without words (which the message check forbids) those of an unexpected error. */
export function failureWords(t: Translate, error: Failure): string {
  const id = `errors.${error.code}`;
  return t.any(t.has(id) ? id : 'errors.door.internal', plain(error.details));
}

/** Only what a sentence can hold. */
function plain(details: Failure['details']): Record<string, string | number> {
  const entries = Object.entries(details ?? {}).flatMap(([name, value]) => {
    if (typeof value === 'string' || typeof value === 'number') return [[name, value] as const];
    return Array.isArray(value) ? [[name, value.join(', ')] as const] : [];
  });
  return Object.fromEntries(entries);
}
