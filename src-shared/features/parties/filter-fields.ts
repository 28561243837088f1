// What the filters of a list look at.

import type { PartyFilter } from './party';

/**
 * What each filter looks at, as fields of the catalogue: whoever does not see them whole may not filter by it. A list is counted as it
 * is filtered, so none may be of class 3: small groups could be told apart by two filters.
 */
export const filterFields: Readonly<Record<keyof PartyFilter, readonly `${string}.${string}`[]>> = {
  kinds: ['party.kind'],
  roleType: ['party_role.type'],
  roleStage: ['party_role.stage'],
  ownerId: ['party.owner_id'],
  unitId: ['party.unit_id'],
  teamId: ['party.owner_id'],
  status: ['party.status'],
  city: ['address.city'],
  language: ['party.language'],
  text: ['party_name.text', 'contact_point.value'],
  createdFrom: ['party.created_at'],
  createdTo: ['party.created_at'],
  deleted: ['party.deleted_at'],
};
