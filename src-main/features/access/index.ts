// What the engine and exports use of who did and who read what.

export { createAccessService } from './access.service';
export { auditPage } from './audit-entries';
export { letterTo } from './letter';
