// Words that stand in typed dates: month names of three calendars in three languages, eras, weekdays, today and its neighbours.
// Keys are folded without spaces, so that spelling variants, half-spaces and the article do not matter.
import { foldCompact } from '../text/fold';
import { gregorianNameSets, monthNames, weekdayNames } from './calendars/month-names';
import { languages } from './language';
import type { Calendar } from './language';

export interface NamedMonth {
  calendar: Calendar;
  /** From 1. */
  month: number;
}

export interface DateWords {
  months: ReadonlyMap<string, NamedMonth>;
  /** Days from today. */
  offsets: ReadonlyMap<string, number>;
  eras: ReadonlyMap<string, Calendar>;
  /** Words that say nothing new: weekdays, "of", "st". */
  noise: ReadonlySet<string>;
}

/** Without the article, so that ربيع الأول, ربيع اول and Rabi al-Awwal meet. */
export const dateWordKey = (text: string): string =>
  foldCompact(text.replace(/[\u02bb\u02bc]/g, '').replace(articles, ''));

const articles = /(?<=^|[\s\-\u200c])(?:ال|al|el|ul)[\s-]*(?=.{2})/giu;

/** Further spellings by calendar, months from 1, folded like the names. */
const otherNames: readonly (readonly [Calendar, number, string])[] = [
  ['gregory', 1, 'jan|کانون ثانی|جنوری'],
  ['gregory', 2, 'feb|فیبرایر'],
  ['gregory', 3, 'mar|مارچ'],
  ['gregory', 4, 'apr|ابریل|نیسان|إبريل'],
  ['gregory', 5, 'مایو|می|ماي|ماه مه'],
  ['gregory', 6, 'jun|جون'],
  ['gregory', 7, 'jul|جولای|ژوییه|يوليه'],
  ['gregory', 8, 'aug|آگوست|اگست'],
  ['gregory', 9, 'sep|sept'],
  ['gregory', 10, 'oct|اكتوبر'],
  ['gregory', 11, 'nov'],
  ['gregory', 12, 'dec'],
  ['umalqura', 1, 'moharram|muharam|محرم الحرام'],
  ['umalqura', 2, 'safer|صفر الخير'],
  ['umalqura', 3, 'ربيع اول|rabi al awwal|rabi al awal|rabi awwal|rabi i|rabi 1'],
  ['umalqura', 4, 'ربيع ثاني|ربيع آخر|rabi al thani|rabi al akhir|rabi thani|rabi ii|rabi 2'],
  ['umalqura', 5, 'جمادى اول|جمادي اولى|jumada al awwal|jumada al ula|jumada ula|jumada i|jamadi al awwal'],
  [
    'umalqura',
    6,
    'جمادى ثاني|جمادى ثانيه|جمادى آخر|jumada al thani|jumada al akhirah|jumada al akhira|jumada ii|jamadi al thani',
  ],
  ['umalqura', 7, 'rajab|رجب المرجب'],
  ['umalqura', 8, 'shaban|shaaban|شعبان المعظم'],
  ['umalqura', 9, 'ramadhan|ramazan|رمضان المبارك'],
  ['umalqura', 10, 'shawal|shavval|شوال المكرم'],
  ['umalqura', 11, 'ذي القعدة|ذوالقعدة|ذیقعده|ذی القعده|dhu al qadah|dhul qadah|dhul qada|zul qadah|zulqada|zilqadeh'],
  [
    'umalqura',
    12,
    'ذي الحجة|ذوالحجة|ذیحجه|ذی الحجه|dhu al hijjah|dhul hijjah|dhul hijja|zul hijjah|zulhijja|zilhajjeh',
  ],
  ['persian', 1, 'حمل'],
  ['persian', 2, 'ثور|ارديبهشت'],
  ['persian', 3, 'جوزا'],
  ['persian', 4, 'سرطان'],
  ['persian', 5, 'اسد|امرداد|amordad'],
  ['persian', 6, 'سنبله|shahrivar'],
  ['persian', 7, 'میزان'],
  ['persian', 8, 'عقرب'],
  ['persian', 9, 'قوس'],
  ['persian', 10, 'جدی|day'],
  ['persian', 11, 'دلو'],
  ['persian', 12, 'حوت|esfand'],
];

const offsetWords: readonly (readonly [number, string])[] = [
  [0, 'today|now|اليوم|امروز|الان'],
  [-1, 'yesterday|أمس|امس|البارحة|دیروز'],
  [1, 'tomorrow|غدا|غداً|بكرة|فردا'],
  [-2, 'أول أمس|پریروز'],
  [2, 'بعد غد|پس فردا'],
];

const eraWords: readonly (readonly [Calendar, string])[] = [
  ['gregory', 'ad|ce|م|ميلادي|ميلادية|میلادی'],
  ['umalqura', 'ah|hijri|ه|هـ|ه.ق|هـ.ق|ق|هجري|هجرية|هجری|قمري|قمری|هجری قمری'],
  ['persian', 'ap|sh|ه.ش|هـ.ش|ش|شمسي|شمسی|خورشیدی|هجری شمسی|هجری خورشیدی|هجري شمسي'],
];

const noiseWords = 'of|the|st|nd|rd|th|يوم|روز|مورخ|مورخه|بتاريخ|تاريخ|تاریخ|سال|سنة|عام|شهر|ماه|الموافق';

export function buildDateWords(): DateWords {
  const months = new Map<string, NamedMonth>();
  const add = (names: readonly string[], calendar: Calendar): void =>
    names.forEach((name, index) => months.set(dateWordKey(name), { calendar, month: index + 1 }));
  for (const language of languages)
    for (const calendar of ['umalqura', 'persian'] as const) add(monthNames(language, calendar), calendar);
  for (const names of gregorianNameSets) add(names, 'gregory');
  for (const [calendar, month, names] of otherNames) {
    for (const name of names.split('|'))
      if (!months.has(dateWordKey(name))) months.set(dateWordKey(name), { calendar, month });
  }
  const weekdays = languages.flatMap((language) => [
    ...weekdayNames(language, 'long'),
    ...weekdayNames(language, 'short'),
  ]);
  return {
    months,
    offsets: new Map(offsetWords.flatMap(([days, words]) => keys(words).map((key) => [key, days] as const))),
    eras: new Map(eraWords.flatMap(([calendar, words]) => keys(words).map((key) => [key, calendar] as const))),
    noise: new Set([...weekdays.map(dateWordKey), ...keys(noiseWords)]),
  };
}

const keys = (words: string): string[] => words.split('|').map(dateWordKey);
