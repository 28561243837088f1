// Who acts. A person with the policy of their role, or a named system actor with permissions of its own; never a flag.

import { z } from 'zod';
import { permissions, type Permission } from '@shared/core/permissions';
import { holds, ruleFor, scopeOf, seesEverything, type RolePolicy, type Scope } from '@shared/features/policy/policy';
import { entityOf } from '@shared/catalogue';
import { alone, type Policy, type Reach } from './policy';

export interface Actor {
  readonly kind: 'user' | 'system';
  /** The id of the user, or null for a system actor. */
  readonly userId: string | null;
  /** As the ledger writes it: `user` or the system actor's name. */
  readonly name: string;
  readonly displayName: string;
  /** The id of the role; null for a system actor. */
  readonly role: string | null;
  /** What a person may see and change; null for a system actor, which answers nobody. */
  readonly policy: Policy | null;
  /** Whether every record and field is seen as it is stored. */
  readonly seesEverything: boolean;
  /** Told by the first look for a few (`fewSeen`): there are too many to be looked up one by one. */
  readonly sees: { many: boolean };
  /** Every permission held, whatever for. */
  readonly granted: readonly Permission[];
  can(permission: Permission): boolean;
}

/** Enough to make the same actor again elsewhere: on a thread, with the rights of that moment. */
export const ActorRef = z.union([
  z.object({ userId: z.string() }),
  z.object({ system: z.string(), granted: z.array(z.enum(permissions)) }),
]);
export type ActorRef = z.infer<typeof ActorRef>;

export const refOf = ({ userId, name, granted }: Actor): ActorRef =>
  userId === null ? { system: name, granted: [...granted] } : { userId };

export interface UserIdentity {
  readonly id: string;
  readonly displayName: string;
  readonly role: string;
}

export function userActor(user: UserIdentity, role: RolePolicy, reach: Reach = alone(user.id)): Actor {
  return {
    kind: 'user',
    userId: user.id,
    name: 'user',
    displayName: user.displayName,
    role: user.role,
    policy: { role, reach },
    seesEverything: seesEverything(role),
    sees: { many: false },
    granted: permissions.filter((permission) => permission === 'public' || holds(role, permission)),
    can: (permission) => permission === 'public' || holds(role, permission),
  };
}

/** Background work under its own name in the ledger, with no more rights than listed. */
export function systemActor(name: string, granted: readonly Permission[]): Actor {
  const held = new Set(granted);
  return {
    kind: 'system',
    userId: null,
    name,
    displayName: name,
    role: null,
    policy: null,
    seesEverything: true,
    sees: { many: true },
    granted,
    can: (permission) => held.has(permission),
  };
}

/** For whose parties a permission is held; undefined when it is not. */
export const scopeFor = (actor: Actor, permission: Permission): Scope | undefined => {
  if (actor.policy === null) return actor.can(permission) ? 'all' : undefined;
  return scopeOf(actor.policy.role, permission);
};

/** Whether a field is shown as it is stored, of every party: only such a field may be searched, filtered, sorted or grouped by. */
export function seesWhole(actor: Actor, entity: string, field: string): boolean {
  if (actor.policy === null || actor.seesEverything) return true;
  return ruleFor(actor.policy.role, entityOf(entity), field) === undefined;
}
