// What the engine uses of operations.

export { undoTarget } from './chosen-operations';
export { undoOperations } from './undo-job';
export { createOperationsService } from './operations.service';
