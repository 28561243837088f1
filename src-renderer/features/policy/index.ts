// The public face of rights: their page, and the units of the office as options of a field.

export { RightsPage } from './RightsPage';
export { useUnitOptions } from './use-unit-options';
