// What the engine uses of jobs.

export { createJobsService, maySeeJob } from './jobs.service';
