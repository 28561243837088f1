// The public face of consent: what a record's page shows of it.

export { ConsentSection } from './ConsentSection';
export { useSuppressedPoints } from './use-suppressed-points';
