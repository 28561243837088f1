// What other features and the shell use of backups.

export { BackupsPanel, useAfterJobs } from './BackupsPanel';
export { RehearsalsPanel } from './RehearsalsPanel';
export { RestoreForm } from './RestoreForm';
export type { Restored } from './RestoreForm';
export { SalvageOffer } from './SalvageOffer';
export { ScheduleChoice } from './ScheduleChoice';
export { TargetsPanel, useAddTarget } from './TargetsPanel';
