// The public face of home.

export { HomePage } from './HomePage';
