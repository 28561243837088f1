// Who acts. A person with the permissions of a role, or a named system actor with permissions of its own; never a flag.

import { permissionsOfRole, type Permission, type Role } from '@shared/core/permissions';

export interface Actor {
  readonly kind: 'user' | 'system';
  /** The id of the user, or null for a system actor. */
  readonly userId: string | null;
  /** As the ledger writes it: `user` or the system actor's name. */
  readonly name: string;
  readonly displayName: string;
  readonly role: Role | null;
  can(permission: Permission): boolean;
}

export interface UserIdentity {
  readonly id: string;
  readonly displayName: string;
  readonly role: Role;
}

export function userActor(user: UserIdentity): Actor {
  const granted = permissionsOfRole[user.role];
  return {
    kind: 'user',
    userId: user.id,
    name: 'user',
    displayName: user.displayName,
    role: user.role,
    can: (permission) => granted.has(permission),
  };
}

/** Background work under its own name in the ledger, with no more rights than listed. */
export function systemActor(name: string, granted: readonly Permission[]): Actor {
  const permissions = new Set(granted);
  return {
    kind: 'system',
    userId: null,
    name,
    displayName: name,
    role: null,
    can: (permission) => permissions.has(permission),
  };
}
