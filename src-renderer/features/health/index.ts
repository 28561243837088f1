// What the shell uses of health.

export { HealthPage } from './HealthPage';
