// What other features may use of parties.

export { createPartiesService } from './parties.service';
export { createPartyProjection, projectParty, type PartyProjectionState } from './party-projection';
export { insertPartyDraft, insertPreparedParty, type InsertContext } from './party-insert';
export { prepareParty, type PreparedParty } from './prepared-party';
export { updateParty } from './party-update';
export {
  selectAddresses,
  selectContactPoints,
  selectNames,
  selectParty,
  selectPartyByExternalKey,
  selectPartyExists,
  selectRoleStages,
} from './parties.sql';
