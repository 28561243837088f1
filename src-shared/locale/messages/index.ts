// The words of all three languages by language; ids are flat ("topic.name") and live in one JSON file per topic.
import type { Language } from '../language';
import { arMessages } from './ar/index';
import { enMessages } from './en/index';
import { faMessages } from './fa/index';

export type Messages = Readonly<Record<string, string>>;

export const messagesByLanguage: Readonly<Record<Language, Messages>> = {
  ar: arMessages,
  fa: faMessages,
  en: enMessages,
};
