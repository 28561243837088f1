// The public face of ledger/: the unit of work, the audit chain, undo.

export {
  createUnitOfWork,
  type Committed,
  type OperationContext,
  type Projection,
  type UnitOfWork,
  type UnitOfWorkDeps,
  type Work,
} from './unit-of-work';
export type { ChangeSummary } from './summary';
export { verifyChain, type ChainReport } from './verify-chain';
export { selectLastCheckpoint, selectSigners } from './audit.sql';
export { checkLogFile, createLogReader } from './log/check-file';
export { createLogChecker, logFaults, type LogReport } from './log/check';
export { hex } from './log/format';
export { createLogSum, logEnd, logLines } from './log/lines';
export { isWhole, verifyAudit, type AuditReport } from './verify-audit';
export { createAccessLog, peopleOf, recordOf, type AccessLog } from './access-log';
export type { Noted } from './looks';
export { eraseWords, type Words } from './erase-words';
export { ledgerTime, stampBefore } from './ledger-time';
export type { Signer } from './notary';
export { rewindOperation } from './rewind';
export { selectFirstAfter, selectLastChanging } from './rewind.sql';
export { reversalOf, type Reversal, type UndoCount } from './undo';
export {
  lastBefore,
  selectFirstOfGroup,
  selectLastOperation,
  selectOperation,
  selectStandingOfGroup,
  selectUndoOf,
  stands,
  undoCommand,
} from './ledger.sql';
