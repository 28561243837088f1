// What a role is called: by the office, or as it ships with the product.

import { isShippedRole } from '@shared/features/policy/shipped-roles';
import { useT } from '../../ui';

export interface RoleWords {
  readonly name: string;
  /** What it may do, where the product says it. */
  readonly detail: string | null;
}

export function useRoleName(): (id: string, name: string | null) => RoleWords {
  const t = useT();
  return (id, name) => {
    if (!isShippedRole(id)) return { name: name ?? id, detail: null };
    return { name: name ?? t(`policy.role-${id}`), detail: t(`policy.role-${id}-detail`) };
  };
}
