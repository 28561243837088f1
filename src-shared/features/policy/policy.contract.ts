// Rights: roles and what they may see and do, the units of the office, who works where and who stands in for whom.

import { z } from 'zod';
import { orgUnitKinds } from '../../catalogue';
import { action, command, defineContract, query } from '../../core/contract';
import { Id } from '../../core/ids';
import { CappedCount, CivilDate, Line, PageLimit } from '../../core/schemas';
import { PartyRow } from '../parties/party';
import { RolePolicy } from './policy';
import { RoleId } from './role-id';

export const AccessRole = z.object({
  id: RoleId,
  /** Null while the role bears the words it ships with. */
  name: z.string().nullable(),
  policy: RolePolicy,
  isShipped: z.boolean(),
  /** Whether the office has changed a role that ships with the product. */
  isChanged: z.boolean(),
  /** What came to the list of permissions after the role was saved, as far as its preset gives it: to be taken over or left. */
  addedSince: RolePolicy.shape.grants,
  holders: z.number().int(),
});
export type AccessRole = z.infer<typeof AccessRole>;

const Dates = { fromOn: CivilDate.nullish(), toOn: CivilDate.nullish() };

export const OrgMember = z.object({ id: Id, userId: Id, fromOn: CivilDate.nullable(), toOn: CivilDate.nullable() });
export const OrgUnit = z.object({
  id: Id,
  kind: z.enum(orgUnitKinds),
  name: z.string(),
  parentId: Id.nullable(),
  managerId: Id.nullable(),
  deputyId: Id.nullable(),
  /** Of a territory: its cities, folded. */
  cities: z.array(z.string()),
  fromOn: CivilDate.nullable(),
  toOn: CivilDate.nullable(),
  members: z.array(OrgMember),
});
export type OrgUnit = z.infer<typeof OrgUnit>;

export const StandIn = z.object({
  id: Id,
  forId: Id,
  byId: Id,
  fromOn: CivilDate,
  toOn: CivilDate.nullable(),
  reason: z.string().nullable(),
});
export type StandIn = z.infer<typeof StandIn>;

export const policyContract = defineContract('policy', {
  get: query({
    permission: 'users.read',
    input: z.strictObject({}),
    output: z.object({ roles: z.array(AccessRole), units: z.array(OrgUnit), standIns: z.array(StandIn) }),
    errors: [],
  }),
  /** Makes a role, or changes one; without `id` a new one is made. The role of administrators stays as it is. */
  set: command({
    permission: 'policy.manage',
    /** `from`: which role a new one is a copy of. */
    input: z.strictObject({
      id: RoleId.optional(),
      name: Line.nullish(),
      policy: RolePolicy,
      from: RoleId.optional(),
    }),
    output: z.object({ id: RoleId }),
    approval: { rule: 'rights', exactly: (input) => input },
    errors: ['policy.role-not-found', 'policy.role-fixed', 'policy.name-missing', 'policy.beyond-own'],
  }),
  /** Takes a role of the office away, or gives one that ships with the product its own rights again. */
  removeRole: command({
    permission: 'policy.manage',
    input: z.strictObject({ id: RoleId }),
    output: z.object({}),
    approval: { rule: 'rights', exactly: (input) => input },
    errors: ['policy.role-not-found', 'policy.role-fixed', 'policy.role-held'],
  }),
  saveUnit: command({
    permission: 'policy.manage',
    input: z.strictObject({
      id: Id.optional(),
      kind: z.enum(orgUnitKinds),
      name: Line,
      parentId: Id.nullish(),
      managerId: Id.nullish(),
      deputyId: Id.nullish(),
      cities: z.array(Line).max(500).default([]),
      ...Dates,
    }),
    output: z.object({ id: Id }),
    errors: ['policy.unit-not-found', 'policy.unit-circle', 'policy.user-unknown', 'policy.dates-order'],
  }),
  removeUnit: command({
    permission: 'policy.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['policy.unit-not-found', 'policy.unit-used'],
  }),
  addMember: command({
    permission: 'policy.manage',
    input: z.strictObject({ unitId: Id, userId: Id, ...Dates }),
    output: z.object({ id: Id }),
    errors: ['policy.unit-not-found', 'policy.user-unknown', 'policy.member-already', 'policy.dates-order'],
  }),
  removeMember: command({
    permission: 'policy.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['policy.member-not-found'],
  }),
  /** From a day to a day `byId` sees and does with the parties of `forId` what their own role allows with their own. */
  addStandIn: command({
    permission: 'policy.manage',
    input: z.strictObject({
      forId: Id,
      byId: Id,
      fromOn: CivilDate,
      toOn: CivilDate.nullish(),
      reason: Line.nullish(),
    }),
    output: z.object({ id: Id }),
    errors: ['policy.user-unknown', 'policy.stand-in-self', 'policy.dates-order'],
  }),
  removeStandIn: command({
    permission: 'policy.manage',
    input: z.strictObject({ id: Id }),
    output: z.object({}),
    errors: ['policy.stand-in-not-found'],
  }),
  /** What a hand-over would move: records they own, whom those records are, and roles they hold a part in. */
  handOverCount: query({
    permission: 'policy.manage',
    input: z.strictObject({ fromId: Id }),
    output: z.object({ records: z.number().int(), people: z.number().int(), roles: z.number().int() }),
    errors: [],
  }),
  /** Everything one person owns goes to another: parties, and their part as owner or deputy of roles. In steps, undone as one. */
  handOver: action({
    permission: 'policy.manage',
    input: z.strictObject({ fromId: Id, toId: Id, reason: Line.optional() }),
    /** By `groupId` it is undone as one; null when there was nothing to hand over. */
    output: z.object({ parties: z.number().int(), roles: z.number().int(), groupId: Id.nullable() }),
    errors: ['policy.user-unknown', 'policy.hand-over-self'],
  }),
  /** What somebody sees, or would see with another policy: counts, and the first rows of the list of people as they have it. */
  preview: query({
    permission: 'policy.manage',
    input: z.strictObject({ userId: Id, policy: RolePolicy.optional(), limit: PageLimit }),
    output: z.object({
      seen: CappedCount,
      changed: CappedCount,
      total: CappedCount,
      activities: CappedCount,
      rows: z.array(PartyRow),
    }),
    errors: ['policy.user-unknown'],
  }),
});
