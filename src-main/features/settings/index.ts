// What other features may use of settings.

export { createSettingsService, siteCountry, siteSettings, siteToday, userSettings } from './settings.service';
export { updatePreferences, upsertSite } from './settings.sql';
