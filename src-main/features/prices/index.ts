// What other features may use of prices.

export { createPriceBooksService } from './price-books.service';
export { createPriceRulesService } from './price-rules.service';
export { createPricesService, createPricing } from './prices.service';
