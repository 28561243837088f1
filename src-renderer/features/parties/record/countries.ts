// The countries to choose from, named in the reader's language.

import { getCountries } from 'libphonenumber-js';
import { useMemo } from 'react';
import { useLocaleSettings } from '../../../ui';
import type { Option } from '../../../ui';

/** In the order of the reader's alphabet, the office's own country first. */
export function useCountryOptions(): readonly Option[] {
  const { language, country } = useLocaleSettings();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
    const options = getCountries()
      .filter((code) => code.length === 2)
      .map((code): Option => ({ value: code, label: names.of(code) ?? code }));
    const own = options.filter((option) => option.value === country);
    const collator = new Intl.Collator(language);
    return [
      ...own,
      ...options
        .filter((option) => option.value !== country)
        .toSorted((one, other) => collator.compare(one.label, other.label)),
    ];
  }, [language, country]);
}
