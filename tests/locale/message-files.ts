// The message files as they lie on disk, and what an ICU message asks for.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Language } from '@shared/locale/language';

const root = resolve(import.meta.dirname, '../../src-shared/locale/messages');

export interface TopicFile {
  topic: string;
  words: Record<string, string>;
}

export const topicFiles = (language: Language): TopicFile[] =>
  readdirSync(join(root, language))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      topic: name.slice(0, -5),
      words: JSON.parse(readFileSync(join(root, language, name), 'utf8')) as Record<string, string>,
    }));

export interface Asked {
  /** Names of values and of tags (`<b>`). */
  names: Set<string>;
  /** Each plural's kind and forms. */
  plurals: { ordinal: boolean; forms: string[] }[];
  /** Names of values that choose among words. */
  choices: Set<string>;
}

/** What a message asks of its caller. Throws when it is no ICU message. */
export function asked(message: string): Asked {
  const found: Asked = { names: new Set(), plurals: [], choices: new Set() };
  collect(parse(message), found);
  return found;
}

function collect(elements: readonly MessageFormatElement[], found: Asked): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.names.add(element.value);
    if (element.type === TYPE.tag) collect(element.children, found);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    if (element.type === TYPE.plural)
      found.plurals.push({ ordinal: element.pluralType === 'ordinal', forms: Object.keys(element.options) });
    else found.choices.add(element.value);
    for (const option of Object.values(element.options)) collect(option.value, found);
  }
}
