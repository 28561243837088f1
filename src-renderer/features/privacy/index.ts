// The public face of the privacy desk: its page, and purposes in words.

export { PrivacyPage } from './PrivacyPage';
export { ReturnWarning } from './ReturnWarning';
export { usePurposeWords } from './purpose-words';
