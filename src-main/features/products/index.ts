// What other features may use of products.

export { categoriesById, taxIdsOf, unitsById } from './product-view';
export { createProductsService } from './products.service';
export { selectComponents, selectProduct } from './products.sql';
