// What other features may use of retention.

export type { BreachDeps } from './breach';
export { createRetentionHandlers } from './retention-handlers';
export { reviewRetention } from './review-job';
export { legalKeeps, retentionRules } from './rules';
export { putRule } from './retention.sql';
