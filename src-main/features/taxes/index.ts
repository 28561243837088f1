// What other features may use of taxes.

export { createTaxesService, taxById, taxesDue } from './taxes.service';
