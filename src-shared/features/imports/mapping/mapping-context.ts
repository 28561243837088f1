// What every step of a mapping needs to know: the site, the policies, and tables made once.

import type { Calendar, Language } from '../../../locale/language';
import type { ValueWords } from './value-words';

/** A value that does not hold: refuse the row, or keep the value as plain text and take the row. */
export type BadValuePolicy = 'reject' | 'keep';
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export type MappingContext = {
  /** ISO 3166-1 alpha-2 of the site: reads phones without a country code and numbers of identity. */
  readonly country: string;
  readonly language: Language;
  /** Today's civil date, YYYY-MM-DD: nobody is born after it. */
  readonly today: string;
  readonly calendar: Calendar;
  readonly dateOrder: DateOrder;
  readonly badPhone: BadValuePolicy;
  readonly badEmail: BadValuePolicy;
  readonly badDate: BadValuePolicy;
  readonly words: ValueWords;
  readonly countryOf: (text: string) => string | undefined;
};
