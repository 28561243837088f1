// The roles that ship with the product. Their words are the messages `policy.role-<id>` and `policy.role-<id>-detail`.

import { permissions, type Permission } from '../../core/permissions';
import { everything, type MaskName, type RolePolicy, type Scope } from './policy';

/** Holds everything and cannot be changed: somebody must always be able to put rights in order. */
export const administrator = 'administrator';

const reading: readonly Permission[] = [
  'public',
  'session.use',
  'parties.read',
  'activities.read',
  'deals.read',
  'quotes.read',
  'products.read',
  'leads.read',
  'tasks.read',
  'search.use',
  'operations.read',
  'users.read',
  'settings.read',
  'views.write',
  'consent.read',
];
const working: readonly Permission[] = [
  ...reading,
  'parties.create',
  'parties.write',
  'activities.write',
  'deals.write',
  'leads.write',
  'tasks.write',
  'quotes.write',
  'operations.undo',
  'quality.read',
  'quality.fix',
  'consent.record',
];
/** Those who see people's papers: they may write down who speaks for whom. */
const authorising: readonly Permission[] = [...working, 'authority.grant'];
const leading: readonly Permission[] = [
  ...authorising,
  'parties.assign',
  'deals.assign',
  'leads.assign',
  'tasks.assign',
  'quotes.assign',
  'parties.merge',
  'parties.delete',
  'consent.suppress',
];
/** Whoever answers for people's rights sees everything that is to be handed out or erased, and changes no record of the daily work. */
const guarding: readonly Permission[] = [
  ...reading,
  'operations.undo',
  'quality.read',
  'consent.record',
  'consent.suppress',
  'authority.grant',
  'privacy.manage',
  'privacy.erase',
  'audit.read',
  'base.verify',
];

interface Shape {
  readonly held: readonly Permission[];
  /** Whose parties are seen, with everybody's activities, and whose are changed. */
  readonly sees: Scope;
  readonly changes?: Scope;
  /** Of whom class-3 values are seen whole; nobody's when left out. */
  readonly sensitive?: Scope;
  readonly masks?: Readonly<Record<string, MaskName>>;
}

function roleOf({ held, sees, changes = sees, sensitive, masks = {} }: Shape): RolePolicy {
  const scopes: Readonly<Partial<Record<Permission, Scope>>> = {
    'parties.read': sees,
    'activities.read': 'all',
    'deals.read': sees,
    'leads.read': sees,
    'tasks.read': sees,
    'quotes.read': sees,
  };
  const grants = held.map((permission) => [permission, scopes[permission] ?? changes] as const);
  return {
    grants: {
      ...Object.fromEntries(grants),
      ...(sensitive === undefined ? {} : { 'parties.read-sensitive': sensitive }),
    },
    personal: 'show',
    sensitive: 'last4',
    fields: Object.fromEntries(Object.entries(masks).map(([field, mask]) => [field, { mask }])),
    purpose: [],
  };
}

const privacyOfficer = roleOf({ held: guarding, sees: 'all', sensitive: 'all' });
const healthHidden = { 'party.note': 'hidden', 'activity.body': 'hidden', 'activity.outcome': 'hidden' } as const;

export const shippedRoles = {
  administrator: everything,
  staff: roleOf({
    held: [
      ...authorising,
      'parties.assign',
      'deals.assign',
      'leads.assign',
      'tasks.assign',
      'quotes.assign',
      'parties.merge',
      'consent.suppress',
    ],
    sees: 'all',
    sensitive: 'all',
  }),
  reader: roleOf({ held: reading, sees: 'all' }),
  'branch-manager': roleOf({
    held: [...leading, 'products.manage', 'prices.manage', 'forecast.manage', 'exports.run', 'exports.plain'],
    sees: 'subtree',
    sensitive: 'subtree',
  }),
  'team-member': roleOf({ held: working, sees: 'team', changes: 'own', sensitive: 'own' }),
  'clinic-reception': roleOf({ held: authorising, sees: 'all', masks: healthHidden }),
  'clinic-doctor': roleOf({
    held: [...working, 'access.break-glass'],
    sees: 'subtree',
    changes: 'own',
    sensitive: 'own',
  }),
  'clinic-privacy': privacyOfficer,
  'broker-agent': roleOf({ held: authorising, sees: 'own', sensitive: 'own' }),
  'broker-privacy': privacyOfficer,
  'insurer-claims': roleOf({ held: authorising, sees: 'all', changes: 'team', sensitive: 'team' }),
  'insurer-privacy': privacyOfficer,
  'bank-teller': roleOf({
    held: reading,
    sees: 'subtree',
    masks: { 'party.birth_on': 'year', 'contact_point.value': 'last4', 'party.note': 'hidden' },
  }),
  'bank-officer': roleOf({ held: authorising, sees: 'subtree', changes: 'own', sensitive: 'own' }),
  'bank-privacy': privacyOfficer,
  auditor: roleOf({
    held: [...reading, 'audit.read', 'base.verify'],
    sees: 'all',
    masks: { 'contact_point.value': 'last4', 'party.birth_on': 'year', ...healthHidden },
  }),
} as const satisfies Readonly<Record<string, RolePolicy>>;

export type ShippedRole = keyof typeof shippedRoles;
export const shippedRoleIds = Object.keys(shippedRoles) as readonly ShippedRole[];
export const isShippedRole = (id: string): id is ShippedRole => Object.hasOwn(shippedRoles, id);

/** Permissions a role may be given; the public ones are everybody's. */
export const grantable: readonly Permission[] = permissions.filter((permission) => permission !== 'public');
