// The public face of needs.

export { UnmetNeedsDialog } from './UnmetNeedsDialog';
