// The public face of access/: who acts, what they may see, and what they may change.

export { namesUnseen } from './unseen.sql';
export { withoutGuessable, withoutSmall, type Group } from './small-groups';
export { ActorRef, refOf, scopeFor, seesWhole, systemActor, userActor, type Actor, type UserIdentity } from './actor';
export { CardNumberFound, refuseCardNumbers } from './card-guard';
export { dressed, dressedInEmergency, undressed } from './dress';
export { fewSeen } from './few-seen.sql';
export { guardChanges, OutOfReach, withinScope } from './guard.sql';
export { anothersAmong } from './others.sql';
export { initials, isMasked } from './mask-sql';
export { PurposeNeeded } from './purpose-needed';
export { alone, type Policy, type Reach } from './policy';
export { peopleOf } from './scope-sql';
