// How one reader sees dates and numbers, and what a country's people expect when nobody has chosen yet.
import { digitsOf } from './digits';
import type { Calendar, Digits, Language } from './language';

export interface Preferences {
  readonly language: Language;
  /** `auto` follows language and country; see digitsOf. */
  readonly digits: Digits | 'auto';
  readonly calendar: Calendar;
  /** Shown beside the first one. */
  readonly secondaryCalendar: Calendar | null;
  /** 0 Sunday … 6 Saturday. */
  readonly weekStart: number;
  readonly weekend: readonly number[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly hourCycle: 'h12' | 'h23';
}

/** What writing a date or number needs; a reader's Preferences fit. */
export interface WritingPreferences {
  readonly language: Language;
  readonly digits: Digits | 'auto';
  readonly calendar: Calendar;
  readonly country: string;
  readonly timeZone: string;
  readonly hourCycle: 'h12' | 'h23';
}

/** The digit set a reader's numbers are written in. */
export const digitsFor = (preferences: Pick<WritingPreferences, 'digits' | 'language' | 'country'>): Digits =>
  digitsOf(preferences.digits, preferences.language, preferences.country);

/** Defaults only: each can be changed. Week and weekend by country, calendar by country and language, digits automatic. */
export function defaultPreferences(language: Language, country: string): Preferences {
  const local = habitsOf[country] ?? worldHabits;
  const calendar = language === 'fa' ? 'persian' : local.calendar;
  return {
    language,
    digits: 'auto',
    calendar,
    secondaryCalendar: calendar === 'gregory' ? local.second : 'gregory',
    weekStart: local.weekStart,
    weekend: [...local.weekend],
    country,
    timeZone: local.timeZone,
    hourCycle: language === 'fa' || local.hours === 24 ? 'h23' : 'h12',
  };
}

interface Habits {
  readonly weekStart: number;
  readonly weekend: readonly number[];
  readonly timeZone: string;
  readonly calendar: Calendar;
  readonly second: Calendar | null;
  readonly hours: 12 | 24;
}

const [sunday, monday, friday, saturday] = [0, 1, 5, 6];

function habits(
  timeZone: string,
  week: readonly [start: number, ...weekend: number[]],
  rest: Partial<Habits> = {},
): Habits {
  const [weekStart, ...weekend] = week;
  return { timeZone, weekStart, weekend, calendar: 'gregory', second: null, hours: 12, ...rest };
}

const hijri: Partial<Habits> = { second: 'umalqura' };
const worldHabits = habits('UTC', [monday, saturday, sunday], { hours: 24 });

/** CLDR week data and tz database, 2025. Saudi offices keep the Umm al-Qura calendar, Iranian and Afghan ones the Solar Hijri. */
const habitsOf: Readonly<Record<string, Habits>> = {
  SA: habits('Asia/Riyadh', [sunday, friday, saturday], { calendar: 'umalqura', second: 'gregory' }),
  AE: habits('Asia/Dubai', [monday, saturday, sunday], hijri),
  BH: habits('Asia/Bahrain', [saturday, friday, saturday], hijri),
  KW: habits('Asia/Kuwait', [saturday, friday, saturday], hijri),
  OM: habits('Asia/Muscat', [saturday, friday, saturday], hijri),
  QA: habits('Asia/Qatar', [saturday, friday, saturday], hijri),
  YE: habits('Asia/Aden', [sunday, friday, saturday], hijri),
  EG: habits('Africa/Cairo', [saturday, friday, saturday], hijri),
  IQ: habits('Asia/Baghdad', [saturday, friday, saturday], hijri),
  JO: habits('Asia/Amman', [saturday, friday, saturday], hijri),
  SY: habits('Asia/Damascus', [saturday, friday, saturday], hijri),
  PS: habits('Asia/Hebron', [monday, friday, saturday], hijri),
  LB: habits('Asia/Beirut', [monday, saturday, sunday], hijri),
  SD: habits('Africa/Khartoum', [saturday, friday, saturday], hijri),
  LY: habits('Africa/Tripoli', [saturday, friday, saturday], { ...hijri, hours: 24 }),
  TN: habits('Africa/Tunis', [monday, saturday, sunday], { ...hijri, hours: 24 }),
  DZ: habits('Africa/Algiers', [saturday, friday, saturday], { ...hijri, hours: 24 }),
  MA: habits('Africa/Casablanca', [monday, saturday, sunday], { ...hijri, hours: 24 }),
  IR: habits('Asia/Tehran', [saturday, friday], { calendar: 'persian', second: 'gregory', hours: 24 }),
  AF: habits('Asia/Kabul', [saturday, friday], { calendar: 'persian', second: 'gregory', hours: 24 }),
  TR: habits('Europe/Istanbul', [monday, saturday, sunday], { hours: 24 }),
  PK: habits('Asia/Karachi', [sunday, saturday, sunday]),
  GB: habits('Europe/London', [monday, saturday, sunday], { hours: 24 }),
};
