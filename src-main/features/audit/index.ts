// What the engine uses of the proof of the log.

export type { AuditBase } from './audit-base';
export { createAuditService, type AuditDeps } from './audit.service';
export { exportLog, writeLogInThread } from './export-log';
export { verifyLog, verifyLogInThread } from './verify-log';
