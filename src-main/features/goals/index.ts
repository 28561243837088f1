// What other features may use of goals.

export { askedOf, fiscalOf, type Asked } from './asked';
export { wonGoals, type WonGoals } from './goal-targets';
export { insertGoal } from './goals.sql';
export { createGoalsService } from './goals.service';
