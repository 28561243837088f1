// Every permission the door knows, and the roles that ship with the product.

/** 'public' operations answer before anybody has unlocked the base. */
export const permissions = [
  'public',
  'session.use',
  'parties.read',
  'parties.read-sensitive',
  'parties.write',
  'parties.delete',
  'parties.merge',
  'activities.read',
  'activities.write',
  'search.use',
  'operations.read',
  'operations.undo',
  'operations.undo-any',
  'users.read',
  'users.manage',
  'settings.read',
  'settings.manage',
  'views.write',
  'imports.run',
  'exports.run',
  'quality.read',
  'quality.fix',
  'quality.manage',
  'audit.read',
  'base.verify',
  'base.manage',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = ['administrator', 'staff', 'reader'] as const;
export type Role = (typeof roles)[number];

const readerPermissions: readonly Permission[] = [
  'public',
  'public',
  'session.use',
  'parties.read',
  'activities.read',
  'search.use',
  'operations.read',
  'users.read',
  'settings.read',
  'views.write',
];

const staffPermissions: readonly Permission[] = [
  ...readerPermissions,
  'parties.read-sensitive',
  'parties.write',
  'parties.merge',
  'activities.write',
  'operations.undo',
  'quality.read',
  'quality.fix',
];

/** Deny by default: what a role does not list here, its holders may not do. */
export const permissionsOfRole: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  administrator: new Set(permissions),
  staff: new Set(staffPermissions),
  reader: new Set(readerPermissions),
};
