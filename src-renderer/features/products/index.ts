// The public face of products: the catalogue and one product's page.

export { ProductPage } from './ProductPage';
export { ProductsPage } from './ProductsPage';
