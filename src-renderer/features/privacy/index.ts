// The public face of the privacy desk: its page.

export { PrivacyPage } from './PrivacyPage';
