// What other parts of the program may use of duplicates.

export type { Moment } from './candidates';
export { createDuplicatesService } from './duplicates.service';
export { textsOf } from './identity-facts';
export { peopleThen, type PeopleThen } from './people-then';
export { queuePair } from './queue-pair';
export { scanForDuplicates } from './scan-job';
export { scanInThread } from './scan-thread';
