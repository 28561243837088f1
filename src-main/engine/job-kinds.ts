// Every kind of long work there is. A feature declares its kinds; here they are named once.

import { makeBackup, rehearseBackup, type BackupDeps, type RehearsalDeps } from '../features/backups';
import { checkBase } from '../features/base';
import { scanForDuplicates } from '../features/duplicates';
import type { JobKind } from '../jobs';

export type JobKindDeps = BackupDeps & RehearsalDeps;

export const jobKinds = (deps: JobKindDeps): readonly JobKind[] => [
  checkBase,
  makeBackup(deps),
  rehearseBackup(deps),
  scanForDuplicates,
];
