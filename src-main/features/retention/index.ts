// What other features may use of retention.

export { legalKeeps } from './rules';
