// The words of the native parts (menus, dialogs, the title bar), which exist before any window and outlive it.

import arApp from '@shared/locale/messages/ar/app.json';
import arMenu from '@shared/locale/messages/ar/menu.json';
import enApp from '@shared/locale/messages/en/app.json';
import enMenu from '@shared/locale/messages/en/menu.json';
import faApp from '@shared/locale/messages/fa/app.json';
import faMenu from '@shared/locale/messages/fa/menu.json';
import type { Language } from '@shared/locale/language';
import { languages } from '@shared/locale/language';

export type WordId = keyof typeof enApp | keyof typeof enMenu;

const byLanguage: Readonly<Record<Language, Readonly<Record<WordId, string>>>> = {
  ar: { ...arApp, ...arMenu },
  fa: { ...faApp, ...faMenu },
  en: { ...enApp, ...enMenu },
};

export type Words = (id: WordId) => string;

export const wordsIn =
  (language: Language): Words =>
  (id) =>
    byLanguage[language][id];

/** The first of the system's languages that we speak; English when there is none. */
export function languageOfSystem(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  return spoken.flatMap((code) => languages.filter((language) => language === code))[0] ?? 'en';
}
