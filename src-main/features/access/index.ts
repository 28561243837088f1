// What the engine and exports use of who did and who read what.

export { createAccessService } from './access.service';
export { declarePurpose, type DeclaredPurpose, type PurposeDesk, type Wanted } from './declare';
export { auditPage } from './audit-entries';
export { letterTo } from './letter';
