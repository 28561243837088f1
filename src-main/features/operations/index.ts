// What the engine uses of operations.

export { undoOperations } from './undo-job';
export { createOperationsService } from './operations.service';
