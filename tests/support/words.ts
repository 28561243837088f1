// The product's words for window tests, read from the message files: Playwright loads no JSON modules.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createIntl } from '@formatjs/intl';
import type { Language } from '@shared/locale/language';

const folder = resolve(import.meta.dirname, '../../src-shared/locale/messages');

export type Words = (id: string, values?: Readonly<Record<string, string | number>>) => string;

/** Throws for an id without words. */
export function wordsOf(language: Language): Words {
  const files = readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'));
  const topics = files.map(
    (name) => JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as Record<string, string>,
  );
  const messages: Record<string, string> = Object.assign({}, ...topics) as Record<string, string>;
  const intl = createIntl({ locale: language, messages });
  return (id, values = {}) => {
    if (messages[id] === undefined) throw new Error(`no words for ${id} in ${language}`);
    return String(intl.formatMessage({ id }, values));
  };
}
