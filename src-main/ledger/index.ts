// The public face of ledger/: the unit of work, the audit chain, undo.

export {
  createUnitOfWork,
  type Committed,
  type OperationContext,
  type Projection,
  type UnitOfWork,
  type Work,
} from './unit-of-work';
export type { ChangeSummary } from './summary';
export { verifyChain, type ChainReport } from './verify-chain';
export { isWhole, verifyAudit, type AuditReport } from './verify-audit';
export { eraseWords, type Words } from './erase-words';
export type { Signer } from './notary';
export { rewindOperation } from './rewind';
export { selectFirstAfter, selectLastChanging } from './rewind.sql';
export { reversalOf, type Reversal, type UndoCount } from './undo';
export {
  selectFirstOfGroup,
  selectOperation,
  selectStandingOfGroup,
  selectUndoOf,
  stands,
  undoCommand,
} from './ledger.sql';
