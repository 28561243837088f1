// What other features may use of products.

export { categoriesById, eachProduct, taxIdsOf, unitsById } from './product-view';
export { createProductsService } from './products.service';
export { selectComponents, selectProduct } from './products.sql';
