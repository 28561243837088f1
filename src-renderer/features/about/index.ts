// The public face of about.

export { AboutPage } from './AboutPage';
