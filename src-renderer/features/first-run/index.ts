// The public face of the first run.

export { RecoveryCode } from './CodeStep';
export { countryOptions } from './first-run-form';
export { FirstRunWizard } from './FirstRunWizard';
export type { FirstRunWizardProps } from './FirstRunWizard';
