// Settings of the site and of each user; what is not stored yet has its default.

import { weightsSum } from '@shared/features/leads/score';
import { SiteSettings, UserSettings, type settingsContract } from '@shared/features/settings/settings.contract';
import { defaultSite, defaultUserSettings, laterDefaults } from '@shared/features/settings/site-defaults';
import { remembered } from '@shared/core/remembered';
import { fail, ok } from '@shared/core/result';
import { dayInZone, isTimeZone } from '@shared/locale/zoned-time';
import type { Handlers } from '../../core/context';
import type { ReadDb } from '../../db';
import * as statements from './settings.sql';

export function createSettingsService(): Handlers<typeof settingsContract> {
  return {
    get: ({ db, actor }) => ok({ site: siteSettings(db), user: userSettings(db, actor.userId) }),
    updateSite({ db }, change) {
      const site = { ...siteSettings(db), ...change };
      if (site.duplicatesPossible > site.duplicatesLikely) return fail('settings.duplicates-order');
      if (weightsSum(site.leadWeights) !== 100) return fail('settings.lead-weights');
      if (!isTimeZone(site.timeZone)) return fail('settings.time-zone-unknown', { timeZone: site.timeZone });
      db.run(statements.upsertSite(JSON.stringify(site)));
      return ok(site);
    },
    updateUser({ db, actor }, change) {
      const user = { ...userSettings(db, actor.userId), ...change };
      if (actor.userId !== null) db.run(statements.updatePreferences(actor.userId, JSON.stringify(user)));
      return ok(user);
    },
  };
}

export function siteSettings(db: ReadDb): SiteSettings {
  return siteOf(db.first(statements.selectSite({}))?.value ?? 'null');
}

/** Every question asks for the day or the country of the site; what is stored is read once, until it is another text. */
const siteOf = remembered((stored: string): SiteSettings => {
  const kept = JSON.parse(stored) as { country?: unknown } | null;
  const site =
    kept === null ? null : { ...laterDefaults(typeof kept.country === 'string' ? kept.country : ''), ...kept };
  const parsed = SiteSettings.safeParse(site);
  return parsed.success ? parsed.data : defaultSite('ar', 'SA');
}, 10);

export function userSettings(db: ReadDb, userId: string | null): UserSettings {
  const site = siteSettings(db);
  const stored = userId === null ? undefined : db.first(statements.selectPreferences({ user: userId }));
  const defaults = defaultUserSettings('ar', site.country);
  if (stored?.preferences === undefined || stored.preferences === null) return defaults;
  const parsed = UserSettings.safeParse({ ...defaults, ...(JSON.parse(stored.preferences) as object) });
  return parsed.success ? parsed.data : defaults;
}

/** The country whose form a number without a country code has. ISO 3166-1 alpha-2. */
export const siteCountry = (db: ReadDb): string => siteSettings(db).country;

/** The civil date at the site's time zone. */
export const siteToday = (db: ReadDb, now: number): string => dayInZone(now, siteSettings(db).timeZone);
