// What the engine uses of operations.

export { createOperationsService } from './operations.service';
