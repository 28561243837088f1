// How a role reads the one record that was opened in an emergency: as if it lay in every scope that the role has.

import type { RolePolicy } from '@shared/features/policy/policy';

const read = ['parties.read', 'parties.read-sensitive', 'activities.read'] as const;

/** Only what a role is shown of nobody, or of its own in part, stays hidden: what depends on whose the record is does not. */
export function inEmergency(role: RolePolicy): RolePolicy {
  const grants = { ...role.grants };
  for (const permission of read) if (grants[permission] !== undefined) grants[permission] = 'all';
  const fields = Object.entries(role.fields).map(
    ([key, rule]) => [key, rule.unless === undefined ? rule : { mask: 'show' as const }] as const,
  );
  return { ...role, grants, fields: Object.fromEntries(fields) };
}
