// What other features may use of goals.

export { askedOf, fiscalOf, type Asked } from './asked';
export { wonGoals, type WonGoals } from './goal-targets';
export { createGoalsService } from './goals.service';
