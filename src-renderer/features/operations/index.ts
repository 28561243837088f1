// The public face of operations: the ledger page, undo with its outcome, changes in words.

export { UndoProgress } from './UndoProgress';
export { ChangeLines } from './ChangeLines';
export { changeTitle, commandWords } from './change-words';
export { OperationsPage } from './OperationsPage';
export { OutcomeBuckets, UndoDialog } from './UndoDialog';
export { outcomeWords, undo, useDone } from './use-done';
export type { Done, UndoOutcome, UndoTarget } from './use-done';
export { useMayUndo } from './use-may-undo';
export { useUserOptions } from './use-user-options';
