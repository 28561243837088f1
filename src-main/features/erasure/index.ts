// What other features and the engine may use of erasing.

export { carryOutPending, type Carrying } from './carry-out';
export { createErasureService } from './erasure-handlers';
export { executeErasure, executeJob, type ErasureDeps } from './execute-job';
export { isMarked, mark } from './marked';
export { createErasedCheck, type ErasedCheck, type Particulars } from './marks';
export { createReturnHandlers, erasedBefore } from './returned';
export { redacted } from './erase-rows';
export { findResidueInThread } from './residue';
export { placesOf } from './subject-map';
