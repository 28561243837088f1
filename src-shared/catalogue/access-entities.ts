// Who may see what: the units of the office, who works in them, who stands in for whom, and the roles with their rights.

import { choice, civilDate, defineEntity, instant, json, reference, text } from './field';

export const orgUnitKinds = ['branch', 'department', 'team', 'territory'] as const;

const once = { merge: 'once', required: true } as const;

export const orgUnitEntity = defineEntity({
  key: 'org_unit',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    kind: choice(1, orgUnitKinds, once),
    name: text(1, { required: true }),
    parent_id: reference('org_unit', { merge: 'guard' }),
    manager_id: reference('app_user', { merge: 'guard' }),
    deputy_id: reference('app_user', { merge: 'guard' }),
    /** Of a territory: the folded names of its cities, as a JSON list. */
    cities: json(1),
    from_on: civilDate(1),
    to_on: civilDate(1),
    created_at: instant(1, once),
  },
});

export const orgMemberEntity = defineEntity({
  key: 'org_member',
  subject: null,
  data: 'staff',
  kept: 'office',
  fields: {
    unit_id: reference('org_unit', once),
    user_id: reference('app_user', once),
    from_on: civilDate(1),
    to_on: civilDate(1),
  },
});

/** `by_id` sees and does what `for_id` may with the parties that are theirs: holiday cover and delegation. */
export const standInEntity = defineEntity({
  key: 'stand_in',
  subject: null,
  data: 'staff',
  kept: 'office',
  fields: {
    for_id: reference('app_user', once),
    by_id: reference('app_user', once),
    from_on: civilDate(1, { required: true }),
    to_on: civilDate(1),
    reason: text(1),
    created_at: instant(1, once),
  },
});

/** A role as the office has it. A row with the id of a role that ships with the product stands in its place. */
export const accessRoleEntity = defineEntity({
  key: 'access_role',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    name: text(1),
    policy: json(1, { required: true, merge: 'guard' }),
    created_at: instant(1, once),
    retired_at: instant(1, { merge: 'guard' }),
  },
});
