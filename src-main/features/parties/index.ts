// What other features may use of parties.

export { createParty, createPartiesService, type Creating, type ErasedBefore } from './parties.service';
export { createPartyProjection, projectParty, type PartyProjectionState } from './party-projection';
export { insertPartyDraft, insertPreparedParty, type InsertContext } from './party-insert';
export { prepareParty, type PreparedParty } from './prepared-party';
export { countListed, eachListed, listParties } from './party-list';
export { rightsOn } from './party-rights';
export { partyRefsOf, type PartyRef } from './party-refs';
export { isUnknownUnit, updateParty } from './party-update';
export { survivorOf } from './survivor';
export type { ListQuery } from './party-list.sql';
export { partyByKey, partyOfOwnId } from './party-by-key';
export {
  selectAddresses,
  selectContactPoints,
  selectNames,
  selectParty,
  selectPartyExists,
  selectRoleStages,
} from './parties.sql';
