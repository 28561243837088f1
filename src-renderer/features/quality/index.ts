// The public face of quality: its page, and how complete one record is.

export { CompletenessPanel } from './CompletenessPanel';
export { QualityPage } from './QualityPage';
