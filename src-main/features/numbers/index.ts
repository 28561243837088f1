// What other features may use of numbers.

export { createNumbersService, nextNumber } from './numbers.service';
