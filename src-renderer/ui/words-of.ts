// The words of a language, each language a file of its own, so that a window loads one of them.

import type { Language } from '@shared/locale/language';

export type Messages = Readonly<Record<string, string>>;

const sources: Readonly<Record<Language, () => Promise<Messages>>> = {
  ar: async () => (await import('@shared/locale/messages/ar/index')).arMessages,
  fa: async () => (await import('@shared/locale/messages/fa/index')).faMessages,
  en: async () => (await import('@shared/locale/messages/en/index')).enMessages,
};

export const loadWords = (language: Language): Promise<Messages> => sources[language]();
