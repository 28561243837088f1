// What the shell uses of health.

export { HealthPage } from './HealthPage';
export { useHealthWarning } from './use-health-warning';
