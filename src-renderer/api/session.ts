// Who is signed in here and what they may do, for parts that show or hide by permission.

import type { Permission } from '@shared/core/permissions';
import type { SessionStatus } from '@shared/features/session/session.contract';
import { createContext, useContext } from 'react';

export type SignedInUser = NonNullable<SessionStatus['user']>;

export const SessionContext = createContext<SignedInUser | null>(null);

/** The signed-in user; only for parts inside the unlocked window. */
export function useSession(): SignedInUser {
  const user = useContext(SessionContext);
  if (user === null) throw new Error('nobody is signed in');
  return user;
}

/** Whether a field, as `entity.field`, is not seen whole of every party: lists are then neither sorted nor filtered by it. */
export function useIsMasked(): (field: string) => boolean {
  const { masked } = useSession();
  return (field) => masked.includes(field);
}

/** `const may = useMay(); may('parties.write')`. Hides what the door would refuse; the door is what protects. */
export function useMay(): (permission: Permission) => boolean {
  const user = useSession();
  return (permission) => user.permissions.includes(permission);
}
