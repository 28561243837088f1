// The rights of a role as they are kept: with the list of permissions they were decided over, and the role they were copied from.

import { z } from 'zod';
import { laterPermissions } from '../../core/permissions';
import { RolePolicy } from './policy';
import { RoleId } from './role-id';
import { isShippedRole, shippedRoles } from './shipped-roles';

export const StoredPolicy = RolePolicy.extend({
  /** The generation of the list of permissions (`permissionGeneration`) when the role was last saved. */
  generation: z.number().int().default(1),
  /** The role it was made as a copy of. */
  from: RoleId.nullable().default(null),
});
export type StoredPolicy = z.infer<typeof StoredPolicy>;

/**
 * What came to the list of permissions after a role was saved and the role does not hold, with what its preset gives of it. A role
 * with no preset is given what it holds of the permission that was enough before.
 */
export function addedSince(id: string, { generation, from, grants }: StoredPolicy): RolePolicy['grants'] {
  const presetId = from ?? id;
  const preset: RolePolicy | undefined = isShippedRole(presetId) ? shippedRoles[presetId] : undefined;
  const added = laterPermissions.flatMap(({ permission, since, before }) => {
    if (since <= generation || grants[permission] !== undefined) return [];
    const inherited = before === null ? undefined : grants[before];
    const scope = preset === undefined ? inherited : preset.grants[permission];
    return scope === undefined ? [] : [[permission, scope] as const];
  });
  return Object.fromEntries(added);
}
