// The public face of recovery: what stands on paper, and the panel that makes it.

export { CodeGroups } from './CodeGroups';
export { RecoveryCodeDialog } from './RecoveryCodeDialog';
export { RecoveryPanel } from './RecoveryPanel';
export { RecoverySheet } from './RecoverySheet';
