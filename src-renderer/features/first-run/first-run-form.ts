// What the first run asks for, and the steps in which it asks.

import { defaultPreferences } from '@shared/locale/preferences';
import type { Calendar, Digits, Language } from '@shared/locale/language';

export const steps = ['language', 'office', 'you', 'creating', 'restore', 'code', 'confirm', 'sample'] as const;
export type Step = (typeof steps)[number];
/** Steps the person counts; making the base is not one of theirs. */
export const countedSteps: readonly Step[] = ['language', 'office', 'you', 'code', 'confirm', 'sample'];

export interface OfficeForm {
  readonly officeName: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly calendar: Calendar;
  readonly digits: Digits | 'auto';
  /** 0 Sunday … 6 Saturday. */
  readonly weekStart: number;
  readonly weekend: readonly number[];
  readonly timeZone: string;
}

export interface PersonForm {
  readonly login: string;
  readonly displayName: string;
  readonly passphrase: string;
  readonly repeated: string;
}

export const emptyPerson: PersonForm = { login: '', displayName: '', passphrase: '', repeated: '' };

const firstCountry: Readonly<Record<Language, string>> = { ar: 'SA', fa: 'IR', en: 'AE' };

export const officeFor = (language: Language): OfficeForm =>
  withCountry({ officeName: '' }, firstCountry[language], language);

/** The habits of a country fill in the rest; each can be changed afterwards. */
export function withCountry(office: { readonly officeName: string }, country: string, language: Language): OfficeForm {
  const { calendar, digits, weekStart, weekend, timeZone } = defaultPreferences(language, country);
  return { officeName: office.officeName, country, calendar, digits, weekStart, weekend, timeZone };
}

/** Countries offered, in no order: the window sorts them by their names in its language. */
export const countries = [
  'SA', 'AE', 'EG', 'IR', 'IQ', 'JO', 'KW', 'QA', 'BH', 'OM', 'YE', 'SY', 'LB', 'PS', 'SD', 'LY', 'TN', 'DZ', 'MA', 'MR',
  'AF', 'TJ', 'TR', 'PK', 'IN', 'MY', 'ID', 'GB', 'IE', 'US', 'CA', 'AU', 'DE', 'AT', 'CH', 'FR', 'BE', 'NL', 'SE', 'NO', 'DK', 'IT', 'ES',
] as const; // prettier-ignore

export function countryOptions(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const collator = new Intl.Collator(language);
  return countries
    .map((value) => ({ value: value as string, label: names.of(value) ?? value }))
    .sort((one, other) => collator.compare(one.label, other.label));
}
