// What the engine uses of recovery.

export { createRecoveryService, type RecoveryDeps } from './recovery.service';
