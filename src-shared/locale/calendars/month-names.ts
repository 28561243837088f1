// Names of months and weekdays of the three calendars in the three languages. Ours, because Intl has no Persian names for
// lunar months as Iranians write them, changes between ICU versions, and knows one set of Arabic month names per locale only.
import type { Calendar, Language } from '../language';

const words = (text: string): readonly string[] => text.split('|');

const gregorian: Readonly<Record<Language, readonly string[]>> = {
  en: words('January|February|March|April|May|June|July|August|September|October|November|December'),
  ar: words('يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر'),
  fa: words('ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر'),
};

/** Iraq and the Levant. */
const levantine = words('كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول');
/** Algeria and Tunisia. */
const maghrebi = words('جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر');
const moroccan = words('يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر');

const arabicByCountry: Readonly<Record<string, readonly string[]>> = {
  IQ: levantine,
  JO: levantine,
  LB: levantine,
  PS: levantine,
  SY: levantine,
  DZ: maghrebi,
  TN: maghrebi,
  MA: moroccan,
};

const lunar: Readonly<Record<Language, readonly string[]>> = {
  en: words(
    'Muharram|Safar|Rabiʻ I|Rabiʻ II|Jumada I|Jumada II|Rajab|Shaʻban|Ramadan|Shawwal|Dhuʻl-Qiʻdah|Dhuʻl-Hijjah',
  ),
  ar: words('محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة'),
  fa: words('محرم|صفر|ربیع‌الاول|ربیع‌الثانی|جمادی‌الاول|جمادی‌الثانی|رجب|شعبان|رمضان|شوال|ذیقعده|ذیحجه'),
};

const solar: Readonly<Record<Language, readonly string[]>> = {
  en: words('Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand'),
  ar: words('فروردين|أرديبهشت|خرداد|تير|مرداد|شهريور|مهر|آبان|آذر|دي|بهمن|إسفند'),
  fa: words('فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند'),
};

const weekdays: Readonly<Record<Language, Readonly<Record<'long' | 'short' | 'narrow', readonly string[]>>>> = {
  en: {
    long: words('Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday'),
    short: words('Sun|Mon|Tue|Wed|Thu|Fri|Sat'),
    narrow: words('S|M|T|W|T|F|S'),
  },
  ar: {
    long: words('الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت'),
    short: words('أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت'),
    narrow: words('ح|ن|ث|ر|خ|ج|س'),
  },
  fa: {
    long: words('یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه'),
    short: words('یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه'),
    narrow: words('ی|د|س|چ|پ|ج|ش'),
  },
};

/** Twelve names; `country` (ISO 3166-1 alpha-2) chooses among the Arabic names of Gregorian months. */
export function monthNames(language: Language, calendar: Calendar, country = ''): readonly string[] {
  if (calendar === 'umalqura') return lunar[language];
  if (calendar === 'persian') return solar[language];
  return language === 'ar' ? (arabicByCountry[country] ?? gregorian.ar) : gregorian[language];
}

/** Three letters in English; Arabic and Persian do not shorten month names. */
export function shortMonthNames(language: Language, calendar: Calendar, country = ''): readonly string[] {
  const names = monthNames(language, calendar, country);
  return language === 'en' && calendar === 'gregory' ? names.map((name) => name.slice(0, 3)) : names;
}

/** Seven names, Sunday first. */
export const weekdayNames = (language: Language, style: 'long' | 'short' | 'narrow'): readonly string[] =>
  weekdays[language][style];

/** Every set of Gregorian names in use, for reading dates. */
export const gregorianNameSets: readonly (readonly string[])[] = [
  ...Object.values(gregorian),
  levantine,
  maghrebi,
  moroccan,
];
