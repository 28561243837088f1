// Who somebody is today: their role as the office has it, the units they work in, and whom they stand in for.

import { permissionGeneration } from '@shared/core/permissions';
import { isWithin, type RolePolicy } from '@shared/features/policy/policy';
import { administrator, isShippedRole, shippedRoles } from '@shared/features/policy/shipped-roles';
import { StoredPolicy } from '@shared/features/policy/stored-policy';
import { userActor, type Actor, type Reach } from '../../access';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ReadDb, Tables } from '../../db';
import { siteToday } from '../settings';
import { selectUser } from '../users';
import * as statements from './policy.sql';

/** An active user as an actor; null when there is none such. `now` in ms UTC. */
export function actorOf(db: ReadDb, userId: string, now: number): Actor | null {
  const user = db.first(selectUser({ id: userId }));
  if (user === undefined || user.status !== 'active') return null;
  const identity = { id: user.id, displayName: user.display_name, role: user.role };
  return userActor(identity, rolePolicy(db, user.role), reachOf(db, userId, siteToday(db, now)));
}

/** What a role allows; a role that is gone or cannot be read allows nothing but the program itself. */
export function rolePolicy(db: ReadDb, id: string): RolePolicy {
  if (id === administrator) return shippedRoles.administrator;
  const row = db.first(statements.selectRole({ id }));
  if (row !== undefined) return withoutOrigin(storedPolicy(row.policy));
  return isShippedRole(id) ? shippedRoles[id] : nothing;
}

const withoutOrigin = ({ generation: _, from: __, ...policy }: StoredPolicy): RolePolicy => policy;

/** What the office calls a role; null where it bears the words it ships with. */
export const roleNameOf = (db: ReadDb, id: string): string | null =>
  db.first(statements.selectRole({ id }))?.name ?? null;

/** Nobody gives a role that holds what their own does not: who manages users would make themselves an administrator. */
export function mayGiveRole(
  db: ReadDb,
  { policy }: Actor,
  id: string,
): Result<void, Failure<'users.role-unknown' | 'users.role-beyond'>> {
  if (!isShippedRole(id) && db.first(statements.selectRole({ id })) === undefined)
    return fail('users.role-unknown', { id });
  if (policy === null || isWithin(rolePolicy(db, id), policy.role)) return ok(undefined);
  return fail('users.role-beyond', { id });
}

export const nothing: RolePolicy = {
  grants: { 'session.use': 'all' },
  personal: 'hidden',
  sensitive: 'hidden',
  fields: {},
  purpose: [],
};

/** The rights of a role as its row keeps them. */
export function storedPolicy(text: string): StoredPolicy {
  const policy = StoredPolicy.safeParse(JSON.parse(text));
  return policy.success ? policy.data : { ...nothing, generation: permissionGeneration, from: null };
}

interface Dated {
  readonly from_on: string | null;
  readonly to_on: string | null;
}

const isIn =
  (today: string) =>
  ({ from_on, to_on }: Dated): boolean =>
    (from_on === null || from_on <= today) && (to_on === null || to_on >= today);

/** Whose records are one's own, one's team's and one's branch's on a day. */
export function reachOf(db: ReadDb, userId: string, today: string): Reach {
  const now = isIn(today);
  const units = db.all(statements.selectUnits({})).filter(now);
  const members = db.all(statements.selectMembers({})).filter(now);
  const covered = db.all(statements.selectStandIns({})).filter((one) => one.by_id === userId && now(one));
  const own = [...new Set([userId, ...covered.map(({ for_id }) => for_id)])];
  const mine = units.filter((unit) => peopleOf(unit, members).some((id) => own.includes(id)));
  const teams = mine.filter(({ kind }) => kind !== 'territory');
  const below = withBelow(teams, units);
  const peopleIn = (some: readonly Tables['org_unit'][]): string[] => [
    ...new Set([...own, ...some.flatMap((unit) => peopleOf(unit, members))]),
  ];
  return {
    own,
    team: peopleIn(teams),
    subtree: peopleIn(below),
    teamUnits: teams.map(({ id }) => id),
    subtreeUnits: below.map(({ id }) => id),
    cities: [...new Set(mine.filter(({ kind }) => kind === 'territory').flatMap(citiesOf))],
  };
}

const peopleOf = (unit: Tables['org_unit'], members: readonly Tables['org_member'][]): string[] =>
  [
    unit.manager_id,
    unit.deputy_id,
    ...members.filter(({ unit_id }) => unit_id === unit.id).map(({ user_id }) => user_id),
  ].filter((id) => id !== null);

function withBelow(some: readonly Tables['org_unit'][], units: readonly Tables['org_unit'][]): Tables['org_unit'][] {
  const found = new Set(some);
  for (const unit of found) for (const child of units) if (child.parent_id === unit.id) found.add(child);
  return [...found];
}

export const citiesOf = ({ cities }: Tables['org_unit']): string[] =>
  cities === null ? [] : (JSON.parse(cities) as string[]);
