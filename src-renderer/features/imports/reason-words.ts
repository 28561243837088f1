// Why a row was rejected, in the reader's words.

import type { Translate } from '../../ui';

/** Codes come bare ('bad-phone') or with what they are about ('bad-phone:column'); the words are those of the code. */
export function reasonWords(t: Translate, code: string): string {
  const [name = code] = code.replace(/^import\.(reason\.)?/, '').split(':');
  const id = `import.reason.${name}`;
  if (t.has(id)) return t.any(id);
  return t.has(`errors.${code}`) ? t.any(`errors.${code}`) : code;
}
