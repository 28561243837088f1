// What a new site and a new user start with, by country and language.

import { defaultPreferences } from '../../locale/preferences';
import { usualHours } from '../../core/office-hours';
import { defaultWeights } from '../leads/score';
import { defaultThresholds } from '../duplicates/judge';
import type { Language } from '../../locale/language';
import type { SiteSettings, UserSettings } from './settings.contract';

/** Where the general law counts otherwise than eighteen years. */
const majorityAges: Readonly<Record<string, number>> = { EG: 21, KW: 21, BH: 21 };

/** For sites whose settings were stored before these existed, too. */
export const laterDefaults = (country: string) => ({
  officeHours: usualHours,
  duplicatesLikely: defaultThresholds.likely,
  duplicatesPossible: defaultThresholds.possible,
  attachmentMegabytes: 100,
  letterNames: 'roles' as const,
  watchOthers: 'outside-unit' as const,
  purposeMinutes: 30,
  cardNumbers: 'refuse' as const,
  majorityAge: majorityAges[country] ?? 18,
  majorityCalendar: defaultPreferences('ar', country).calendar,
  fiscalCalendar:
    defaultPreferences('en', country).calendar === 'persian' ? ('persian' as const) : ('gregory' as const),
  fiscalMonth: 1,
  ownVoiceAge: 15,
  smallGroup: 5,
  approvalExportRows: 200,
  approvalExportDaily: 1000,
  approvalRemovals: 50,
  quoteDiscountPercent: 10,
  fourEyes: 'when-possible' as const,
  leadResponseMinutes: 60,
  leadWeights: defaultWeights,
});

export function defaultSite(language: Language, country: string): SiteSettings {
  const { weekStart, weekend, timeZone } = defaultPreferences(language, country);
  return {
    officeName: { ar: 'مكتبنا', fa: 'دفتر ما', en: 'Our office' }[language],
    country,
    weekStart,
    weekend: [...weekend],
    timeZone,
    lockMinutes: 10,
    importUnreadable: 'reject',
    ...laterDefaults(country),
  };
}

export function defaultUserSettings(language: Language, country: string): UserSettings {
  const { digits, calendar, secondaryCalendar, hourCycle } = defaultPreferences(language, country);
  return {
    language,
    digits,
    calendar,
    secondaryCalendar,
    hourCycle,
    theme: 'system',
    textSize: 'normal',
    density: 'default',
  };
}
