// What other parts of the program may use of duplicates.

export { createDuplicatesService } from './duplicates.service';
export { scanForDuplicates } from './scan-job';
export { scanInThread } from './scan-thread';
