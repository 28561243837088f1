// Countries by their ISO code, named in the reader's language.

import type { Language } from './language';

/** The code itself where the language has no name for it. */
export const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;
