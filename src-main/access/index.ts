// The public face of access/: who acts, and what they may see.

export { systemActor, userActor, type Actor, type UserIdentity } from './actor';
export { maskIdentifier, maskedText, seesSensitive } from './mask.sql';
