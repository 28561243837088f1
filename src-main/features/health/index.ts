// What the engine uses of health.

export { createHealthService, type HealthBase, type HealthPaper } from './health.service';
