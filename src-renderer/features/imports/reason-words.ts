// Why a row was rejected, in the reader's words.

import { countryName } from '@shared/locale/country-name';
import { useLocaleSettings, useT } from '../../ui';

/**
 * Codes come bare ('bad-phone') or with what they are about ('bad-phone:column'); the words are those of the code. A number
 * without a country code was read as one of the office's country, which the words name.
 */
export function useReasonWords(): (code: string) => string {
  const t = useT();
  const { country, language } = useLocaleSettings();
  return (code) => {
    const [name = code] = code.replace(/^import\.(reason\.)?/, '').split(':');
    const id = `import.reason.${name}`;
    if (t.has(id)) return t.any(id, { country: countryName(country, language) });
    return t.has(`errors.${code}`) ? t.any(`errors.${code}`) : code;
  };
}
