// What other features may use of the forecast.

export { createForecastService, getForecast as forecastOf } from './forecast.service';
export { takeSnapshot } from './snapshot-job';
