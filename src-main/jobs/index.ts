// The public face of jobs/: declaring kinds of long work, and the desk that runs them.

export { createJobDesk, type JobBase, type JobDesk, type JobDeskDeps } from './job-desk';
export type { JobKind, JobRun, RunThreadTask, TaskThread, ThreadOptions, ThreadTarget, ThreadTask } from './job-kind';
export { deleteFinished, selectJob, selectJobs, type JobRow } from './jobs.sql';
