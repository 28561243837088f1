// What the engine uses of the key of the base.

export { createKeysService, leftSince, olderKeySince, type OlderKey, type Rotator } from './keys.service';
export { resealField, type SealingBase } from './reseal-job';
export type { Classes } from './classes';
export { rotated, selectRemovedIds } from './keys.sql';
export { rekeyInThread, type Rekeyed } from './rekey-in-thread';
