// Every kind of long work there is. A feature declares its kinds; here they are named once.

import { addAttachments, saveAttachment, sweepAttachments, type AttachmentDeps } from '../features/attachments';
import { exportLog, verifyLog, type AuditBase } from '../features/audit';
import { makeBackup, rehearseBackup, type BackupDeps, type RehearsalDeps } from '../features/backups';
import { checkBase } from '../features/base';
import { scanForDuplicates } from '../features/duplicates';
import { takeSnapshot } from '../features/forecast';
import { executeErasure, type ErasureDeps } from '../features/erasure';
import { resealField, type SealingBase } from '../features/keys';
import { makePack } from '../features/requests';
import { reviewRetention } from '../features/retention';
import { exitDrill, makeExit, makeExport, type DrillDeps } from '../features/exports';
import { undoOperations } from '../features/operations';
import { scanQuality } from '../features/quality';
import type { JobKind } from '../jobs';

export type JobKindDeps = BackupDeps &
  RehearsalDeps &
  DrillDeps & {
    readonly attachments: AttachmentDeps;
    readonly erasure: ErasureDeps;
    readonly auditBase: () => AuditBase;
    readonly sealingBase: () => SealingBase;
  };

export const jobKinds = (deps: JobKindDeps): readonly JobKind[] => [
  addAttachments(deps.attachments),
  saveAttachment(deps.attachments),
  sweepAttachments(deps.attachments),
  checkBase,
  verifyLog,
  exportLog(deps.auditBase),
  makeBackup(deps),
  rehearseBackup(deps),
  scanForDuplicates,
  makeExport(deps),
  makeExit(deps),
  exitDrill(deps),
  undoOperations,
  scanQuality,
  takeSnapshot,
  executeErasure(deps.erasure),
  makePack(deps.attachments),
  reviewRetention,
  resealField(deps.sealingBase),
];
