// What the shell and the privacy desk use of emergency access.

export { EmergenciesTab } from './EmergenciesTab';
export { EmergencyBanner } from './EmergencyBanner';
export { EmergencyDialog } from './EmergencyDialog';
export { UnreviewedBanner } from './UnreviewedBanner';
