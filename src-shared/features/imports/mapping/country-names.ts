// Country names in three languages to ISO codes, for addresses and nationalities as people write them.

import { getCountries } from 'libphonenumber-js/max';
import { fold } from '../../../text/fold';
import { remembered } from '../../../core/remembered';

/** Names the display names of the platform do not hold. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  SA: ['السعودية', 'المملكة', 'ksa', 'عربستان', 'saudi'],
  AE: ['الامارات', 'uae', 'امارات', 'emirates'],
  IR: ['ایران', 'iran', 'ايران', 'جمهوری اسلامی ایران'],
  EG: ['مصر', 'egypt'],
  SY: ['سوريا', 'سوریه', 'syria'],
  GB: ['بريطانيا', 'انگلستان', 'انجلترا', 'uk', 'england'],
  US: ['امريكا', 'آمریکا', 'أمريكا', 'usa', 'us', 'america'],
  TR: ['تركيا', 'ترکیه', 'turkey'],
  PS: ['فلسطين', 'فلسطین', 'palestine'],
};

/** Folded name or code → ISO 3166-1 alpha-2. Takes some milliseconds to make: once per mapping. */
export function createCountryNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const languages = ['ar', 'fa', 'en'].map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  for (const code of getCountries()) {
    names.set(fold(code), code);
    for (const language of languages) {
      const name = language.of(code);
      if (name !== undefined) names.set(fold(name), code);
    }
  }
  for (const [code, others] of Object.entries(otherNames)) for (const name of others) names.set(fold(name), code);
  return remembered((text) => names.get(fold(text)));
}
