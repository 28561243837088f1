// Settings of the site (for everybody) and of each user (language, digits, calendar, look).

import { z } from 'zod';
import { command, defineContract, query } from '../../core/contract';
import { ScoreWeights } from '../leads/score';
import { cardPolicies } from '../privacy/card-guard';
import { OfficeHours } from '../../core/office-hours';
import { CalendarName, CountryCode, LanguageCode, Line } from '../../core/schemas';

export const themes = ['light', 'dark', 'system'] as const;
export const textSizes = ['normal', 'large', 'largest'] as const;
export const densities = ['compact', 'default', 'comfortable'] as const;

export const watchedOthers = ['off', 'outside-unit', 'outside-own'] as const;

export const SiteSettings = z.strictObject({
  officeName: Line,
  country: CountryCode,
  /** 0 Sunday … 6 Saturday. */
  weekStart: z.number().int().min(0).max(6),
  weekend: z.array(z.number().int().min(0).max(6)).max(3),
  /** When the office works on the other days. */
  officeHours: OfficeHours,
  timeZone: z.string().max(60),
  /** The calendar of the fiscal year, and the month of it with which a year begins. */
  fiscalCalendar: CalendarName,
  fiscalMonth: z.number().int().min(1).max(12),
  /** Minutes without a touch before the base locks itself. */
  lockMinutes: z.number().int().min(1).max(60),
  /** What an import does with a phone or date it cannot read. */
  importUnreadable: z.enum(['reject', 'keep-as-text']),
  /** From how many percent on two records are called likely, and possible, duplicates. */
  duplicatesLikely: z.number().int().min(50).max(99),
  duplicatesPossible: z.number().int().min(10).max(99),
  /** The largest file that may be attached, in millions of bytes. */
  attachmentMegabytes: z.number().int().min(1).max(10_000),
  /** How a letter "who looked at my file" says who: by the role of each, or by name. */
  letterNames: z.enum(['roles', 'names']),
  /**
   * Whether looking at another's record is written down where nothing sensitive is shown: never; of records that neither the reader nor
   * anybody of their units holds; of all that the reader does not hold.
   */
  watchOthers: z.enum(watchedOthers),
  /** For how many minutes it holds what somebody has said they look at a record for, where their role must say it. */
  purposeMinutes: z.number().int().min(1).max(480),
  /** What becomes of a card number in free text. */
  cardNumbers: z.enum(cardPolicies),
  /** Years at which the law of the office's country makes somebody an adult, counted in a calendar. */
  majorityAge: z.number().int().min(12).max(25),
  majorityCalendar: CalendarName,
  /** From how many years on a minor is told something about themselves. */
  ownVoiceAge: z.number().int().min(0).max(25),
  /** Fewer people than this are never counted apart by a sensitive value: who they are could be guessed. */
  smallGroup: z.number().int().min(2).max(50),
  /** Rows of one export, and of all exports of one person in 24 hours, beyond which it must be approved. */
  approvalExportRows: z.number().int().min(1).max(100_000),
  approvalExportDaily: z.number().int().min(1).max(1_000_000),
  /** Records one person may move to the bin in 24 hours before more must be approved. */
  approvalRemovals: z.number().int().min(1).max(10_000),
  /** By how many percent a quote may be below the price book before issuing it must be approved. */
  quoteDiscountPercent: z.number().int().min(0).max(100),
  /**
   * when-possible: where nobody else may approve, the passphrase of whoever asks is enough, and the log says that they were alone.
   * always: then it cannot be done.
   */
  fourEyes: z.enum(['when-possible', 'always']),
  /** Working minutes the office gives itself for the first response to a lead. */
  leadResponseMinutes: z.number().int().min(1).max(20_160),
  /** The most points of each rule by which leads are judged. */
  leadWeights: ScoreWeights,
});
export type SiteSettings = z.infer<typeof SiteSettings>;

/** Changing how much must be approved must itself be approved. */
export const protectedSettings = [
  'approvalExportRows',
  'approvalExportDaily',
  'approvalRemovals',
  'quoteDiscountPercent',
  'fourEyes',
] as const satisfies readonly (keyof SiteSettings)[];

export const UserSettings = z.strictObject({
  language: LanguageCode,
  digits: z.enum(['auto', 'latn', 'arab', 'arabext']),
  calendar: CalendarName,
  secondaryCalendar: CalendarName.nullable(),
  hourCycle: z.enum(['h12', 'h23']),
  theme: z.enum(themes),
  textSize: z.enum(textSizes),
  density: z.enum(densities),
});
export type UserSettings = z.infer<typeof UserSettings>;

export const settingsContract = defineContract('settings', {
  get: query({
    permission: 'session.use',
    input: z.strictObject({}),
    output: z.object({ site: SiteSettings, user: UserSettings }),
    errors: [],
  }),
  updateSite: command({
    permission: 'settings.manage',
    input: SiteSettings.partial(),
    approval: {
      rule: 'settings',
      exactly: (input) => Object.fromEntries(protectedSettings.map((key) => [key, input[key]])),
    },
    output: SiteSettings,
    errors: ['settings.time-zone-unknown', 'settings.duplicates-order', 'settings.lead-weights'],
  }),
  updateUser: command({
    permission: 'session.use',
    input: UserSettings.partial(),
    output: UserSettings,
    errors: [],
  }),
});
