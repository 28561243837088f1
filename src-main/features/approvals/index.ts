// What the engine uses of approvals.

export { createApprovalsService } from './approvals.service';
export type { ApprovalsDeps, Proven } from './deciding';
export { ApprovalSpent, permitFor, usePermit, type GateError } from './gate';
export type { AskedCall } from './need';
