// The public face of settings.

export { SettingsPage } from './SettingsPage';
