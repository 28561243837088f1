// What other features may use of the forecast.

export { createForecastService } from './forecast.service';
export { takeSnapshot } from './snapshot-job';
