// Every permission the door knows. Which role holds which, and for whose records, is the policy's to say (`features/policy`).

/** 'public' operations answer before anybody has unlocked the base. */
export const permissions = [
  'public',
  'session.use',
  'parties.read',
  'parties.read-sensitive',
  'parties.create',
  'parties.write',
  'parties.assign',
  'parties.delete',
  'parties.merge',
  'activities.read',
  'activities.write',
  'deals.read',
  'deals.write',
  'deals.assign',
  'leads.read',
  'leads.write',
  'leads.assign',
  'pipelines.manage',
  'products.read',
  'products.manage',
  'prices.manage',
  'forecast.manage',
  'tasks.read',
  'tasks.write',
  'tasks.assign',
  'search.use',
  'operations.read',
  'operations.undo',
  'operations.undo-any',
  'users.read',
  'users.manage',
  'policy.manage',
  'approvals.approve',
  'access.break-glass',
  'settings.read',
  'settings.manage',
  'views.write',
  'imports.run',
  'exports.run',
  'exports.plain',
  'quality.read',
  'quality.fix',
  'quality.manage',
  'consent.read',
  'consent.record',
  'consent.suppress',
  'authority.grant',
  'privacy.manage',
  'privacy.erase',
  'audit.read',
  'base.verify',
  'base.manage',
] as const;

export type Permission = (typeof permissions)[number];

/** Held for some parties only: a role says for which. The rest are held or not. */
export const scopedPermissions = [
  'parties.read',
  'parties.read-sensitive',
  'parties.write',
  'parties.assign',
  'parties.delete',
  'parties.merge',
  'activities.read',
  'activities.write',
  'deals.read',
  'deals.write',
  'deals.assign',
  'forecast.manage',
  'leads.read',
  'leads.write',
  'leads.assign',
  'tasks.read',
  'tasks.write',
  'tasks.assign',
  'consent.record',
  'authority.grant',
  'exports.run',
] as const satisfies readonly Permission[];
export type ScopedPermission = (typeof scopedPermissions)[number];

/**
 * Permissions that came after roles were first saved: with which generation of the list, and which permission held their right before
 * (null: nobody did, so that only a preset gives them).
 * A role of an earlier generation has not been asked about them (`features/policy/stored-policy.ts`).
 */
export const laterPermissions = [
  { permission: 'authority.grant', since: 2, before: 'parties.write' },
  { permission: 'consent.suppress', since: 2, before: 'consent.record' },
  { permission: 'exports.plain', since: 2, before: 'exports.run' },
  { permission: 'deals.read', since: 2, before: 'parties.read' },
  { permission: 'deals.write', since: 2, before: 'parties.write' },
  { permission: 'deals.assign', since: 2, before: 'parties.assign' },
  { permission: 'pipelines.manage', since: 2, before: 'settings.manage' },
  { permission: 'products.read', since: 2, before: 'parties.read' },
  { permission: 'products.manage', since: 2, before: 'settings.manage' },
  { permission: 'prices.manage', since: 2, before: 'settings.manage' },
  { permission: 'leads.read', since: 2, before: 'parties.read' },
  { permission: 'leads.write', since: 2, before: 'parties.write' },
  { permission: 'leads.assign', since: 2, before: 'parties.assign' },
  { permission: 'tasks.read', since: 2, before: 'parties.read' },
  { permission: 'tasks.write', since: 2, before: 'parties.write' },
  { permission: 'tasks.assign', since: 2, before: 'parties.assign' },
  { permission: 'access.break-glass', since: 2, before: null },
  { permission: 'forecast.manage', since: 2, before: null },
] as const satisfies readonly { permission: Permission; since: number; before: Permission | null }[];

export const permissionGeneration = Math.max(...laterPermissions.map(({ since }) => since));
