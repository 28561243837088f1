// What the engine uses of health.

export { createHealthService, type HealthBase } from './health.service';
