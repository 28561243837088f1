// What the engine uses of approvals.

export { createApprovalsService, type ApprovalsDeps, type Proven } from './approvals.service';
export { ApprovalSpent, permitFor, usePermit, type GateError } from './gate';
export type { AskedCall } from './need';
