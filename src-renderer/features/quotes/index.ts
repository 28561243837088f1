// The public face of quotes: their list, the page of one, and those of a party or a deal.

export { QuotesPage } from './QuotesPage';
export { QuotePage } from './QuotePage';
export type { QuotePageProps } from './QuotePage';
export { QuotesOf } from './QuotesOf';
export type { QuotesOfProps } from './QuotesOf';
