// A role while it is edited: its name and its policy, kept as a draft.

import type { Permission, ScopedPermission } from '@shared/core/permissions';
import { scopedPermissions } from '@shared/core/permissions';
import { RolePolicy, type Scope } from '@shared/features/policy/policy';
import type { AccessRole } from '@shared/features/policy/policy.contract';
import { grantable } from '@shared/features/policy/shipped-roles';

export interface RoleForm {
  readonly name: string;
  readonly policy: RolePolicy;
}

export const formOf = ({ name, policy }: AccessRole): RoleForm => ({ name: name ?? '', policy });

/** Whether two forms say the same, in whatever order their parts were set. */
export const sameForm = (one: RoleForm, other: RoleForm): boolean => ordered(one) === ordered(other);

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** A policy that can be saved: no rule of it is empty. */
export const isWhole = (policy: RolePolicy): boolean => RolePolicy.safeParse(policy).success;

export function withGrant(policy: RolePolicy, permission: Permission, scope: Scope | undefined): RolePolicy {
  const { [permission]: _, ...others } = policy.grants;
  return { ...policy, grants: scope === undefined ? others : { ...others, [permission]: scope } };
}

export const isScoped = (permission: Permission): permission is ScopedPermission =>
  (scopedPermissions as readonly Permission[]).includes(permission);

const people = [
  'parties.read',
  'parties.read-sensitive',
  'parties.create',
  'parties.write',
  'parties.assign',
  'parties.merge',
  'parties.delete',
  'consent.read',
  'consent.record',
  'consent.suppress',
  'authority.grant',
] as const;
const activities = ['activities.read', 'activities.write'] as const;
const work = [
  'search.use',
  'views.write',
  'operations.read',
  'operations.undo',
  'operations.undo-any',
  'exports.run',
  'exports.plain',
  'imports.run',
  'quality.read',
  'quality.fix',
  'quality.manage',
] as const;
const sorted: readonly Permission[] = [...people, ...activities, ...work];

/** Every permission a role may be given, by what it is about. */
export const topics: Readonly<Record<'people' | 'activities' | 'work' | 'office', readonly Permission[]>> = {
  people,
  activities,
  work,
  office: grantable.filter((permission) => !sorted.includes(permission)),
};
export const topicNames = ['people', 'activities', 'work', 'office'] as const;
