// What the shell uses of the forecast.

export { ForecastPage } from './ForecastPage';
