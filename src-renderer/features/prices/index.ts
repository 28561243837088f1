// The public face of prices: what something costs, books, rules, taxes and units.

export { CostDialog } from './CostDialog';
export { PriceBooksPanel } from './PriceBooksPanel';
export { PriceRulesPanel } from './PriceRulesPanel';
export { PricesPanel } from './PricesPanel';
export { ProductPicker } from './ProductPicker';
export { TaxesPanel } from './TaxesPanel';
export { CategoriesPanel, UnitsPanel } from './UnitsPanel';
export { optionsOf, useOptions, usePriceBooks, useTaxes } from './use-offer';
