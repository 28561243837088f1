// The public face of the first run.

export { countryOptions } from './first-run-form';
export { FirstRunWizard } from './FirstRunWizard';
export type { FirstRunWizardProps } from './FirstRunWizard';
