// Rights as the office sets them: roles, units, memberships, stand-ins, and handing over what somebody owns.

import { setImmediate as breathe } from 'node:timers/promises';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { policyContract } from '@shared/features/policy/policy.contract';
import { permissionGeneration } from '@shared/core/permissions';
import { isWithin } from '@shared/features/policy/policy';
import { administrator, isShippedRole, shippedRoleIds } from '@shared/features/policy/shipped-roles';
import { addedSince, type StoredPolicy } from '@shared/features/policy/stored-policy';
import { fold } from '@shared/text/fold';
import { fewSeen, userActor, type Actor } from '../../access';
import type { ActionContext, CommandContext, Handlers, QueryContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { searchedBy } from '../../search';
import { listParties } from '../parties';
import { siteToday } from '../settings';
import { selectUser, selectUserExists } from '../users';
import { citiesOf, reachOf, rolePolicy, storedPolicy } from './actor-of';
import * as statements from './policy.sql';
import { countSeen } from './preview.sql';

/** Reads the base as somebody else would; supplied by the engine. */
export type SeeAs = <T>(actor: Actor, look: (db: ReadDb) => T) => T;

type Ops = (typeof policyContract)['operations'];

export function createPolicyService(seeAs: SeeAs): Handlers<typeof policyContract> {
  return {
    get: ({ db }) => ok({ roles: rolesOf(db), units: unitsOf(db), standIns: standInsOf(db) }),
    set: setRole,
    removeRole,
    saveUnit,
    removeUnit({ db }, { id }) {
      if (unitOf(db, id) === undefined) return fail('policy.unit-not-found');
      if (db.first(statements.selectUnitUse({ id }))?.used === 1) return fail('policy.unit-used');
      db.run(statements.deleteUnit(id));
      return ok({});
    },
    addMember,
    removeMember({ db }, { id }) {
      return db.run(statements.deleteMember(id)) === 0 ? fail('policy.member-not-found') : ok({});
    },
    addStandIn,
    removeStandIn({ db }, { id }) {
      return db.run(statements.deleteStandIn(id)) === 0 ? fail('policy.stand-in-not-found') : ok({});
    },
    handOverCount: ({ db }, { fromId }) => ok(db.first(statements.countHandOver({ user: fromId }))!),
    handOver,
    preview: (context, input) => preview(context, input, seeAs),
  };
}

export function rolesOf(db: ReadDb) {
  const holders = new Map(db.all(statements.countHolders({})).map(({ role, holders: count }) => [role, count]));
  const stored = db.all(statements.selectRoles({}));
  const own = stored.filter(({ id }) => !isShippedRole(id)).map(({ id }) => id);
  return [...shippedRoleIds, ...own].map((id) => {
    const row = stored.find((one) => one.id === id && id !== administrator);
    return {
      id,
      name: row?.name ?? null,
      policy: rolePolicy(db, id),
      isShipped: isShippedRole(id),
      isChanged: isShippedRole(id) && row !== undefined,
      addedSince: row === undefined ? {} : addedSince(id, storedPolicy(row.policy)),
      holders: holders.get(id) ?? 0,
    };
  });
}

function setRole(
  { db, ids, at, actor }: CommandContext,
  { id, name, policy, from }: InputOf<Ops['set']>,
): Answer<Ops['set']> {
  if (id === administrator) return fail('policy.role-fixed');
  if (actor.policy !== null && !isWithin(policy, actor.policy.role)) return fail('policy.beyond-own');
  const known = id === undefined ? undefined : db.first(statements.selectRole({ id }));
  if (id !== undefined && known === undefined && !isShippedRole(id)) return fail('policy.role-not-found');
  const called = name === undefined ? (known?.name ?? null) : name;
  if (called === null && (id === undefined || !isShippedRole(id))) return fail('policy.name-missing');
  const origin = known === undefined ? (from ?? null) : storedPolicy(known.policy).from;
  const stored: StoredPolicy = { ...policy, generation: permissionGeneration, from: origin };
  const row = { id: id ?? ids(), name: called, policy: JSON.stringify(stored), created_at: at, retired_at: null };
  db.run(statements.upsertRole(row));
  return ok({ id: row.id });
}

function removeRole({ db, at }: CommandContext, { id }: InputOf<Ops['removeRole']>): Answer<Ops['removeRole']> {
  if (id === administrator) return fail('policy.role-fixed');
  if (db.first(statements.selectRole({ id })) === undefined) return fail('policy.role-not-found');
  const held = db.all(statements.countHolders({})).some(({ role }) => role === id);
  if (held && !isShippedRole(id)) return fail('policy.role-held');
  db.run(statements.retireRole(id, at));
  return ok({});
}

const unitOf = (db: ReadDb, id: string): Tables['org_unit'] | undefined =>
  db.all(statements.selectUnits({})).find((unit) => unit.id === id);

function unitsOf(db: ReadDb) {
  const members = db.all(statements.selectMembers({}));
  return db.all(statements.selectUnits({})).map((unit) => ({
    id: unit.id,
    kind: unit.kind,
    name: unit.name,
    parentId: unit.parent_id,
    managerId: unit.manager_id,
    deputyId: unit.deputy_id,
    cities: citiesOf(unit),
    fromOn: unit.from_on,
    toOn: unit.to_on,
    members: members
      .filter(({ unit_id }) => unit_id === unit.id)
      .map(({ id, user_id, from_on, to_on }) => ({ id, userId: user_id, fromOn: from_on, toOn: to_on })),
  }));
}

const standInsOf = (db: ReadDb) =>
  db.all(statements.selectStandIns({})).map(({ id, for_id, by_id, from_on, to_on, reason }) => ({
    id,
    forId: for_id,
    byId: by_id,
    fromOn: from_on,
    toOn: to_on,
    reason,
  }));

function saveUnit({ db, ids, at }: CommandContext, draft: InputOf<Ops['saveUnit']>): Answer<Ops['saveUnit']> {
  const known = draft.id === undefined ? undefined : unitOf(db, draft.id);
  if (draft.id !== undefined && known === undefined) return fail('policy.unit-not-found');
  const parent = draft.parentId ?? null;
  if (parent !== null && unitOf(db, parent) === undefined) return fail('policy.unit-not-found');
  if (draft.id !== undefined && isBelow(db, parent, draft.id)) return fail('policy.unit-circle');
  const people = usersKnown(db, [draft.managerId, draft.deputyId]);
  if (!people.ok) return people;
  const dates = datesOf(draft);
  if (!dates.ok) return dates;
  const columns = {
    name: draft.name,
    parent_id: parent,
    manager_id: draft.managerId ?? null,
    deputy_id: draft.deputyId ?? null,
    cities: draft.cities.length === 0 ? null : JSON.stringify([...new Set(draft.cities.map(fold))]),
    ...dates.value,
  };
  if (known !== undefined) {
    db.run(statements.updateUnit(known.id, columns));
    return ok({ id: known.id });
  }
  const id = ids();
  db.run(statements.insertUnit({ id, kind: draft.kind, created_at: at, ...columns }));
  return ok({ id });
}

/** Whether a unit lies under another, or is that one. */
function isBelow(db: ReadDb, unit: string | null, above: string): boolean {
  const parents = new Map(db.all(statements.selectUnits({})).map(({ id, parent_id }) => [id, parent_id]));
  for (let at = unit; at !== null; at = parents.get(at) ?? null) if (at === above) return true;
  return false;
}

function usersKnown(
  db: ReadDb,
  people: readonly (string | null | undefined)[],
): Result<void, Failure<'policy.user-unknown'>> {
  for (const id of people)
    if (id !== null && id !== undefined && db.first(selectUserExists({ id })) === undefined)
      return fail('policy.user-unknown', { id });
  return ok(undefined);
}

function datesOf({ fromOn, toOn }: { fromOn?: string | null | undefined; toOn?: string | null | undefined }) {
  const from_on = fromOn ?? null;
  const to_on = toOn ?? null;
  if (from_on !== null && to_on !== null && to_on < from_on) return fail('policy.dates-order');
  return ok({ from_on, to_on });
}

function addMember({ db, ids }: CommandContext, draft: InputOf<Ops['addMember']>): Answer<Ops['addMember']> {
  if (unitOf(db, draft.unitId) === undefined) return fail('policy.unit-not-found');
  const known = usersKnown(db, [draft.userId]);
  if (!known.ok) return known;
  const dates = datesOf(draft);
  if (!dates.ok) return dates;
  const { unitId: unit_id, userId: user_id } = draft;
  const others = db.all(statements.selectMembers({}));
  if (others.some((one) => one.unit_id === unit_id && one.user_id === user_id)) return fail('policy.member-already');
  const id = ids();
  db.run(statements.insertMember({ id, unit_id, user_id, ...dates.value }));
  return ok({ id });
}

function addStandIn({ db, ids, at }: CommandContext, draft: InputOf<Ops['addStandIn']>): Answer<Ops['addStandIn']> {
  const { forId: for_id, byId: by_id, fromOn } = draft;
  if (for_id === by_id) return fail('policy.stand-in-self');
  const known = usersKnown(db, [for_id, by_id]);
  if (!known.ok) return known;
  const dates = datesOf(draft);
  if (!dates.ok) return dates;
  const id = ids();
  const row = { id, for_id, by_id, ...dates.value, from_on: fromOn, reason: draft.reason ?? null, created_at: at };
  db.run(statements.insertStandIn(row));
  return ok({ id });
}

/** Records a step: one commit holds the engine for a moment only. */
const STEP = 500;

async function handOver(
  { db, ids, commit }: ActionContext,
  { fromId, toId, reason }: InputOf<Ops['handOver']>,
): Promise<Answer<Ops['handOver']>> {
  if (fromId === toId) return fail('policy.hand-over-self');
  const known = usersKnown(db, [toId]);
  if (!known.ok) return known;
  if (db.first(selectUser({ id: fromId })) === undefined) return fail('policy.user-unknown', { id: fromId });
  const groupId = ids();
  const done = { parties: 0, roles: 0 };
  for (let step = STEP; step === STEP;) {
    const moved = commit<{ parties: number; roles: number }, never>(
      ({ db: write }) => {
        const parties = write.all(statements.selectOwned({ user: fromId, limit: STEP }));
        const roles = write.all(statements.selectHeldRoles({ user: fromId, limit: STEP - parties.length }));
        for (const { id } of parties) write.run(statements.giveParty(id, toId));
        for (const role of roles)
          write.run(
            statements.giveRole(role.id, {
              owner_id: role.owner_id === fromId ? toId : role.owner_id,
              deputy_id: role.deputy_id === fromId ? toId : role.deputy_id,
            }),
          );
        return ok({ parties: parties.length, roles: roles.length });
      },
      { groupId, ...(reason === undefined ? {} : { reason }) },
    );
    if (!moved.ok) return moved;
    step = moved.value.parties + moved.value.roles;
    done.parties += moved.value.parties;
    done.roles += moved.value.roles;
    await breathe();
  }
  return ok({ ...done, groupId: done.parties + done.roles === 0 ? null : groupId });
}

const PREVIEW_CAP = 10_000;

function preview(
  { db, clock }: QueryContext,
  { userId, policy, limit }: InputOf<Ops['preview']>,
  seeAs: SeeAs,
): Answer<Ops['preview']> {
  const user = db.first(selectUser({ id: userId }));
  if (user === undefined || user.status !== 'active') return fail('policy.user-unknown', { id: userId });
  const role = policy ?? rolePolicy(db, user.role);
  const today = siteToday(db, clock.now());
  const reach = reachOf(db, userId, today);
  const actor = userActor({ id: user.id, displayName: user.display_name, role: user.role }, role, reach);
  const total = db.first(countSeen({ table: 'party', cap: PREVIEW_CAP }))!;
  return seeAs(actor, (theirs) => {
    const page = listParties(theirs, {
      filter: {},
      sort: { by: 'created', direction: 'descending' },
      language: 'en',
      by: searchedBy(actor),
      few: fewSeen(theirs, actor),
      today,
      limit,
    });
    if (!page.ok) throw new Error(`the first page of a list cannot fail by ${page.error.code}`);
    return ok({
      seen: counted(theirs.first(countSeen({ table: 'party', cap: PREVIEW_CAP }))!),
      changed: counted(
        theirs.first(countSeen({ table: 'party', cap: PREVIEW_CAP, within: role.grants['parties.write'] }))!,
      ),
      total: counted(total),
      activities: counted(theirs.first(countSeen({ table: 'activity', cap: PREVIEW_CAP }))!),
      rows: page.value.rows,
    });
  });
}

const counted = ({ count }: { count: number }) => ({
  value: Math.min(count, PREVIEW_CAP),
  capped: count > PREVIEW_CAP,
});
