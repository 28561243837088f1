// What other features may use of quotes.

export { projectQuotes } from './quote-projection';
export { createQuotesService } from './quotes.service';
export { belowListOf } from './below-list';
