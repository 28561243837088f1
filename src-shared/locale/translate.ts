// The words of one language outside the window: command line, menus, notifications, reports.
import { createIntl } from '@formatjs/intl';
import { isolate } from '../text/clean';
import type { Digits, Language } from './language';
import { messagesByLanguage } from './messages/index';

export type TranslateValues = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Translate = (id: string, values?: TranslateValues) => string;

export interface TranslatorOptions {
  /** Digits of numbers in the words; Persian digits in Persian and Latin ones elsewhere when left out. */
  digits?: Digits;
  /** Fence every text value, but the one named `choice` that selects among words, with U+2068…U+2069, so that its direction cannot disturb the sentence. Not for terminals and files. */
  isolate?: boolean;
}

/** Throws for an id without words: a test proves that every id in use has them. */
export function createTranslator(language: Language, options: TranslatorOptions = {}): Translate {
  const messages = messagesByLanguage[language];
  const locale = `${language}-u-nu-${options.digits ?? (language === 'fa' ? 'arabext' : 'latn')}`;
  const intl = createIntl({
    locale,
    messages: { ...messages },
    onError: (error) => {
      throw error;
    },
  });
  return (id, values = {}) => {
    if (messages[id] === undefined) throw new Error(`no words for ${id}`);
    const prepared = Object.entries(values).map(([name, value]) => [
      name,
      options.isolate && typeof value === 'string' && name !== 'choice' ? isolate(value) : value,
    ]);
    return String(intl.formatMessage({ id }, Object.fromEntries(prepared)));
  };
}

/** Whether a language has words for the id. */
export const hasWords = (language: Language, id: string): boolean => messagesByLanguage[language][id] !== undefined;
